import time

import torch
from torch import nn

CALLS = 2000


def adds(requires_grad):
    x = torch.ones(4, requires_grad=requires_grad)
    y = torch.ones(4)

    def run():
        start = time.perf_counter()
        for _ in range(CALLS):
            x.add(y)
        return (time.perf_counter() - start) / CALLS * 1e9

    return run


class RNNModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(100, 128, batch_first=True)
        self.fc = nn.Linear(128, 2)

    def forward(self, x):
        out, _ = self.rnn(x)
        return nn.functional.log_softmax(self.fc(out[:, -1, :]), 1)


def guide_step():
    torch.manual_seed(0)
    model = RNNModel()
    criterion = nn.NLLLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    x = torch.randn(64, 10, 100)
    y = torch.randint(0, 2, (64,))

    def run():
        start = time.perf_counter()
        for _ in range(20):
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
        return (time.perf_counter() - start) / 20 * 1e3

    return run


cases = {
    "add, 4 elements, in a scope": lambda: adds(False),
    "add, 4 elements, without a scope": lambda: adds(False),
    "add, 4 elements, with gradients": lambda: adds(True),
    "training step, RNN 100-128-2, 10 steps": guide_step,
}
