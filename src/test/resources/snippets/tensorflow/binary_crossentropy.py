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


# Binary cross-entropy on probabilities (Keras): −(z·ln o + (1−z)·ln(1−o)),  o = clip(σ(x), ε, 1−ε)
x, z = tf.constant(logits), tf.constant(labels)
with tf.GradientTape() as tape:
    tape.watch(x)
    # tf.keras.losses.binary_crossentropy averages over the last axis: a formula.
    o = tf.clip_by_value(tf.sigmoid(x), 1.0E-7, 1 - 1.0E-7)
    values = -(z * tf.math.log(o) + (1 - z) * tf.math.log(1 - o))
    weights = np.array([0, 1, 1], dtype)
    w = tf.constant(weights)
    w_full = np.broadcast_to(weights, (2, 3))
    weighted = values * w
    reduced = tf.reduce_mean(weighted)
check("none", weighted, [
    [0, 0.1717114206951751, 0.17177889539585048],
    [0, 1.4784937498584683, 1.6164658490731187],
])
check("mean", tf.reduce_mean(weighted), 0.5730749858371021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", tf.compat.v1.losses.compute_weighted_loss(values, w_full, reduction=tf.compat.v1.losses.Reduction.SUM_BY_NONZERO_WEIGHTS), 0.8596124649047852, rtol=1e-05, atol=1e-05)
check("torch.mean", tf.reduce_mean(weighted), 0.5730749858371021)
check("gradient of mean", tape.gradient(reduced, x), [
    [0, -0.026296302334080042, -0.026305773462862697],
    [0, 0.12866986232585692, -0.13356677661482202],
])

