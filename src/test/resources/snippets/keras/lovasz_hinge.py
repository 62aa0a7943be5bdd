# random-4 in Keras 3, with the numbers that LossLoupe shows.
# labels and logits: [n, l] = [2, 3], channels_first, float64
import keras  # asserted on its backend TensorFlow
import numpy as np
import tensorflow as tf  # Keras leaves derivatives to its backend

keras.config.set_floatx("float64")  # losses compute in float32 unless told otherwise

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
    value = np.asarray(keras.ops.convert_to_numpy(value))
    assert value.shape == np.shape(expected), (name, value.shape)
    np.testing.assert_allclose(value, expected, rtol=rtol, atol=atol, err_msg=name)
    print(name, value if value.ndim == 0 else "as expected")


# Lovász hinge: Σ max(1 − x(2z−1), 0)·ΔJaccard
x, z = keras.ops.convert_to_tensor(logits), keras.ops.convert_to_tensor(labels)
with tf.GradientTape() as tape:
    tape.watch(x)
    # Keras has no operation for it: a formula.
    errors = keras.ops.reshape(1 - x * (2 * z - 1), (2, 3))
    marks = keras.ops.reshape(z, (2, 3))
    order = keras.ops.argsort(-errors, axis=1)
    errors, marks = keras.ops.take_along_axis(errors, order, axis=1), keras.ops.take_along_axis(marks, order, axis=1)
    missed, added = keras.ops.cumsum(marks, axis=1), keras.ops.cumsum(1 - marks, axis=1)
    positives = missed[:, -1:]
    jaccard = 1 - (positives - missed) / (positives + added)
    rise = jaccard - keras.ops.concatenate([0 * jaccard[:, :1], jaccard[:, :-1]], axis=1)
    values = keras.ops.reshape(keras.ops.sum(keras.ops.relu(errors) * rise, axis=1), (2,))
    # The weights vary along an axis that this loss drops: they are left out.
    reduced = keras.ops.mean(values)


class Shown(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return values


check("none", values, [0.6408126137171163, 2.395071591463304])
check("mean", keras.ops.mean(values), 1.51794210259021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", keras.ops.mean(keras.ops.cast(values, "float32")), 1.5179420709609985, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", Shown(reduction="sum_over_batch_size", dtype="float64")(z, x), 1.51794210259021)
check("torch.mean", keras.ops.mean(values), 1.51794210259021)
check("gradient of mean", tape.gradient(reduced, x), [
    [0.16666666666666669, 0, 0],
    [0, 0, -0.5],
])

