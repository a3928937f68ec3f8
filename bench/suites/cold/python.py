"""The same cases as node.cjs: python.py <case> <marks>."""
import json
import resource
import sys
import time

import torch
from torch import nn


def add(kilobytes):
    x = torch.ones(kilobytes * 256)
    return lambda: x.add(x)


def call(module, x):
    module.eval()
    return lambda: module(x)


def features(module):
    return call(module, torch.randn(64, 128))


def mlp():
    layers = [nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)]
    return call(nn.Sequential(*layers), torch.randn(1, 784))


def cnn():
    first = [nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2)]
    second = [nn.Conv2d(16, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2)]
    return call(nn.Sequential(*first, *second, nn.Flatten(), nn.Linear(1568, 10)), torch.randn(1, 1, 28, 28))


def transformer():
    layer = nn.TransformerEncoderLayer(64, 4, 128, batch_first=True)
    return call(nn.TransformerEncoder(layer, 2), torch.randn(1, 32, 64))


def generate():
    embed, gru, head = nn.Embedding(96, 64), nn.GRU(64, 128, batch_first=True), nn.Linear(128, 96)

    def run():
        character, state = torch.zeros(1, 1, dtype=torch.int64), torch.zeros(1, 1, 128)
        for _ in range(1000):
            output, state = gru(embed(character), state)
            character = head(output)[:, 0].softmax(-1).multinomial(1)
        return character

    return run


CASES = {
    "add of 1 KB": lambda: add(1),
    "add of 4 KB": lambda: add(4),
    "add of 16 KB": lambda: add(16),
    "add of 64 KB": lambda: add(64),
    "LayerNorm": lambda: features(nn.LayerNorm(128)),
    "Linear": lambda: features(nn.Linear(128, 128)),
    "GELU": lambda: features(nn.GELU()),
    "LayerNorm, Linear, GELU": lambda: features(
        nn.Sequential(nn.LayerNorm(128), nn.Linear(128, 128), nn.GELU())
    ),
    "MLP": mlp,
    "CNN": cnn,
    "transformer": transformer,
    "GRU": lambda: call(nn.GRU(64, 128, batch_first=True), torch.randn(1, 20, 64)),
    "1,000 characters from a GRU": generate,
}


def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def own():
    """Processor time of the main thread in microseconds."""
    return time.thread_time() * 1e6


name, marks = sys.argv[1:]
report = {}
with torch.no_grad():
    step = CASES[name]()
    before, start, busy, done = faults(), time.perf_counter(), own(), 0
    for mark in map(int, marks.split(",")):
        while done < mark:
            step()
            done += 1
        report[mark] = [(time.perf_counter() - start) * 1e6, faults() - before, own() - busy]
print(json.dumps(report))
