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


# Soft Dice loss: 1 − (2Σpz + s)/(Σp + Σz + s)
x, z = tf.constant(logits), tf.constant(labels)
with tf.GradientTape() as tape:
    tape.watch(x)
    # TensorFlow has no operation for it: a formula.
    p = tf.sigmoid(x)
    overlap = tf.reduce_sum(p * z)
    p_sum, z_sum = tf.reduce_sum(p), tf.reduce_sum(z)
    values = 1 - (2 * overlap + 1) / (p_sum + z_sum + 1)
    # The weights vary along an axis that this loss drops: they are left out.
    reduced = tf.reduce_mean(values)
check("none", values, 0.40867920161746807)
check("mean", tf.reduce_mean(values), 0.40867920161746807)
check("tf1.SUM_BY_NONZERO_WEIGHTS", tf.compat.v1.losses.compute_weighted_loss(values, reduction=tf.compat.v1.losses.Reduction.SUM_BY_NONZERO_WEIGHTS), 0.40867918729782104, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", tf.reduce_mean(values), 0.40867920161746807)
check("torch.mean", tf.reduce_mean(values), 0.40867920161746807)
check("gradient of mean", tape.gradient(reduced, x), [
    [0.014933138633590427, -0.023225026669511938, -0.023231824004899145],
    [0.015711520328106538, 0.012912819217275546, -0.027817052255613272],
])

