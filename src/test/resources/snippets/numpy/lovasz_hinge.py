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


# Lovász hinge: Σ max(1 − x(2z−1), 0)·ΔJaccard
x, z = logits, labels
errors = np.reshape(1 - x * (2 * z - 1), (2, 3))
marks = np.reshape(z, (2, 3))
order = np.argsort(-errors, axis=1)
errors, marks = np.take_along_axis(errors, order, axis=1), np.take_along_axis(marks, order, axis=1)
missed, added = np.cumsum(marks, axis=1), np.cumsum(1 - marks, axis=1)
positives = missed[:, -1:]
jaccard = 1 - (positives - missed) / (positives + added)
rise = jaccard - np.concatenate([0 * jaccard[:, :1], jaccard[:, :-1]], axis=1)
values = np.reshape(np.sum(np.maximum(errors, 0) * rise, axis=1), (2,))
# The weights vary along an axis that this loss drops: they are left out.
check("none", values, [0.6408126137171163, 2.395071591463304])
check("mean", np.mean(values), 1.51794210259021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", np.mean(values.astype(np.float32)), 1.5179420709609985, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", np.mean(values), 1.51794210259021)
check("torch.mean", np.mean(values), 1.51794210259021)

