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


# Sparse softmax cross-entropy: w_y·(ln Σ e^x − x_y)
x, z = keras.ops.convert_to_tensor(logits), keras.ops.convert_to_tensor(labels)
with tf.GradientTape() as tape:
    tape.watch(x)
    y = labels.argmax(axis=0)  # class of each position, the first of equals
    counts = labels.max(axis=0) > 0  # a position without a label is ignored
    w_y = counts.astype(dtype)
    # Classes must be last on the backend TensorFlow.
    values = keras.ops.sparse_categorical_crossentropy(np.where(counts, y, 0), keras.ops.transpose(x, (1, 0)), from_logits=True)
    values = values * w_y
    weights = np.array([0, 1, 1], dtype)
    w = keras.ops.convert_to_tensor(weights)
    w_full = np.broadcast_to(weights, (3,))
    weighted = values * w
    reduced = keras.ops.mean(weighted)


class Shown(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return values


check("none", weighted, [0, 0.49126311490453556, 0.04539810153567178])
check("mean", keras.ops.mean(weighted), 0.1788870721467358)
check("tf1.SUM_BY_NONZERO_WEIGHTS", keras.ops.sum(keras.ops.cast(values, "float32") * keras.ops.cast(w, "float32")) / float(np.count_nonzero(w_full)), 0.2683306038379669, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", Shown(reduction="sum_over_batch_size", dtype="float64")(z, x, sample_weight=w), 0.1788870721467358)
check("torch.mean", keras.ops.sum(weighted) / float(w_y.sum()), 0.2683306082201037)
check("gradient of mean", tape.gradient(reduced, x), [
    [0, -0.12938231161348782, -0.014794342162339172],
    [0, 0.12938231161348782, 0.014794342162339172],
])

