"""Writes the JPEG files that both sides read: smooth colours with some noise, of the size of a photo on the web."""
import os
import sys

import numpy
from PIL import Image

folder = os.path.join(sys.argv[1], "all")
os.makedirs(folder, exist_ok=True)
random = numpy.random.default_rng(0)
for i in range(96):
    name = os.path.join(folder, f"{i:03}.jpg")
    if os.path.exists(name):
        continue
    small = Image.fromarray(random.integers(0, 256, (12, 16, 3), dtype=numpy.uint8))
    large = numpy.asarray(small.resize((640, 480), Image.Resampling.BICUBIC)).astype(numpy.int16)
    noisy = numpy.clip(large + random.integers(-12, 13, large.shape), 0, 255).astype(numpy.uint8)
    Image.fromarray(noisy).save(name + ".part", format="JPEG", quality=90)
    os.replace(name + ".part", name)
