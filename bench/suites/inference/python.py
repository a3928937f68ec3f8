import time

import torch
from torch import nn

torch.set_flush_denormal(True)


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.down = None
        if stride != 1 or inputs != outputs:
            self.down = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        return self.relu(y + (x if self.down is None else self.down(x)))


def resnet18():
    layers = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    inputs = 64
    for outputs in (64, 128, 256, 512):
        layers += [Block(inputs, outputs, 1 if outputs == 64 else 2), Block(outputs, outputs, 1)]
        inputs = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


def mlp():
    return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))


def cnn():
    def stage(inputs, outputs):
        return [nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU(), nn.MaxPool2d(2)]
    return nn.Sequential(*stage(1, 16), *stage(16, 32), nn.Flatten(), nn.Linear(1568, 10))


def transformer(width, feed_forward, layers):
    return nn.TransformerEncoder(nn.TransformerEncoderLayer(width, 4, feed_forward, batch_first=True), layers)


def timed(call, x, count):
    start = time.perf_counter()
    for _ in range(count):
        call(x)
    return (time.perf_counter() - start) / count * 1e6


def answering(make, shape, count):
    """Microseconds of one call by the faster of eager mode and torch.compile."""
    def prepare():
        model, x = make().eval().requires_grad_(False), torch.randn(*shape)
        torch._dynamo.reset()
        compiled = torch.compile(model)
        with torch.no_grad():
            compiled(x)

        def run():
            with torch.no_grad():
                return min(timed(model, x, count), timed(compiled, x, count))

        return run

    return prepare


cases = {
    'MLP 784-256-128-10': answering(mlp, (1, 784), 200),
    'CNN, 28 × 28': answering(cnn, (1, 1, 28, 28), 100),
    'ResNet-18, 224 × 224': answering(resnet18, (1, 3, 224, 224), 2),
    'transformer, 4 layers of 256, 64 positions': answering(lambda: transformer(256, 1024, 4), (1, 64, 256), 5),
    'transformer, 2 layers of 64, 32 positions': answering(lambda: transformer(64, 128, 2), (1, 32, 64), 50),
    'GRU 64-128, 20 steps': answering(lambda: nn.GRU(64, 128, batch_first=True), (1, 20, 64), 50),
}
