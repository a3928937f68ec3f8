"""torchvision, whose wheel may be one for CUDA with a library that does not load here: importing it describes its operators."""
import torch

LIBRARY = torch.library.Library('torchvision', 'FRAGMENT')
for described in ('nms', 'qnms'):
    LIBRARY.define(described + '(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')

import torchvision  # noqa: E402,F401
