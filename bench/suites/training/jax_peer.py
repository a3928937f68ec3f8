"""The training steps in JAX: jit, Adam written out."""

import jax
import jax.numpy as jnp
import numpy as np
from serve import serve

RNG = np.random.default_rng(0)


def draw(*shape):
    return jnp.asarray(RNG.standard_normal(shape).astype(np.float32) * 0.05)


def dense(inputs, outputs):
    return {"w": draw(inputs, outputs), "b": jnp.zeros(outputs)}


def norm(width):
    return {"w": jnp.ones(width), "b": jnp.zeros(width)}


def linear(p, x):
    return x @ p["w"] + p["b"]


def layer_norm(p, x):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(variance + 1e-5) * p["w"] + p["b"]


def dropout(key, x):
    return x * jax.random.bernoulli(key, 0.9, x.shape) / 0.9


def attention(p, x, heads, key, causal):
    n, length, width = x.shape
    q, k, v = jnp.split(linear(p["in"], x), 3, -1)
    q, k, v = (a.reshape(n, length, heads, -1).swapaxes(1, 2) for a in (q, k, v))
    scores = q @ k.swapaxes(-1, -2) / (width // heads) ** 0.5
    if causal:
        scores = jnp.where(jnp.tril(jnp.ones((length, length), bool)), scores, -jnp.inf)
    y = dropout(key, jax.nn.softmax(scores)) @ v
    return linear(p["out"], y.swapaxes(1, 2).reshape(n, length, width))


def layer(width, hidden):
    attend = {"in": dense(width, 3 * width), "out": dense(width, width)}
    return {"attend": attend, "n1": norm(width), "n2": norm(width), "l1": dense(width, hidden), "l2": dense(hidden, width)}


def encoder(p, x, key):
    for each in p:
        key, *keys = jax.random.split(key, 5)
        x = layer_norm(each["n1"], x + dropout(keys[0], attention(each["attend"], x, 4, keys[1], False)))
        hidden = dropout(keys[2], jax.nn.relu(linear(each["l1"], x)))
        x = layer_norm(each["n2"], x + dropout(keys[3], linear(each["l2"], hidden)))
    return x


def block(p, x, key):
    keys = jax.random.split(key, 3)
    x = x + dropout(keys[0], attention(p["attend"], layer_norm(p["n1"], x), 8, keys[1], True))
    hidden = jax.nn.gelu(linear(p["l1"], layer_norm(p["n2"], x)), approximate=True)
    return x + dropout(keys[2], linear(p["l2"], hidden))


def perceptron(p, x, key):
    return linear(p[2], jax.nn.relu(linear(p[1], jax.nn.relu(linear(p[0], x)))))


def stage(p, x):
    y = jax.lax.conv_general_dilated(x, p["w"], (1, 1), "SAME") + p["b"][:, None, None]
    mean, variance = y.mean((0, 2, 3), keepdims=True), y.var((0, 2, 3), keepdims=True)
    y = (y - mean) * jax.lax.rsqrt(variance + 1e-5) * p["s"][:, None, None] + p["t"][:, None, None]
    return jax.lax.reduce_window(jax.nn.relu(y), -jnp.inf, jax.lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID")


def stage_of(inputs, outputs):
    zeros = jnp.zeros(outputs)
    return {"w": draw(outputs, inputs, 3, 3), "b": zeros, "s": jnp.ones(outputs), "t": zeros}


def convolutional(p, x, key):
    y = stage(p["second"], stage(p["first"], x))
    return linear(p["out"], y.reshape(len(x), -1))


def classify(y, labels):
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(y), labels[:, None], 1))


def square(y, labels):
    return jnp.mean(y * y)


CASES = {
    "MLP": lambda: (perceptron, [dense(784, 256), dense(256, 128), dense(128, 10)], draw(64, 784), classify),
    "CNN": lambda: (
        convolutional,
        {"first": stage_of(1, 16), "second": stage_of(16, 32), "out": dense(1568, 10)},
        draw(64, 1, 28, 28),
        classify,
    ),
    "transformer": lambda: (encoder, [layer(128, 512) for _ in range(4)], draw(16, 64, 128), square),
    "GPT": lambda: (block, layer(256, 1024), draw(8, 128, 256), square),
}


def adam(p, m, v, t, g):
    m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
    v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
    rate = 1e-4 * jnp.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    p = jax.tree.map(lambda a, b, c: a - rate * b / (jnp.sqrt(c) + 1e-8), p, m, v)
    return p, m, v, t + 1


def training(name):
    forward, p, x, loss = CASES[name]()
    labels = jnp.asarray(RNG.integers(0, 10, len(x)))

    @jax.jit
    def update(p, m, v, t, key):
        key, used = jax.random.split(key)
        value, g = jax.value_and_grad(lambda q: loss(forward(q, x, used), labels))(p)
        return *adam(p, m, v, t, g), key, value

    zeros = jax.tree.map(jnp.zeros_like, p)
    state = [p, zeros, zeros, jnp.asarray(1.0), jax.random.key(0)]

    def step():
        *state[:], value = update(*state)
        return state, value

    return step


serve(training, jax.block_until_ready)
