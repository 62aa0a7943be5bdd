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


# Sparse softmax cross-entropy: w_y·(ln Σ e^x − x_y)
x, z = jnp.asarray(logits), jnp.asarray(labels)
y = labels.argmax(axis=0)  # class of each position, the first of equals
counts = labels.max(axis=0) > 0  # a position without a label is ignored
w_y = counts.astype(dtype)
values = optax.softmax_cross_entropy_with_integer_labels(x, np.where(counts, y, 0), axis=0) * w_y
weights = np.array([0, 1, 1], dtype)
w = jnp.asarray(weights)
w_full = np.broadcast_to(weights, (3,))
weighted = values * w
check("none", weighted, [0, 0.49126311490453556, 0.04539810153567178])
check("mean", jnp.mean(weighted), 0.1788870721467358)
check("tf1.SUM_BY_NONZERO_WEIGHTS", jnp.sum(values.astype(jnp.float32) * w.astype(jnp.float32)) / float(np.count_nonzero(w_full)), 0.2683306038379669, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", jnp.mean(values * w), 0.1788870721467358)
check("torch.mean", jnp.sum(weighted) / float(w_y.sum()), 0.2683306082201037)


def reduced(x):
    z = jnp.asarray(labels)
    y = labels.argmax(axis=0)  # class of each position, the first of equals
    counts = labels.max(axis=0) > 0  # a position without a label is ignored
    w_y = counts.astype(dtype)
    values = optax.softmax_cross_entropy_with_integer_labels(x, np.where(counts, y, 0), axis=0) * w_y
    weights = np.array([0, 1, 1], dtype)
    w = jnp.asarray(weights)
    w_full = np.broadcast_to(weights, (3,))
    weighted = values * w
    return jnp.mean(weighted)


check("gradient of mean", jax.grad(reduced)(x), [
    [0, -0.12938231161348782, -0.014794342162339172],
    [0, 0.12938231161348782, 0.014794342162339172],
])

