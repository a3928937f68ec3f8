import time

import torch
from torch import nn

STREAM_CALLS = 300


class Classifier(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.rnn = getattr(nn, kind)(100, 128, batch_first=True)
        self.fc = nn.Linear(128, 2)

    def forward(self, x):
        out, _ = self.rnn(x)
        return nn.functional.log_softmax(self.fc(out[:, -1, :]), 1)


def training_step(kind, steps):
    torch.manual_seed(0)
    model = Classifier(kind)
    criterion = nn.NLLLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    x = torch.randn(64, steps, 100)
    y = torch.randint(0, 2, (64,))

    def run():
        start = time.perf_counter()
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        return (time.perf_counter() - start) * 1e3

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


cases = {}
for kind in ("RNN", "GRU", "LSTM"):
    for steps in (50, 200):
        cases[f"{kind} training step, {steps} time steps"] = lambda k=kind, s=steps: training_step(k, s)
    cases[f"{kind} inference, batch 1, one time step"] = lambda k=kind: stream_step(k)
