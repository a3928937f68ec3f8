"""The same models as node.cjs: python.py <model>."""
import json
import re
import sys
import time

import torch
from torch import nn


def transformer():
    layer = nn.TransformerEncoderLayer(256, 4, 1024, batch_first=True)
    return nn.TransformerEncoder(layer, 4), torch.randn(16, 128, 256)


def cnn():
    def stage(inputs, outputs):
        return [nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU(), nn.MaxPool2d(2)]
    layers = [*stage(3, 32), *stage(32, 64), *stage(64, 128), nn.Flatten(), nn.Linear(2048, 10)]
    return nn.Sequential(*layers), torch.randn(64, 3, 32, 32)


def resident(name):
    with open('/proc/self/status') as status:
        return int(re.search(name + r':\s+(\d+)', status.read()).group(1)) / 1024


before = resident('VmRSS')
model, x = {'transformer': transformer, 'CNN': cnn}[sys.argv[1]]()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
for _ in range(5):
    optimizer.zero_grad()
    model(x).square().mean().backward()
    optimizer.step()
peak = resident('VmHWM')
time.sleep(12)
print(json.dumps({'before': before, 'peak': peak, 'after': resident('VmRSS')}))
