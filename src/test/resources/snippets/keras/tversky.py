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


# Tversky loss: 1 − (Σpz + s)/(Σpz + α·FP + β·FN + s)
x, z = keras.ops.convert_to_tensor(logits), keras.ops.convert_to_tensor(labels)
with tf.GradientTape() as tape:
    tape.watch(x)
    # keras.losses.tversky smooths below only, and up to 3.15.1 has alpha and beta swapped: a formula.
    p = keras.ops.sigmoid(x)
    overlap = keras.ops.sum(p * z)
    p_sum, z_sum = keras.ops.sum(p), keras.ops.sum(z)
    values = 1 - (overlap + 1) / (overlap + 0.5 * (p_sum - overlap) + 0.5 * (z_sum - overlap) + 1)
    # The weights vary along an axis that this loss drops: they are left out.
    reduced = keras.ops.mean(values)


class Shown(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return values


check("none", values, 0.3635705168792352)
check("mean", keras.ops.mean(values), 0.3635705168792352)
check("tf1.SUM_BY_NONZERO_WEIGHTS", keras.ops.mean(keras.ops.cast(values, "float32")), 0.36357051134109497, rtol=1e-05, atol=1e-05)
check("keras.sum_over_batch_size", Shown(reduction="sum_over_batch_size", dtype="float64")(z, x), 0.3635705168792352)
check("torch.mean", keras.ops.mean(values), 0.3635705168792352)
check("gradient of mean", tape.gradient(reduced, x), [
    [0.014298298326893864, -0.019999900844296956, -0.02000575427282834],
    [0.015043589317185073, 0.012363867097205293, -0.02395425825810617],
])

