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


# Sigmoid cross-entropy: max(x,0) − x·z + ln(1+e^−|x|)
x, z = keras.ops.convert_to_tensor(logits), keras.ops.convert_to_tensor(labels)
with tf.GradientTape() as tape:
    tape.watch(x)
    values = keras.ops.binary_crossentropy(z, x, from_logits=True)
    weights = np.array([0, 1, 1], dtype)
    w = keras.ops.convert_to_tensor(weights)
    w_full = np.broadcast_to(weights, (2, 3))
    weighted = values * w
    reduced = keras.ops.mean(weighted)
check("none", weighted, [
    [0, 0.17171142069517514, 0.17177889539585053],
    [0, 1.478493749858468, 1.6164658490731187],
])
check("mean", keras.ops.mean(weighted), 0.5730749858371021)
check("tf1.SUM_BY_NONZERO_WEIGHTS", keras.ops.sum(keras.ops.cast(values, "float32") * keras.ops.cast(w, "float32")) / float(np.count_nonzero(w_full)), 0.8596124649047852, rtol=1e-05, atol=1e-05)
check("torch.mean", keras.ops.mean(weighted), 0.5730749858371021)
check("gradient of mean", tape.gradient(reduced, x), [
    [0, -0.026296302334080042, -0.026305773462862697],
    [0, 0.12866986232585692, -0.13356677661482202],
])

