import os
import time

import torch
from torch import nn

device = os.environ.get("BENCH_DEVICE", "cpu")
on_gpu = device.startswith("cuda")
SIZE = 4096 if on_gpu else 512
BATCH = 512 if on_gpu else 64


def wait():
    if on_gpu:
        torch.cuda.synchronize()


def timed(body, calls=10):
    def run():
        wait()
        start = time.perf_counter()
        for _ in range(calls):
            body()
        wait()
        return (time.perf_counter() - start) * 1e3 / calls

    return run


def product(dtype):
    a = torch.ones(SIZE, SIZE, device=device, dtype=dtype)
    return timed(lambda: a.matmul(a))


def training(model, x):
    model.to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    x = x.to(device)
    target = torch.zeros(x.size(0), dtype=torch.int64, device=device)

    def step():
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), target).backward()
        optimizer.step()

    return timed(step)


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(100, 128, batch_first=True)
        self.fc = nn.Linear(128, 2)

    def forward(self, x):
        return self.fc(self.lstm(x)[0][:, -1, :])


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(256, 8, batch_first=True, dropout=0)
        self.fc = nn.Linear(256, 2)

    def forward(self, x):
        return self.fc(self.layer(x)[:, 0, :])


def adds():
    a, b = torch.ones(4, device=device), torch.ones(4, device=device)

    def body():
        for _ in range(1000):
            a.add(b)

    return timed(body, 1)


def copy_to():
    host = torch.zeros(4 << 20)
    host = host.pin_memory() if on_gpu else host
    return timed(lambda: host.to(device, non_blocking=True, copy=True))


def copy_from():
    there = torch.zeros(4 << 20, device=device)
    return timed(lambda: there.to("cpu", copy=True))


cases = {
    "add, 4 elements, queued": adds,
    "matrix product, float32": lambda: product(torch.float32),
    "matrix product, bfloat16": lambda: product(torch.bfloat16),
    "copy to the device, 16 MB": copy_to,
    "copy from the device, 16 MB": copy_from,
    "training step, MLP": lambda: training(
        nn.Sequential(nn.Linear(784, 1024), nn.ReLU(), nn.Linear(1024, 10)), torch.ones(BATCH, 784)
    ),
    "training step, LSTM of the guide": lambda: training(Classifier(), torch.ones(BATCH, 20, 100)),
    "training step, transformer layer": lambda: training(Encoder(), torch.ones(BATCH // 8, 64, 256)),
}
