"""The guide's training step in TensorFlow: Keras layers in a tf.function. Reads the names of cells, answers with ms."""

import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))

LAYERS = {"RNN": tf.keras.layers.SimpleRNN, "GRU": tf.keras.layers.GRU, "LSTM": tf.keras.layers.LSTM}


def training(kind, steps):
    rng = np.random.default_rng(0)
    x = tf.constant(rng.standard_normal((64, steps, 100)).astype(np.float32))
    y = tf.constant(rng.integers(0, 2, 64))
    model = tf.keras.Sequential([tf.keras.Input((steps, 100)), LAYERS[kind](128), tf.keras.layers.Dense(2)])
    optimizer = tf.keras.optimizers.Adam(1e-3)
    criterion = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)

    @tf.function
    def step():
        with tf.GradientTape() as tape:
            value = criterion(y, model(x, training=True))
        gradients = tape.gradient(value, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return value

    def run():
        begin = time.perf_counter()
        step().numpy()
        return (time.perf_counter() - begin) * 1e3

    return run


ready = {}
for line in sys.stdin:
    kind, steps = line.split()
    if line not in ready:
        ready[line] = training(kind, int(steps))
        ready[line]()
    print(ready[line](), flush=True)
