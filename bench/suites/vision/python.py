import os
import subprocess
import sys
import tempfile
import time

import torch

# torchvision's wheel may be one for CUDA, whose library does not load here; importing it describes these operators.
LIBRARY = torch.library.Library('torchvision', 'FRAGMENT')
for described in ('nms', 'qnms'):
    LIBRARY.define(described + '(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')

from torchvision import datasets, models  # noqa: E402
from torchvision.transforms import v2  # noqa: E402

folder = os.path.join(tempfile.gettempdir(), 'libtorch-node-bench-pictures')


def timed(body, count):
    start = time.perf_counter()
    for _ in range(count):
        body()
    return (time.perf_counter() - start) / count * 1e3


def training():
    torch.manual_seed(0)
    model = models.resnet18(num_classes=10)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    x, y = torch.randn(16, 3, 64, 64), torch.randint(0, 10, (16,))

    def step():
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()

    return lambda: timed(step, 3)


def inference():
    model = models.resnet18().eval()
    x = torch.randn(1, 3, 224, 224)

    def run():
        with torch.no_grad():
            return timed(lambda: model(x), 5)

    return run


def pictures():
    subprocess.run([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'make.py'), folder], check=True)
    transform = v2.Compose([
        v2.RandomResizedCrop(224),
        v2.RandomHorizontalFlip(),
        v2.ToImage(),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ])
    dataset = datasets.ImageFolder(folder, transform)
    loader = torch.utils.data.DataLoader(dataset, batch_size=16, shuffle=True, num_workers=2, persistent_workers=True)

    def epoch():
        for _ in loader:
            pass

    return lambda: timed(epoch, 1)


cases = {
    'ResNet-18, training step, batch 16 of 64 × 64': training,
    'ResNet-18, batch 1 of 224 × 224': inference,
    '96 pictures to crops of 224, two workers': pictures,
}
