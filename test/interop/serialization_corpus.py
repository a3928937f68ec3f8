"""The Python side of serialization.test.ts: writes checkpoints, and compares them with what came back.

Reads commands from stdin, one a line, and answers each with one line of JSON:
    write FOLDER    writes NAME.pt for every entry of the corpus
    verify FOLDER   compares NAME.pt with NAME.back.pt, both loaded with weights_only=True, and lists the differences
    resume FOLDER   see resume()
"""

import collections
import datetime
import json
import re
import sys
import warnings
import zipfile
from pathlib import Path

import numpy as np
import torch

warnings.simplefilter("ignore")

DTYPES = """float16 float32 float64 bfloat16 float8_e4m3fn float8_e5m2 float8_e4m3fnuz float8_e5m2fnuz float8_e8m0fnu
uint8 uint16 uint32 uint64 int8 int16 int32 int64 bool complex32 complex64 complex128""".split()


def of_dtype(name):
    raw = torch.arange(192, dtype=torch.uint8) % 2 if name == "bool" else torch.arange(192, dtype=torch.uint8)
    base = raw.view(getattr(torch, name))[:12].reshape(3, 4)
    return {
        "contiguous": base.clone(),
        "strided": base.t(),
        "shared": [base, base[1:, ::2], base.reshape(-1)[5:]],
        "scalar": base[1, 1].clone(),
        "empty": base[:0].clone(),
        "expanded": base[:1].expand(3, 4),
    }


def quantized():
    values = torch.linspace(-1, 1, 12).reshape(3, 4)
    scales, zeros = torch.tensor([0.1, 0.2, 0.3]), torch.tensor([0, 1, 2])
    return {
        "qint8": torch.quantize_per_tensor(values, 0.1, 3, torch.qint8),
        "quint8": torch.quantize_per_tensor(values, 0.1, 3, torch.quint8),
        "qint32": torch.quantize_per_tensor(values, 0.1, 0, torch.qint32),
        "channels": torch.quantize_per_channel(values, scales, zeros, 0, torch.qint8),
    }


def sparse():
    eye = torch.eye(4)
    return {
        "coo": eye.to_sparse(),
        "uncoalesced": torch.sparse_coo_tensor([[0, 0]], [1.0, 2.0], (3,)),
        "hybrid": torch.ones(2, 3).to_sparse(1),
        "csr": eye.to_sparse_csr(),
        "csc": eye.to_sparse_csc(),
        "bsr": eye.to_sparse_bsr((2, 2)),
        "bsc": eye.to_sparse_bsc((2, 2)),
    }


def plain():
    inner = [1, 2]
    cycle = [1]
    cycle.append(cycle)
    return {
        "none": None, "true": True, "int": 7, "negative": -7, "big": 2**70, "bigger": -(2**80), "edge": 2**53 + 1,
        "int64": -(2**63), "float": 0.1, "nan": float("inf"), "zero": -0.0, "text": "héllo \U0001f600\n", "empty": "",
        "long": "x" * 70000, "bytes": bytes(range(256)), "tuple": (1, (2,), ()), "tuple5": (1, 2, 3, 4, 5),
        "list": [[], [inner, inner]], "set": {1, 2}, "size": torch.Size([2, 3]), "dtype": torch.float8_e5m2,
        "device": torch.device("cuda:1"), "complex": 1 - 2j, "ordered": collections.OrderedDict(b=1, a=2),
        "int keys": {1: "a", 0: "b"}, "tuple keys": {(1, 2): 3}, "mixed": {"10": 1, 10: 2, None: 3}, "cycle": cycle,
    }  # fmt: skip


def numpy_values():
    return {
        "float64": np.float64(0.1), "float32": np.float32(0.5), "int64": np.int64(2**62), "uint8": np.uint8(255),
        "bool": np.bool_(True), "complex128": np.complex128(1 - 2j), "text": "a",
        "arrays": {
            "float32": np.arange(6, dtype=np.float32).reshape(2, 3),
            "fortran": np.asfortranarray(np.arange(6).reshape(2, 3)),
            "swapped": np.array([1, 256, -2], dtype=">i2"),
            "bool": np.array([True, False]),
            "scalar": np.array(1.5),
            "empty": np.zeros((0, 2), dtype=np.int32),
        },
    }  # fmt: skip


def model():
    return torch.nn.Sequential(
        torch.nn.Embedding(5, 4), torch.nn.LSTM(4, 3), torch.nn.BatchNorm1d(3), torch.nn.Linear(3, 2)
    )


def optimizers():
    choices = {
        "SGD": dict(lr=0.1, momentum=0.9), "Adam": dict(amsgrad=True), "AdamW": {}, "Adagrad": {}, "Adadelta": {},
        "RMSprop": dict(momentum=0.5, centered=True), "NAdam": {}, "RAdam": {}, "Adamax": {}, "ASGD": {}, "Rprop": {},
        "Adafactor": {}, "LBFGS": {}, "Muon": {}, "SparseAdam": {},
    }  # fmt: skip
    known = {name for name in dir(torch.optim) if isinstance(getattr(torch.optim, name), type)} - {"Optimizer"}
    assert known == set(choices), known ^ set(choices)
    out = {}
    for name, options in choices.items():
        torch.manual_seed(0)
        layer = torch.nn.Embedding(3, 2, sparse=True) if name == "SparseAdam" else torch.nn.Linear(3, 2, name != "Muon")
        data = torch.tensor([0, 2]) if name == "SparseAdam" else torch.ones(4, 3)
        optimizer = getattr(torch.optim, name)(layer.parameters(), **options)

        def closure():
            optimizer.zero_grad()
            loss = layer(data).pow(2).sum()
            loss.backward()
            return loss

        for _ in range(2):
            optimizer.step(closure)
        out[name] = optimizer.state_dict()
    return out


def corpus():
    base = torch.arange(6.0)
    return {
        **{f"dtype-{name}": of_dtype(name) for name in DTYPES},
        "quantized": quantized(),
        "sparse": sparse(),
        "plain": plain(),
        "optimizers": optimizers(),
        "state-dict": model().state_dict(),
        "parameters": [torch.nn.Parameter(base), torch.nn.Parameter(base, False), torch.nn.Buffer(base), base],
        "buffers": [torch.nn.Buffer(base), torch.nn.Buffer(base[2:], persistent=False)],
        "requires-grad": torch.ones(2, requires_grad=True),
        "meta": torch.empty(3, 4, device="meta"),
        "nested": torch.nested.nested_tensor([torch.ones(2), torch.ones(3)]),
        "views": [torch.tensor([1 + 2j]).conj(), torch.tensor([1 + 2j]).conj().imag],
        "rng": torch.get_rng_state(),
    }


def write_big_endian(folder):
    """A checkpoint as a big-endian machine writes it: every storage turned around, and a record that says so."""
    names = ["float16", "float32", "float64", "complex64", "int16", "int64", "bool", "bfloat16"]
    tensors = [torch.arange(6).to(getattr(torch, name)) for name in names]
    torch.save(tensors, folder / "big-endian.zip.pt")
    with zipfile.ZipFile(folder / "big-endian.zip.pt") as old, zipfile.ZipFile(folder / "big-endian.swapped.pt", "w") as new:
        for record in old.namelist():
            content = b"big" if record.endswith("byteorder") else old.read(record)
            if "/data/" in record:
                tensor = tensors[int(record.split("/")[-1])]
                width = tensor.element_size() // (2 if tensor.is_complex() else 1)
                content = b"".join(content[i : i + width][::-1] for i in range(0, len(content), width))
            new.writestr(record, content)
    return ["big-endian.zip", "big-endian.swapped"]


def write(folder):
    names = []
    for name, value in corpus().items():
        for kind, options in {"zip": {}, "legacy": dict(_use_new_zipfile_serialization=False)}.items():
            torch.save(value, folder / f"{name}.{kind}.pt", **options)
            names.append(f"{name}.{kind}")
    for protocol in (1, 3, 4, 5):
        torch.save(corpus()["plain"], folder / f"plain-{protocol}.pt", pickle_protocol=protocol)
        names.append(f"plain-{protocol}")
    names += write_big_endian(folder)
    torch.save(numpy_values(), folder / "numpy.pt")
    torch.save(numpy_values(), folder / "numpy-legacy.pt", _use_new_zipfile_serialization=False)
    scripted = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    torch.jit.save(torch.jit.script(scripted), folder / "jit.pt")
    torch.save(scripted.state_dict(), folder / "jit-state.pt")
    torch.save(datetime.timedelta(1, 2, 3), folder / "arguments.pt")
    torch.save(model(), folder / "whole-model.pt")
    torch.save(model(), folder / "whole-model-legacy.pt", _use_new_zipfile_serialization=False)
    return names


def bits(tensor):
    if tensor.is_nested:
        return [bits(part) for part in tensor.unbind()]
    if tensor.layout == torch.sparse_coo:
        return [bits(tensor._indices()), bits(tensor._values()), tensor.is_coalesced()]
    if tensor.layout != torch.strided:
        return [bits(tensor.values()), bits(tensor.to_dense())]
    if tensor.is_meta:
        return "meta"
    if tensor.is_quantized:
        scheme = str(tensor.qscheme())
        return [scheme, bits(tensor.int_repr()), bits(tensor.dequantize())]
    flat = tensor.detach().resolve_conj().resolve_neg().reshape(-1)
    plain = torch.empty(flat.numel(), dtype=flat.dtype).copy_(flat)  # a clone would keep a stride of 2
    return bytes(plain.view(torch.uint8).tolist())


def described(tensor):
    strided = tensor.layout == torch.strided and not tensor.is_nested
    place = (tensor.stride(), tensor.storage_offset()) if strided else None
    shape = None if tensor.is_nested else tuple(tensor.shape)
    flags = (tensor.is_conj(), tensor.is_neg()) if strided else None
    buffer = isinstance(tensor, torch.nn.Buffer) and tensor.__dict__
    return [type(tensor), buffer, tensor.dtype, shape, place, flags, tensor.requires_grad, tensor.layout, bits(tensor)]


class Comparison:
    """Walks two values at once; `aliases` numbers storages and containers in the order in which they are met."""

    def __init__(self):
        self.differences = []
        self.aliases = ({}, {})

    def same_alias(self, keys, path):
        """Whether both were met before."""
        known = all(key in table for table, key in zip(self.aliases, keys))
        numbers = [table.setdefault(key, len(table)) for table, key in zip(self.aliases, keys)]
        if numbers[0] != numbers[1]:
            self.differences.append(f"{path}: sharing differs")
        return known

    def compare(self, a, b, path=""):
        number = (int, float)
        counters = isinstance(a, collections.Counter) and type(b) is dict
        if type(a) is not type(b) and not (type(a) in number and type(b) in number) and not counters:
            return self.differences.append(f"{path}: {type(a)} became {type(b)}")
        if isinstance(a, torch.Tensor):
            if described(a) != described(b):
                self.differences.append(f"{path}: {described(a)[:-1]} became {described(b)[:-1]} or other values")
            if a.layout == torch.strided and not a.is_nested and not a.is_meta and a.untyped_storage().nbytes():
                self.same_alias((a.untyped_storage().data_ptr(), b.untyped_storage().data_ptr()), path)
            return None
        if isinstance(a, (list, dict)):
            if self.same_alias((id(a), id(b)), path):
                return None
        if isinstance(a, dict):
            if list(a) != list(b) or getattr(a, "__dict__", None) != getattr(b, "__dict__", None):
                return self.differences.append(f"{path}: keys or attributes differ")
            for key in a:
                self.compare(a[key], b[key], f"{path}[{key!r}]")
        elif isinstance(a, (list, tuple)) and len(a) == len(b):
            for i, (x, y) in enumerate(zip(a, b)):
                self.compare(x, y, f"{path}[{i}]")
        elif a != b or str(a) != str(b) and type(a) is type(b):
            self.differences.append(f"{path}: {a!r} became {b!r}")
        return None


def verify(folder):
    differences = []
    for file in sorted(folder.glob("*.back.pt")):
        # weights_only=True cannot read Python's own legacy files of the newer dtypes, nor every protocol: the zip file
        # of the same content stands for all of them.
        original = folder / (re.split(r"[.]|-[0-9]", file.name)[0] + ".zip.pt")
        comparison = Comparison()
        a, b = (torch.load(path, weights_only=True) for path in (original, file))
        comparison.compare(a, b, file.name)
        differences += comparison.differences
    return differences


COMMANDS = {"write": write, "verify": verify}

if __name__ == "__main__":
    for line in sys.stdin:
        command, _, argument = line.strip().partition(" ")
        print(json.dumps(COMMANDS[command](Path(argument))), flush=True)
