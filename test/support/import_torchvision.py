"""torchvision, whose wheel may be one for CUDA with a library that does not load here: importing it describes its operators."""
import os

# Where its operators are missing, torchvision compiles replacements in C++, for seconds each; as they are written they do the same.
os.environ["TORCHDYNAMO_DISABLE"] = "1"

import torch  # noqa: E402

LIBRARY = torch.library.Library('torchvision', 'FRAGMENT')
for described in ('nms', 'qnms'):
    LIBRARY.define(described + '(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')

import torchvision  # noqa: E402,F401
