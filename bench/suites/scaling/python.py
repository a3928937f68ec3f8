import json
import pathlib
import time

import torch
from torch import nn

torch.set_flush_denormal(True)  # as in the suite `recurrent`

BASE = {"batch": 64, "steps": 50, "hidden": 128, "layers": 1}
SHAPES = json.loads((pathlib.Path(__file__).parent / "shapes.json").read_text())


AT_LEAST_S = 0.03


def milliseconds(step):
    """Of one step among consecutive ones, as in training."""
    start = time.perf_counter()
    count, elapsed = 0, 0
    while elapsed < AT_LEAST_S:
        step()
        elapsed = time.perf_counter() - start
        count += 1
    return elapsed / count * 1e3


def training_step(batch, steps, hidden, layers):
    torch.manual_seed(0)
    gru = nn.GRU(100, hidden, num_layers=layers, batch_first=True)
    fc = nn.Linear(hidden, 2)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam([*gru.parameters(), *fc.parameters()], lr=0.001)
    x, y = torch.randn(batch, steps, 100), torch.randint(0, 2, (batch,))

    def step():
        optimizer.zero_grad()
        criterion(fc(gru(x)[0].select(1, -1)), y).backward()
        optimizer.step()

    return lambda: milliseconds(step)


def product():
    a, b = torch.randn(3200, 128), torch.randn(128, 384)
    return lambda: milliseconds(lambda: a.matmul(b))


def copy():
    source, target = torch.ones(16_000_000), torch.zeros(16_000_000)
    return lambda: milliseconds(lambda: target.copy_(source))


cases = {"matrix product": product, "copy of 64 MB": copy}
for what, values in SHAPES.items():
    for value in values:
        cases[f"{what} {value}"] = lambda w=what, v=value: training_step(**{**BASE, w: v})
