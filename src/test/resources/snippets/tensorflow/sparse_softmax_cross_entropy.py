# random-4 in TensorFlow 2, with the numbers that LossLoupe shows.
# labels and logits: [n, l] = [2, 3], channels_first, float64
import numpy as np
import tensorflow as tf

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
x, z = tf.constant(logits), tf.constant(labels)
with tf.GradientTape() as tape:
    tape.watch(x)
    y = labels.argmax(axis=0)  # class of each position, the first of equals
    counts = labels.max(axis=0) > 0  # a position without a label is ignored
    w_y = counts.astype(dtype)
    # The op wants classes last, and knows neither weights nor positions that do not count.
    values = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=np.where(counts, y, 0), logits=tf.transpose(x, (1, 0)))
    values = values * w_y
    weights = np.array([0, 1, 1], dtype)
    w = tf.constant(weights)
    w_full = np.broadcast_to(weights, (3,))
    weighted = values * w
    reduced = tf.reduce_mean(weighted)
check("none", weighted, [0, 0.49126311490453556, 0.04539810153567178])
check("mean", tf.reduce_mean(weighted), 0.1788870721467358)
check("tf1.SUM_BY_NONZERO_WEIGHTS", tf.compat.v1.losses.compute_weighted_loss(values, w_full, reduction=tf.compat.v1.losses.Reduction.SUM_BY_NONZERO_WEIGHTS), 0.2683306038379669, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", tf.reduce_mean(values * w), 0.1788870721467358)
check("torch.mean", tf.reduce_sum(weighted) / float(w_y.sum()), 0.2683306082201037)
check("gradient of mean", tape.gradient(reduced, x), [
    [0, -0.12938231161348782, -0.014794342162339172],
    [0, 0.12938231161348782, 0.014794342162339172],
])

