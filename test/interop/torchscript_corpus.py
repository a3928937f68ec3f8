"""TorchScript of Python for test/interop/torchscript.test.ts: lines of commands in, lines of JSON out.

`write FOLDER` makes modules, scripted and traced, with what Python computes by them; `corpus FOLDER` does so for the models of
export_corpus.py; `check FOLDER` loads what was saved again and says what differs; `traced FOLDER` runs modules that were
traced in JavaScript.
"""

import json
import os
import sys
import warnings
from typing import Dict, List, NamedTuple, Optional, Tuple

import torch
from torch import nn

warnings.simplefilter("ignore")
torch.set_num_threads(1)


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(6, 8)
        self.out = nn.Linear(8, 3)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x)))


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2))
        self.head = nn.Linear(4 * 16, 5)

    def forward(self, x):
        return self.head(torch.flatten(self.body(x), 1))


class Block(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.downsample = None
        if stride != 1:
            self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        identity = x
        out = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        if self.downsample is not None:
            identity = self.downsample(x)
        return torch.relu(out + identity)


class ResNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, 1, 1)
        self.layers = nn.Sequential(Block(8, 8, 1), Block(8, 16, 2))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(16, 4)

    def forward(self, x):
        return self.fc(torch.flatten(self.pool(self.layers(self.stem(x))), 1))


class Rnn(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.rnn = kind(6, 8, num_layers=2, batch_first=True)
        self.out = nn.Linear(8, 2)

    def forward(self, x):
        return self.out(self.rnn(x)[0][:, -1])


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 8)
        layer = nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)

    def forward(self, x):
        return self.encoder(self.embedding(x)).mean(1)


class Loops(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(6, 6)
        self.times = 3

    def forward(self, x):
        total = torch.zeros_like(x)
        for i in range(self.times):
            x = torch.tanh(self.layer(x))
            if i % 2 == 0:
                total = total + x
            else:
                total = total - x * float(i)
        while bool(total.abs().sum() > 100):
            total = total / 2
        return total


class Pair(NamedTuple):
    first: torch.Tensor
    count: int


class Typed(nn.Module):
    """Every type that goes in and out."""

    maybe: Optional[int]

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.full((2,), 2.0))
        self.names: List[str] = ["a", "b"]
        self.table: Dict[str, float] = {"x": 1.5}
        self.maybe = None
        self.count = 3

    def forward(self, inputs: Dict[str, torch.Tensor], scale: Optional[float] = None):
        s = 1.0 if scale is None else scale
        return {key: value * self.scale * s for key, value in inputs.items()}

    @torch.jit.export
    def lists(self, tensors: List[torch.Tensor], pair: Tuple[int, str] = (2, "z")) -> Tuple[List[int], str, Pair]:
        sizes = [t.numel() for t in tensors]
        sizes.append(pair[0])
        return sizes, pair[1] + self.names[0], Pair(tensors[0] + self.count, len(tensors))

    @torch.jit.export
    def keys(self, table: Dict[int, List[bool]]) -> Dict[int, float]:
        out: Dict[int, float] = {}
        for key, value in table.items():
            out[key] = float(len(value)) + 0.5
        return out

    @torch.jit.export
    def divide(self, a: int, b: int) -> Tuple[int, int]:
        return a // b, a % b

    @torch.jit.export
    def short_state(self, x: torch.Tensor, h: torch.Tensor, c: torch.Tensor, weights: List[torch.Tensor]):
        return torch.lstm(x, [h, c], weights, True, 1, 0.0, False, False, False)

    @torch.jit.export
    def internal(self, x: torch.Tensor):
        return torch.ops.aten._fft_r2c(x, [0], 0, True)

    @torch.jit.export
    def forked(self, x: torch.Tensor, h: torch.Tensor, c: torch.Tensor, weights: List[torch.Tensor]):
        future = torch.jit.fork(self.short_state, x, h, c, weights)
        return torch.jit.wait(future)


def image():
    return torch.randn(2, 3, 8, 8), torch.randn(5, 3, 8, 8)


def sequence():
    return torch.randn(2, 5, 6), torch.randn(4, 5, 6)


MODELS = {
    "mlp": (Mlp, lambda: (torch.randn(2, 6), torch.randn(5, 6))),
    "cnn": (Cnn, image),
    "resnet": (ResNet, image),
    "lstm": (lambda: Rnn(nn.LSTM), sequence),
    "gru": (lambda: Rnn(nn.GRU), sequence),
    "encoder": (Encoder, lambda: (torch.randint(0, 20, (2, 7)), torch.randint(0, 20, (3, 7)))),
    "loops": (Loops, lambda: (torch.randn(2, 6), torch.randn(5, 6))),
}


def compute(model, x, other):
    """Output, gradients, other batch, and three steps of SGD."""
    out = {"y": model(x), "other": model(other)}
    model.zero_grad()
    out["y"].square().sum().backward()
    for name, parameter in model.named_parameters():
        out[f"grad.{name}"] = parameter.grad
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    for step in range(3):
        optimizer.zero_grad()
        loss = model(x).square().mean()
        loss.backward()
        optimizer.step()
        out[f"loss.{step}"] = loss
    for name, value in model.state_dict().items():
        out[f"after.{name}"] = value
    return {name: value.detach().clone() for name, value in out.items()}


def write(folder):
    for name, (make, inputs) in MODELS.items():
        for form in ["scripted", "traced"]:
            torch.manual_seed(1)
            model = make()
            x, other = inputs()
            if form == "traced" and name == "loops":
                continue
            module = torch.jit.script(model) if form == "scripted" else torch.jit.trace(model, x)
            path = os.path.join(folder, f"{name}-{form}")
            torch.jit.save(module, path + ".pt", _extra_files={"labels.txt": "cat dog"})
            torch.save({"x": x, "other": other}, path + ".in")
            torch.save(compute(torch.jit.load(path + ".pt"), x, other), path + ".out")
    torch.manual_seed(2)
    torch.jit.save(torch.jit.script(Typed()), os.path.join(folder, "typed.pt"))
    loaded = torch.jit.load(os.path.join(folder, "resnet-scripted.pt"))
    return {"models": sorted(n[:-3] for n in os.listdir(folder) if n.endswith(".out") is False and "-" in n and n.endswith(".pt")),
            "text": str(loaded), "code": loaded.code}


class Flat1(nn.Module):
    """A model's tensors as a tuple: a trace cannot give the classes of transformers."""

    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def flat(self, *args):
        return tuple(leaf for leaf in torch.utils._pytree.tree_leaves(self.inner(*args)) if isinstance(leaf, torch.Tensor))

    def forward(self, x):
        return self.flat(x)


class Flat2(Flat1):
    def forward(self, x, y):
        return self.flat(x, y)


TRACED = ["mlp", "cnn", "conv1d3d", "lstm", "gru", "rnn_cells", "attention", "transformer", "embedding_bag", "norms", "resnet",
          "timm_vit", "timm_convnext", "bert", "gpt2", "llama"]


def tuples(model, inputs, name):
    """Outputs as a dict; chance draws the same numbers wherever it is called."""
    torch.manual_seed(len(name))
    return {f"{name}.{i}": y for i, y in enumerate(model(*inputs))}


def train(model, inputs):
    """Output, gradients, and three steps of SGD."""
    out = tuples(model, inputs, "y")
    loss = lambda: sum(y.square().mean() for y in tuples(model, inputs, "loss").values() if y.requires_grad)
    model.zero_grad()
    loss().backward()
    out.update({f"grad.{name}": p.grad.clone() for name, p in model.named_parameters() if p.grad is not None})
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    for step in range(3):
        optimizer.zero_grad()
        value = loss()
        value.backward()
        optimizer.step()
        out[f"loss.{step}"] = value
    out.update({f"after.{name}": value for name, value in model.state_dict().items()})
    return {name: value.detach().clone() for name, value in out.items()}


def corpus(folder):
    """Traces of the models that test/interop/export.test.ts exports, in training mode."""
    import export_corpus

    others = {}
    for name in TRACED:
        torch.manual_seed(0)
        model, inputs, _, more = getattr(export_corpus, name)()
        model.train()
        traced = torch.jit.trace((Flat1 if len(inputs) == 1 else Flat2)(model), inputs, check_trace=False)
        path = os.path.join(folder, f"corpus-{name}")
        torch.jit.save(traced, path + ".pt")
        loaded = torch.jit.load(path + ".pt")
        # A trace holds for other sizes where the model reads none of them as numbers.
        held = []
        for other in more:
            try:
                held.append({"inputs": list(other), "out": {k: v.detach() for k, v in tuples(loaded, other, "other").items()}})
            except RuntimeError:
                continue
        others[name] = len(held)
        # The buffers have learned from the calls above.
        loaded = torch.jit.load(path + ".pt")
        torch.save({"inputs": list(inputs), "others": held, "wanted": train(loaded, inputs)}, path + ".out")
    return others


def checkCorpus(folder):
    """What JavaScript has trained and saved: its state is Python's."""
    wrong = {}
    for name in TRACED:
        wanted = torch.load(os.path.join(folder, f"corpus-{name}.out"))["wanted"]
        state = torch.jit.load(os.path.join(folder, f"corpus-{name}.again")).state_dict()
        bad = [n for n, v in state.items() if not torch.equal(v, wanted["after." + n])]
        if bad:
            wrong[name] = bad
    return wrong


def differences(expected, actual):
    return [name for name, value in expected.items() if not torch.equal(value, actual[name])]


def check(folder):
    """What was trained and saved in JavaScript: its state is Python's, and it computes the same."""
    wrong = {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".again"):
            continue
        base = os.path.join(folder, file[: -len(".again")])
        wanted, inputs = torch.load(base + ".out"), torch.load(base + ".in")
        extra = {"note": ""}
        model = torch.jit.load(base + ".again", _extra_files=extra)
        bad = [n for n, v in model.state_dict().items() if not torch.equal(v, wanted["after." + n])]
        if extra["note"] != b"from node":
            bad.append("extra")
        model(inputs["other"])
        if bad:
            wrong[file] = bad
    return wrong


def traced(folder):
    """Runs traces of JavaScript on their inputs and on another batch, forward and backward."""
    wrong = {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".trace"):
            continue
        model = torch.jit.load(os.path.join(folder, file))
        cases = torch.load(os.path.join(folder, file[:-6] + ".cases"))
        bad = []
        for i, case in enumerate(cases):
            model.zero_grad()
            y = model(*case["inputs"])
            if not torch.equal(y, case["y"]):
                bad.append(f"case {i}: {(y - case['y']).abs().max().item() if y.shape == case['y'].shape else y.shape}")
            y.square().sum().backward()
            for name, parameter in model.named_parameters():
                if not torch.equal(parameter.grad, case["grads"][name]):
                    bad.append(f"case {i}: gradient of {name}")
        if bad:
            wrong[file] = bad
    return wrong


for line in sys.stdin:
    command, folder = line.split()
    answer = {"write": write, "check": check, "traced": traced, "corpus": corpus, "checkCorpus": checkCorpus}[command](folder)
    print(json.dumps(answer), flush=True)
