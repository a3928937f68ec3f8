"""The training steps in Python's PyTorch: `torch_peer.py eager|compile`."""

import os
import sys

import torch
from serve import serve
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../inference"))
from python import cnn, mlp, resnet18, transformer  # noqa: E402

torch.set_flush_denormal(True)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.ln1 = nn.LayerNorm(256)
        self.attention = nn.MultiheadAttention(256, 8, dropout=0.1, batch_first=True)
        self.dropout = nn.Dropout(0.1)
        self.mlp = nn.Sequential(
            nn.LayerNorm(256), nn.Linear(256, 1024), nn.GELU(approximate="tanh"), nn.Linear(1024, 256), nn.Dropout(0.1)
        )
        self.mask = nn.Transformer.generate_square_subsequent_mask(128)

    def forward(self, x):
        h = self.ln1(x)
        y, _ = self.attention(h, h, h, attn_mask=self.mask, is_causal=True, need_weights=False)
        z = x + self.dropout(y)
        return z + self.mlp(z)


def square(y):
    return y.square().mean()


def classify(classes, count):
    criterion, labels = nn.CrossEntropyLoss(), torch.randint(0, classes, (count,))
    return lambda y: criterion(y, labels)


CASES = {
    "MLP": lambda: (mlp(), torch.randn(64, 784), classify(10, 64)),
    "CNN": lambda: (cnn(), torch.randn(64, 1, 28, 28), classify(10, 64)),
    "ResNet": lambda: (resnet18(), torch.randn(4, 3, 64, 64), classify(1000, 4)),
    "transformer": lambda: (transformer(128, 512, 4), torch.randn(16, 64, 128), square),
    "GPT": lambda: (Block(), torch.randn(8, 128, 256), square),
}


def training(name):
    torch.manual_seed(0)
    model, x, loss = CASES[name]()
    called = torch.compile(model) if sys.argv[1] == "compile" else model
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)

    def step():
        optimizer.zero_grad()
        loss(called(x)).backward()
        optimizer.step()

    return step


serve(training)
