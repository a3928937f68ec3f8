"""The training steps in TensorFlow: Keras layers in a tf.function."""

import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
from serve import serve

tf.config.threading.set_intra_op_parallelism_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
layers = tf.keras.layers


def perceptron():
    return [tf.keras.Input((784,)), layers.Dense(256, "relu"), layers.Dense(128, "relu"), layers.Dense(10)], (784,)


def convolutional():
    def stage(outputs):
        return [
            layers.Conv2D(outputs, 3, padding="same"), layers.BatchNormalization(), layers.ReLU(), layers.MaxPool2D(2)
        ]
    shape = (28, 28, 1)
    return [tf.keras.Input(shape), *stage(16), *stage(32), layers.Flatten(), layers.Dense(10)], shape


CASES = {"MLP": perceptron, "CNN": convolutional}


def training(name):
    made, shape = CASES[name]()
    model = tf.keras.Sequential(made)
    rng = np.random.default_rng(0)
    x = tf.constant(rng.standard_normal((64, *shape)).astype(np.float32))
    y = tf.constant(rng.integers(0, 10, 64))
    optimizer = tf.keras.optimizers.Adam(1e-4)
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
