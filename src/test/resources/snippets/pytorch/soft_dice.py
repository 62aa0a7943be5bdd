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


# Soft Dice loss: 1 − (2Σpz + s)/(Σp + Σz + s)
x, z = torch.tensor(logits, requires_grad=True), torch.tensor(labels)
# PyTorch has no operation for it: a formula.
p = torch.sigmoid(x)
overlap = torch.sum(p * z)
p_sum, z_sum = torch.sum(p), torch.sum(z)
values = 1 - (2 * overlap + 1) / (p_sum + z_sum + 1)
# The weights vary along an axis that this loss drops: they are left out.
check("none", values, 0.40867920161746807)
check("mean", torch.mean(values), 0.40867920161746807)
check("tf1.SUM_BY_NONZERO_WEIGHTS", torch.mean(values.float()), 0.40867918729782104, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", torch.mean(values), 0.40867920161746807)
check("torch.mean", torch.mean(values), 0.40867920161746807)
check("gradient of mean", torch.autograd.grad(torch.mean(values), x)[0], [
    [0.014933138633590427, -0.023225026669511938, -0.023231824004899145],
    [0.015711520328106538, 0.012912819217275546, -0.027817052255613272],
])

