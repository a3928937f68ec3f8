"""Writes the programs of this suite into a folder, those that are not there yet."""
import os
import sys

import torch
from torch import nn


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        layer = nn.TransformerEncoderLayer(32, 4, 64, batch_first=True, dropout=0.0)
        self.embedding = nn.Embedding(100, 32)
        self.encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.out = nn.Linear(32, 5)

    def forward(self, ids):
        return self.out(self.encoder(self.embedding(ids)).mean(1))


def cnn():
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1),
        nn.BatchNorm2d(32), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 10))


MODELS = {
    'mlp': (lambda: nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 4)), lambda: torch.randn(8, 16)),
    'transformer': (Transformer, lambda: torch.randint(0, 100, (4, 12))),
    'cnn': (cnn, lambda: torch.randn(2, 3, 32, 32)),
    'large': (lambda: nn.Sequential(*(nn.Linear(2560, 2560) for _ in range(20))), lambda: torch.randn(1, 2560)),
}


def make(folder):
    os.makedirs(folder, exist_ok=True)
    for name, (model, inputs) in MODELS.items():
        path = os.path.join(folder, name + '.pt2')
        if os.path.exists(path):
            continue
        torch.manual_seed(0)
        program = torch.export.export(model(), (inputs(),))
        torch.export.save(program, path + '.new.pt2')
        os.rename(path + '.new.pt2', path)


if __name__ == '__main__':
    make(sys.argv[1])
