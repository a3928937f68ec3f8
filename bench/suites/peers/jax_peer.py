"""The guide's training step in JAX: jit, lax.scan, Adam written out. Reads the names of cells, answers with ms."""

import sys
import time

import jax
import jax.numpy as jnp
import numpy as np

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


def loss(kind, p, x, y):
    projected = jnp.swapaxes(x @ p["input"] + p["input_bias"], 0, 1)  # one product for all time steps
    start = tuple(jnp.zeros((BATCH, HIDDEN)) for _ in range(2 if kind == "LSTM" else 1))
    carry, _ = jax.lax.scan(lambda c, t: cell(kind, p, c, t), start, projected)
    scores = jax.nn.log_softmax(carry[0] @ p["out"] + p["out_bias"])
    return -jnp.mean(jnp.take_along_axis(scores, y[:, None], axis=1))


def training(kind, steps):
    rng = np.random.default_rng(0)
    wide = GATES[kind] * HIDDEN
    draw = lambda *shape: jnp.asarray(rng.uniform(-1, 1, shape).astype(np.float32) / HIDDEN**0.5)
    p = {
        "input": draw(INPUT, wide),
        "input_bias": draw(wide),
        "recurrent": draw(HIDDEN, wide),
        "bias": draw(wide),
        "out": draw(HIDDEN, CLASSES),
        "out_bias": draw(CLASSES),
    }
    x = jnp.asarray(rng.standard_normal((BATCH, steps, INPUT)).astype(np.float32))
    y = jnp.asarray(rng.integers(0, CLASSES, BATCH))

    @jax.jit
    def step(p, m, v, t):
        value, g = jax.value_and_grad(lambda q: loss(kind, q, x, y))(p)
        m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
        v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
        rate = 1e-3 * jnp.sqrt(1 - 0.999**t) / (1 - 0.9**t)
        p = jax.tree.map(lambda a, b, c: a - rate * b / (jnp.sqrt(c) + 1e-8), p, m, v)
        return p, m, v, t + 1, value

    zeros = jax.tree.map(jnp.zeros_like, p)
    state = [p, zeros, zeros, jnp.asarray(1.0)]

    def run():
        begin = time.perf_counter()
        *state[:], value = step(*state)
        jax.block_until_ready(value)
        jax.block_until_ready(state)
        return (time.perf_counter() - begin) * 1e3

    return run


ready = {}
for line in sys.stdin:
    kind, steps = line.split()
    if line not in ready:
        ready[line] = training(kind, int(steps))
        ready[line]()
    print(ready[line](), flush=True)
