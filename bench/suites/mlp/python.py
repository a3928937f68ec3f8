import time

import torch
from torch import nn

STEPS = 100


def network():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))


def microseconds(step):
    start = time.perf_counter()
    for _ in range(STEPS):
        step()
    return (time.perf_counter() - start) / STEPS * 1e6


def training():
    model = network()
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    x, y = torch.randn(32, 64), torch.randint(0, 10, (32,))

    def step():
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()

    return lambda: microseconds(step)


def inference():
    model = network().eval()
    x = torch.randn(32, 64)

    def run():
        with torch.no_grad():
            return microseconds(lambda: model(x))

    return run


cases = {
    "training step, 64-128-10, batch 32": training,
    "inference, 64-128-10, batch 32": inference,
}
