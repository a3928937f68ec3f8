import os
import sys
import tempfile
import time

import torch

sys.path.insert(0, os.path.dirname(__file__))
from make import make  # noqa: E402

FOLDER = os.path.join(tempfile.gettempdir(), 'libtorch-node-bench-models')


def load(name):
    torch.set_num_threads(1)
    make(FOLDER)
    program = torch.export.load(os.path.join(FOLDER, name + '.pt2'))
    return program.module(), program.example_inputs[0]


def timed(body, count):
    start = time.perf_counter()
    for _ in range(count):
        body()
    return (time.perf_counter() - start) / count * 1e6


def call(name, count):
    def prepare():
        module, args = load(name)

        def run():
            with torch.no_grad():
                return timed(lambda: module(*args), count)

        return run

    return prepare


def step(name, count):
    def prepare():
        module, args = load(name)
        optimizer = torch.optim.SGD(module.parameters(), lr=1e-6)

        def one():
            optimizer.zero_grad()
            module(*args).square().mean().backward()
            optimizer.step()

        return lambda: timed(one, count)

    return prepare


def loading():
    make(FOLDER)
    path = os.path.join(FOLDER, 'large.pt2')

    def run():
        start = time.perf_counter()
        torch.export.load(path)
        return (time.perf_counter() - start) * 1e3

    return run


cases = {
    'call of an MLP': call('mlp', 100),
    'call of a transformer': call('transformer', 20),
    'call of a CNN': call('cnn', 20),
    'training step of an MLP': step('mlp', 50),
    'training step of a transformer': step('transformer', 10),
    'load of 500 MB': loading,
}
