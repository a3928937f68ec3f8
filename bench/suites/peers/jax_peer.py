"""The training steps in JAX: jit, lax.scan, Adam written out."""

import jax
import jax.numpy as jnp
import numpy as np
from serve import serve

BATCH, INPUT, HIDDEN, CLASSES = 64, 100, 128, 2
GATES = {"RNN": 1, "GRU": 3, "LSTM": 4}


def cell(kind, p, carry, projected):
    if kind == "LSTM":
        h, c = carry
        i, f, g, o = jnp.split(projected + h @ p["recurrent"] + p["bias"], 4, axis=-1)
        c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
        return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None
    (h,) = carry
    hidden = h @ p["recurrent"] + p["bias"]
    if kind == "RNN":
        return (jnp.tanh(projected + hidden),), None
    xr, xz, xn = jnp.split(projected, 3, axis=-1)
    hr, hz, hn = jnp.split(hidden, 3, axis=-1)
    r, z = jax.nn.sigmoid(xr + hr), jax.nn.sigmoid(xz + hz)
    n = jnp.tanh(xn + r * hn)
    return (n + z * (h - n),), None


def recurrent(kind, p, x):
    projected = jnp.swapaxes(x @ p["input"] + p["input_bias"], 0, 1)  # one product for all time steps
    start = tuple(jnp.zeros((BATCH, HIDDEN)) for _ in range(2 if kind == "LSTM" else 1))
    carry, _ = jax.lax.scan(lambda c, t: cell(kind, p, c, t), start, projected)
    return carry[0] @ p["out"] + p["out_bias"]


def perceptron(p, x):
    return jax.nn.relu(x @ p["input"] + p["input_bias"]) @ p["out"] + p["out_bias"]


def loss(forward, p, x, y):
    scores = jax.nn.log_softmax(forward(p, x))
    return -jnp.mean(jnp.take_along_axis(scores, y[:, None], axis=1))


def adam(p, m, v, t, g):
    m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
    v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
    rate = 1e-3 * jnp.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    p = jax.tree.map(lambda a, b, c: a - rate * b / (jnp.sqrt(c) + 1e-8), p, m, v)
    return p, m, v, t + 1


def parameters(rng, shapes):
    draw = lambda shape: jnp.asarray(rng.uniform(-1, 1, shape).astype(np.float32) / HIDDEN**0.5)
    return {name: draw(shape) for name, shape in shapes.items()}


def training(kind, steps=None):
    rng = np.random.default_rng(0)
    if kind == "MLP":
        forward, classes = perceptron, 10
        p = parameters(rng, {"input": (64, 128), "input_bias": (128,), "out": (128, 10), "out_bias": (10,)})
        x = jnp.asarray(rng.standard_normal((32, 64)).astype(np.float32))
    else:
        forward, classes = lambda p, x: recurrent(kind, p, x), CLASSES
        wide = GATES[kind] * HIDDEN
        shapes = {"input": (INPUT, wide), "input_bias": (wide,), "recurrent": (HIDDEN, wide), "bias": (wide,)}
        p = parameters(rng, {**shapes, "out": (HIDDEN, CLASSES), "out_bias": (CLASSES,)})
        x = jnp.asarray(rng.standard_normal((BATCH, steps, INPUT)).astype(np.float32))
    y = jnp.asarray(rng.integers(0, classes, len(x)))

    @jax.jit
    def update(p, m, v, t):
        value, g = jax.value_and_grad(lambda q: loss(forward, q, x, y))(p)
        return *adam(p, m, v, t, g), value

    zeros = jax.tree.map(jnp.zeros_like, p)
    state = [p, zeros, zeros, jnp.asarray(1.0)]

    def step():
        *state[:], value = update(*state)
        return state, value

    return step


serve(training, jax.block_until_ready)
