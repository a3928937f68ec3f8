"""Packages of AOTInductor for test/interop/aoti.test.ts: `write FOLDER` compiles two models into one package."""

import json
import os
import sys
import warnings
import zipfile

warnings.simplefilter("ignore")
# What the compiler writes about its work must not come between the answers.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

import torch
from torch import nn
from torch.export.pt2_archive._package import package_pt2

torch.set_num_threads(1)


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(8, 16)
        self.b = nn.Linear(16, 3)

    def forward(self, x, extra):
        return {"y": self.b(torch.relu(self.a(x))) + extra["bias"], "sums": (x.sum(), [x.mean(0)])}


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(6, 8, batch_first=True)
        self.out = nn.Linear(8, 2)

    def forward(self, x):
        return self.out(self.rnn(x)[0][:, -1])


def write(folder):
    torch.manual_seed(0)
    batch = torch.export.Dim("batch", min=1, max=64)
    mlp, lstm = Mlp().eval(), Lstm().eval()
    x, extra, sequence = torch.randn(4, 8), {"bias": torch.randn(3)}, torch.randn(3, 5, 6)
    other = torch.randn(9, 8)
    programs = {
        "mlp": torch.export.export(mlp, (x, extra), dynamic_shapes=({0: batch}, {"bias": None})),
        "lstm": torch.export.export(lstm, (sequence,), dynamic_shapes=({0: batch},)),
    }
    # The test waits for g++; what it makes need not be fast.
    options = {
        "aot_inductor.package": True,
        "aot_inductor.compile_wrapper_opt_level": "O0",
        "aot_inductor.precompile_headers": False,
    }
    files = {
        name: torch._inductor.aot_compile(p.module(), *p.example_inputs, options=options)
        for name, p in programs.items()
    }
    path = os.path.join(folder, "both.pt2")
    package_pt2(path, aoti_files=files)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(os.path.join(folder, "unpacked"))
    with torch.no_grad():
        torch.save(
            {
                "x": x, "bias": extra["bias"], "other": other, "sequence": sequence,
                "y": mlp(x, extra)["y"], "otherY": mlp(other, extra)["y"], "mean": x.mean(0), "lstm": lstm(sequence),
                "weights": {k: v.detach() for k, v in mlp.state_dict().items()},
            },
            os.path.join(folder, "wanted.pt"),
        )
    return sorted(os.listdir(os.path.join(folder, "unpacked")))


for line in sys.stdin:
    command, folder = line.split()
    print(json.dumps({"write": write}[command](folder)), file=answers, flush=True)
