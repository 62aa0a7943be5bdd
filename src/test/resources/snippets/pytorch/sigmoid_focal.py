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


# Sigmoid focal loss: w·q^γ·CE,  q = p(1−z) + (1−p)z,  w = αz + (1−α)(1−z)
x, z = torch.tensor(logits, requires_grad=True), torch.tensor(labels)
# PyTorch has none (torchvision.ops.sigmoid_focal_loss is one): a formula.
# 1 - p would lose the digits of small numbers.
q = torch.sigmoid(x) * (1 - z) + torch.sigmoid(-x) * z
cross_entropy = F.binary_cross_entropy_with_logits(x, z, reduction="none")
values = (0.25 * z + (1 - 0.25) * (1 - z)) * q ** 2 * cross_entropy
weights = np.array([0, 1, 1], dtype)
w = torch.tensor(weights)
w_full = np.broadcast_to(weights, (2, 3))
weighted = values * w
check("none", weighted, [
    [0, 0.001068639097798564, 0.0010698292476853956],
    [0, 0.6609017923167476, 0.2595409760879291],
])
check("mean", torch.mean(weighted), 0.1537635394583601)
check("tf1.SUM_BY_NONZERO_WEIGHTS", torch.sum(values.float() * w.float()) / float(np.count_nonzero(w_full)), 0.2306453138589859, rtol=1e-05, atol=1e-05)
check("torch.mean", torch.mean(weighted), 0.1537635394583601)
check("gradient of mean", torch.autograd.grad(torch.mean(weighted), x)[0], [
    [0, -4.636644954640304E-4, -4.6415524728899945E-4],
    [0, 0.10774105355266311, -0.03862713795261714],
])

