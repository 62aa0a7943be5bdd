# random-4 in JAX, with the numbers that LossLoupe shows.
# labels and logits: [n, l] = [2, 3], channels_first, float64
import jax
import jax.numpy as jnp
import numpy as np
import optax

jax.config.update("jax_enable_x64", True)  # else everything is float32

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
x, z = jnp.asarray(logits), jnp.asarray(labels)
# JAX and Optax have no operation for it: a formula.
errors = jnp.reshape(1 - x * (2 * z - 1), (2, 3))
marks = jnp.reshape(z, (2, 3))
order = jnp.argsort(-errors, axis=1)
errors, marks = jnp.take_along_axis(errors, order, axis=1), jnp.take_along_axis(marks, order, axis=1)
missed, added = jnp.cumsum(marks, axis=1), jnp.cumsum(1 - marks, axis=1)
positives = missed[:, -1:]
jaccard = 1 - (positives - missed) / (positives + added)
rise = jaccard - jnp.concatenate([0 * jaccard[:, :1], jaccard[:, :-1]], axis=1)
values = jnp.reshape(jnp.sum(jax.nn.relu(errors) * rise, axis=1), (2,))
# The weights vary along an axis that this loss drops: they are left out.
check("none", values, [0.6408126137171163, 2.395071591463304])
check("mean", jnp.mean(values), 1.51794210259021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", jnp.mean(values.astype(jnp.float32)), 1.5179420709609985, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", jnp.mean(values), 1.51794210259021)
check("torch.mean", jnp.mean(values), 1.51794210259021)


def reduced(x):
    z = jnp.asarray(labels)
    # JAX and Optax have no operation for it: a formula.
    errors = jnp.reshape(1 - x * (2 * z - 1), (2, 3))
    marks = jnp.reshape(z, (2, 3))
    order = jnp.argsort(-errors, axis=1)
    errors, marks = jnp.take_along_axis(errors, order, axis=1), jnp.take_along_axis(marks, order, axis=1)
    missed, added = jnp.cumsum(marks, axis=1), jnp.cumsum(1 - marks, axis=1)
    positives = missed[:, -1:]
    jaccard = 1 - (positives - missed) / (positives + added)
    rise = jaccard - jnp.concatenate([0 * jaccard[:, :1], jaccard[:, :-1]], axis=1)
    values = jnp.reshape(jnp.sum(jax.nn.relu(errors) * rise, axis=1), (2,))
    # The weights vary along an axis that this loss drops: they are left out.
    return jnp.mean(values)


check("gradient of mean", jax.grad(reduced)(x), [
    [0.16666666666666669, 0, 0],
    [0, 0, -0.5],
])

