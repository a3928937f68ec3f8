"""The training steps in TensorFlow: Keras layers in a tf.function."""

import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
from serve import serve

tf.config.threading.set_intra_op_parallelism_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))

LAYERS = {"RNN": tf.keras.layers.SimpleRNN, "GRU": tf.keras.layers.GRU, "LSTM": tf.keras.layers.LSTM}


def drawn(batch, shape, classes):
    rng = np.random.default_rng(0)
    x = tf.constant(rng.standard_normal((batch, *shape)).astype(np.float32))
    return x, tf.constant(rng.integers(0, classes, batch))


def classifier(kind, steps):
    layers = [tf.keras.Input((steps, 100)), LAYERS[kind](128), tf.keras.layers.Dense(2)]
    return tf.keras.Sequential(layers), *drawn(64, (steps, 100), 2)


def perceptron():
    layers = [tf.keras.Input((64,)), tf.keras.layers.Dense(128, activation="relu"), tf.keras.layers.Dense(10)]
    return tf.keras.Sequential(layers), *drawn(32, (64,), 10)


def training(kind, steps=None):
    model, x, y = perceptron() if kind == "MLP" else classifier(kind, steps)
    optimizer = tf.keras.optimizers.Adam(1e-3)
    criterion = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)

    @tf.function
    def step():
        with tf.GradientTape() as tape:
            value = criterion(y, model(x, training=True))
        gradients = tape.gradient(value, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return value

    return step


serve(training, lambda value: value.numpy())
