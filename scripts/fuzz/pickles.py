"""Writes pickles into a folder: the good files of which pickle-child.ts makes damaged ones."""
import collections
import datetime
import os
import pickle
import sys

import numpy as np
import torch

folder = sys.argv[1]
PLAIN = {"a": [1, -2, 2**70, 1.5, None, True, b"bytes", "text", (), (1,), (1, 2, 3, 4)], 3: {4, 5}, "f": frozenset([1])}
PLAIN["again"] = PLAIN["a"]
ARRAYS = {
    "x": np.arange(6.0).reshape(2, 3), "s": np.array(["a", "bcd"]), "o": np.array([1, "x", None], dtype=object),
    "r": np.array([(1, 2.5)], dtype=[("k", "i4"), ("v", "f8")]), "d": np.array(["2020-01-01"], dtype="datetime64[D]"),
    "n": np.float32(1.5), "f": np.asfortranarray(np.ones((2, 2), dtype=np.int16)),
}
TENSORS = collections.OrderedDict(
    w=torch.arange(6.0).reshape(2, 3), p=torch.nn.Parameter(torch.ones(2)), b=torch.ones(3, dtype=torch.bfloat16),
    sparse=torch.eye(3).to_sparse(), quantized=torch.quantize_per_tensor(torch.ones(4), 0.1, 2, torch.qint8),
    device=torch.device("cpu"), dtype=torch.float16, size=torch.Size([2, 3]), when=datetime.date(2020, 1, 2))
for name, value in {"plain": PLAIN, "arrays": ARRAYS}.items():
    for protocol in range(6):
        with open(os.path.join(folder, f"{name}-{protocol}"), "wb") as file:
            pickle.dump(value, file, protocol=protocol)
for protocol in (2, 4):
    with open(os.path.join(folder, f"tensors-{protocol}"), "wb") as file:
        pickle.dump(TENSORS, file, protocol=protocol)
torch.save(TENSORS, os.path.join(folder, "saved"))
torch.save(TENSORS, os.path.join(folder, "legacy"), _use_new_zipfile_serialization=False)
torch.save(torch.nn.Linear(2, 2), os.path.join(folder, "module"))
