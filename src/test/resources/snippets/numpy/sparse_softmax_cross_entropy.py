# random-4 in NumPy, with the numbers that LossLoupe shows.
# labels and logits: [n, l] = [2, 3], channels_first, float64
import numpy as np

dtype = np.float64
labels = np.array([
    [0, 1, 1],  # class 1
    [0, 0, 1],  # class 2
], dtype)
logits = np.array([
    [0.9224378411513485, 1.6748560554220404, 1.6744284759634631],  # class 1
    [0.7970067739012805, 1.2197478573221385, -1.3950715914633038],  # class 2
], dtype)


def check(name, value, expected, rtol=1e-12, atol=1e-12):
    value = np.asarray(value)
    assert value.shape == np.shape(expected), (name, value.shape)
    np.testing.assert_allclose(value, expected, rtol=rtol, atol=atol, err_msg=name)
    print(name, value if value.ndim == 0 else "as expected")


# Sparse softmax cross-entropy: w_y·(ln Σ e^x − x_y)
x, z = logits, labels
y = labels.argmax(axis=0)  # class of each position, the first of equals
counts = labels.max(axis=0) > 0  # a position without a label is ignored
w_y = counts.astype(dtype)
targets = np.eye(2, dtype=dtype)[y] * counts[..., None]
z = np.moveaxis(targets, -1, 0).astype(dtype)
shifted = x - np.max(x, axis=0, keepdims=True)
log_sum = np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
values = np.sum(z * (log_sum - shifted), axis=0)
weights = np.array([0, 1, 1], dtype)
w = weights
w_full = np.broadcast_to(weights, (3,))
weighted = values * w
check("none", weighted, [0, 0.49126311490453556, 0.04539810153567178])
check("mean", np.mean(weighted), 0.1788870721467358)
check("tf1.SUM_BY_NONZERO_WEIGHTS", np.sum(values.astype(np.float32) * w.astype(np.float32)) / float(np.count_nonzero(w_full)), 0.2683306038379669, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", np.mean(values * w), 0.1788870721467358)
check("torch.mean", np.sum(weighted) / float(w_y.sum()), 0.2683306082201037)
p = np.exp(shifted - log_sum)
slope = np.sum(z, axis=0, keepdims=True) * p - z
check("gradient of mean", slope * np.expand_dims(np.broadcast_to(w, values.shape), 0) / 3, [
    [0, -0.12938231161348782, -0.014794342162339172],
    [0, 0.12938231161348782, 0.014794342162339172],
])

