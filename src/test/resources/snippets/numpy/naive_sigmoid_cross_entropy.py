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


# Naive sigmoid cross-entropy (overflows): −(z·ln s + (1−z)·ln(1−s)),  s = 1/(1+e^−x)
x, z = logits, labels
# Wrong on purpose: s rounds to 1, and then 1 - s is 0.
s = 1 / (1 + np.exp(-x))
values = -(z * np.log(s) + (1 - z) * np.log(1 - s))
weights = np.array([0, 1, 1], dtype)
w = weights
w_full = np.broadcast_to(weights, (2, 3))
weighted = values * w
check("none", weighted, [
    [0, 0.1717114206951751, 0.17177889539585048],
    [0, 1.4784937498584683, 1.6164658490731187],
])
check("mean", np.mean(weighted), 0.5730749858371021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", np.sum(values.astype(np.float32) * w.astype(np.float32)) / float(np.count_nonzero(w_full)), 0.8596124649047852, rtol=1e-05, atol=1e-05)
check("torch.mean", np.mean(weighted), 0.5730749858371021)
p = 1 / (1 + np.exp(-x))
slope = p - z
check("gradient of mean", slope * w / 6, [
    [0, -0.026296302334080042, -0.026305773462862697],
    [0, 0.12866986232585692, -0.13356677661482202],
])

