import time

import torch
from torch import nn

STREAM_CALLS = 300
PRODUCTS = 10
STEPS_TIMES = 400  # training steps x time steps that one sample takes

# Gradients that fade over 200 steps end in denormal numbers, with which Python's kernels take several times as
# long. The comparison should not live on that, so it is switched off here; the fused kernels never meet them.
torch.set_flush_denormal(True)


class Classifier(nn.Module):
    def __init__(self, kind, projection):
        super().__init__()
        self.rnn = getattr(nn, kind)(100, 128, batch_first=True, **projection)
        self.fc = nn.Linear(projection.get("proj_size", 128), 2)

    def forward(self, x):
        out, _ = self.rnn(x)
        return nn.functional.log_softmax(self.fc(out[:, -1, :]), 1)


def training_step(kind, steps, **projection):
    torch.manual_seed(0)
    model = Classifier(kind, projection)
    criterion = nn.NLLLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    x = torch.randn(64, steps, 100)
    y = torch.randint(0, 2, (64,))
    count = STEPS_TIMES // steps  # consecutive, as in training

    def run():
        start = time.perf_counter()
        for _ in range(count):
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
        return (time.perf_counter() - start) / count * 1e3

    return run


def stream_step(kind):
    torch.manual_seed(0)
    layer = getattr(nn, kind)(100, 128, batch_first=True).eval()
    x = torch.randn(1, 1, 100)
    h = torch.zeros(1, 1, 128)
    state = (h, h) if kind == "LSTM" else h

    def run():
        start = time.perf_counter()
        with torch.no_grad():
            for _ in range(STREAM_CALLS):
                layer(x, state)
        return (time.perf_counter() - start) / STREAM_CALLS * 1e6

    return run


def matrix_product():
    a, b = torch.randn(3200, 128), torch.randn(128, 384)

    def run():
        start = time.perf_counter()
        for _ in range(PRODUCTS):
            a.matmul(b)
        return (time.perf_counter() - start) / PRODUCTS * 1e3

    return run


cases = {"matrix product 3200 × 128 × 384": matrix_product}
for kind in ("RNN", "GRU", "LSTM"):
    for steps in (50, 200):
        cases[f"{kind} training step, {steps} time steps"] = lambda k=kind, s=steps: training_step(k, s)
    cases[f"{kind} inference, batch 1, one time step"] = lambda k=kind: stream_step(k)
for steps in (50, 200):
    name = f"LSTM with a projection to 64, training step, {steps} time steps"
    cases[name] = lambda s=steps: training_step("LSTM", s, proj_size=64)
