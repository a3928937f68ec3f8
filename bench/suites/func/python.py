import time

import torch
from torch import nn
from torch.func import functional_call, grad, hessian, vmap

BATCH = 64


def timed(repeats, run):
    def measure():
        start = time.perf_counter()
        for _ in range(repeats):
            run()
        return (time.perf_counter() - start) / repeats * 1e3

    return measure


def cross_entropy(logits, y):
    return nn.functional.cross_entropy(logits.unsqueeze(0), y.unsqueeze(0))


def per_sample(model, x, repeats):
    parameters = {name: p.detach() for name, p in model.named_parameters()}
    y = torch.randint(0, 10, (BATCH,))
    gradients = vmap(grad(lambda p, x, y: cross_entropy(functional_call(model, p, (x,)), y)), (None, 0, 0))
    return timed(repeats, lambda: gradients(parameters, x, y))


def mlp():
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
    return per_sample(model, torch.randn(BATCH, 64), 20)


class Letters(nn.Module):
    def __init__(self):
        super().__init__()
        self.input = nn.Linear(57, 128)
        self.hidden = nn.Linear(128, 128)
        self.output = nn.Linear(128, 10)

    def forward(self, x):
        hidden = torch.zeros(1, 128)
        for i in range(x.size(0)):
            hidden = torch.tanh(self.input(x.select(0, i).unsqueeze(0)) + self.hidden(hidden))
        return self.output(hidden).squeeze(0)


def rnn():
    torch.manual_seed(0)
    return per_sample(Letters(), torch.randn(BATCH, 10, 57), 3)


def hessian_of():
    torch.manual_seed(0)
    x, w = torch.randn(32), torch.randn(32, 32)
    of = hessian(lambda v: w.matmul(v).tanh().pow(2).sum())
    return timed(10, lambda: of(x))


cases = {
    "per-sample gradients, MLP 64-128-10": mlp,
    "per-sample gradients, recurrence of the guide": rnn,
    "Hessian, 32 inputs": hessian_of,
}
