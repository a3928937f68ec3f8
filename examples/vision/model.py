"""Writes torchvision's ResNet-18, with a new last layer, as a program that Node trains.

    python examples/vision/model.py model.pt2 [--classes 3] [--side 64] [--random]

--random starts from random weights instead of those that torchvision downloads.
"""
import argparse

import torch
import torchvision

flags = argparse.ArgumentParser()
flags.add_argument('file')
flags.add_argument('--classes', type=int, default=3)
flags.add_argument('--side', type=int, default=64)
flags.add_argument('--random', action='store_true')
given = flags.parse_args()

weights = None if given.random else torchvision.models.ResNet18_Weights.DEFAULT
model = torchvision.models.resnet18(weights=weights)
model.fc = torch.nn.Linear(model.fc.in_features, given.classes)

# A program keeps the mode in which it is exported. In evaluation mode batch norm uses the statistics that it has
# learned, as is usual when a model is fine-tuned, and as ONNX needs it. All weights still train.
model.eval()
batch = torch.export.Dim('batch', min=1, max=256)
example = torch.randn(2, 3, given.side, given.side)
program = torch.export.export(model, (example,), dynamic_shapes=({0: batch},))
torch.export.save(program, given.file)
