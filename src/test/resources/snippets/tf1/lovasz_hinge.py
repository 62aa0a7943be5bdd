# random-4 in TF1 compat, with the numbers that LossLoupe shows.
# labels and logits: [n, l] = [2, 3], channels_first, float64
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
session = tf.Session()

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
    value = np.asarray(session.run(value))
    assert value.shape == np.shape(expected), (name, value.shape)
    np.testing.assert_allclose(value, expected, rtol=rtol, atol=atol, err_msg=name)
    print(name, value if value.ndim == 0 else "as expected")


# Lovász hinge: Σ max(1 − x(2z−1), 0)·ΔJaccard
x, z = tf.constant(logits), tf.constant(labels)
# TensorFlow has no operation for it: a formula.
errors = tf.reshape(1 - x * (2 * z - 1), (2, 3))
marks = tf.reshape(z, (2, 3))
order = tf.argsort(errors, axis=1, direction="DESCENDING")
errors, marks = tf.gather(errors, order, axis=1, batch_dims=1), tf.gather(marks, order, axis=1, batch_dims=1)
missed, added = tf.cumsum(marks, axis=1), tf.cumsum(1 - marks, axis=1)
positives = missed[:, -1:]
jaccard = 1 - (positives - missed) / (positives + added)
rise = jaccard - tf.concat([0 * jaccard[:, :1], jaccard[:, :-1]], axis=1)
values = tf.reshape(tf.reduce_sum(tf.nn.relu(errors) * rise, axis=1), (2,))
# The weights vary along an axis that this loss drops: they are left out.
check("none", values, [0.6408126137171163, 2.395071591463304])
check("mean", tf.reduce_mean(values), 1.51794210259021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", tf.losses.compute_weighted_loss(values, reduction=tf.losses.Reduction.SUM_BY_NONZERO_WEIGHTS), 1.5179420709609985, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", tf.reduce_mean(values), 1.51794210259021)
check("torch.mean", tf.reduce_mean(values), 1.51794210259021)
check("gradient of mean", tf.gradients(tf.reduce_mean(values), x)[0], [
    [0.16666666666666669, 0, 0],
    [0, 0, -0.5],
])

