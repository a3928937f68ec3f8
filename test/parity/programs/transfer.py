import torch
import torch.nn.functional as F
from torch import nn


class StraightThrough(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.sign()

    @staticmethod
    def backward(ctx, gradient):
        x, = ctx.saved_tensors
        return gradient * (x.abs() <= 1).to(gradient.dtype)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 16))
        self.head = nn.Linear(16, 3)

    def forward(self, x):
        return self.head(StraightThrough.apply(self.features(x)))


def train(model, x, y, optimizer, name):
    for step in range(1, 61):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        if step % 20 == 0:
            print(f'{name}, step {step}: loss {loss.item():.6f}')


torch.manual_seed(0)
x = torch.randn(256, 8)
first = x[:, :3].argmax(1)
second = (x[:, :3].sum(1) > 0).to(torch.int64)

model = Network()
train(model, x, first, torch.optim.Adam(model.parameters(), lr=0.01), 'first task')
model.features.requires_grad_(False)
model.head = nn.Linear(16, 2)
model.features[2].requires_grad_(True)
groups = [{'params': model.head.parameters()}, {'params': model.features[2].parameters(), 'lr': 0.001}]
train(model, x, second, torch.optim.Adam(groups, lr=0.01), 'second task')
