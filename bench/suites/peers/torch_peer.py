"""The training steps in Python's PyTorch: `torch_peer.py eager|compile`."""

import sys

import torch
from serve import serve
from torch import nn

torch.set_flush_denormal(True)


class Classifier(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.rnn = getattr(nn, kind)(100, 128, batch_first=True)
        self.fc = nn.Linear(128, 2)

    def forward(self, x):
        out, _ = self.rnn(x)
        return nn.functional.log_softmax(self.fc(out[:, -1, :]), 1)


def classifier(kind, steps):
    return Classifier(kind), nn.NLLLoss(), torch.randn(64, steps, 100), torch.randint(0, 2, (64,))


def perceptron():
    model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
    return model, nn.CrossEntropyLoss(), torch.randn(32, 64), torch.randint(0, 10, (32,))


def training(kind, steps=None):
    torch.manual_seed(0)
    model, criterion, x, y = perceptron() if kind == "MLP" else classifier(kind, steps)
    called = torch.compile(model) if sys.argv[1] == "compile" else model
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)

    def step():
        optimizer.zero_grad()
        loss = criterion(called(x), y)
        loss.backward()
        optimizer.step()
        return loss

    return step


serve(training)
