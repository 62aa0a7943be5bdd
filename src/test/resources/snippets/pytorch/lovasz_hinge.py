# random-4 in PyTorch, with the numbers that LossLoupe shows.
# labels and logits: [n, l] = [2, 3], channels_first, float64
import numpy as np
import torch
import torch.nn.functional as F

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
    value = np.asarray(value.detach())
    assert value.shape == np.shape(expected), (name, value.shape)
    np.testing.assert_allclose(value, expected, rtol=rtol, atol=atol, err_msg=name)
    print(name, value if value.ndim == 0 else "as expected")


# Lovász hinge: Σ max(1 − x(2z−1), 0)·ΔJaccard
x, z = torch.tensor(logits, requires_grad=True), torch.tensor(labels)
# PyTorch has no operation for it: a formula.
errors = torch.reshape(1 - x * (2 * z - 1), (2, 3))
marks = torch.reshape(z, (2, 3))
order = torch.argsort(-errors, dim=1)
errors, marks = torch.take_along_dim(errors, order, dim=1), torch.take_along_dim(marks, order, dim=1)
missed, added = torch.cumsum(marks, dim=1), torch.cumsum(1 - marks, dim=1)
positives = missed[:, -1:]
jaccard = 1 - (positives - missed) / (positives + added)
rise = jaccard - torch.cat([0 * jaccard[:, :1], jaccard[:, :-1]], dim=1)
values = torch.reshape(torch.sum(torch.relu(errors) * rise, dim=1), (2,))
# The weights vary along an axis that this loss drops: they are left out.
check("none", values, [0.6408126137171163, 2.395071591463304])
check("mean", torch.mean(values), 1.51794210259021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", torch.mean(values.float()), 1.5179420709609985, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", torch.mean(values), 1.51794210259021)
check("torch.mean", torch.mean(values), 1.51794210259021)
check("gradient of mean", torch.autograd.grad(torch.mean(values), x)[0], [
    [0.16666666666666669, 0, 0],
    [0, 0, -0.5],
])

