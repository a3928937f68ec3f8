"""The Python side of odd-files.test.ts: files that hold more than plain tensors, as other libraries write them.

Reads commands from stdin, one a line, and answers each with one line of JSON:
    write FOLDER        writes them, and answers with what numpy prints of the values that are no numbers
    equal FOLDER A B    whether the tensors of two files, loaded with weights_only=True, are equal in bits
    npz FOLDER NAME     shapes and sums of the arrays of an .npz file
"""

import gzip
import json
import os
import pathlib
import pickle
import sys
import warnings

import numpy as np
import torch
import torch.distributed as dist

warnings.simplefilter("ignore")
W = torch.arange(4.0).view(2, 2)


class Config:
    def __init__(self):
        self.lr, self.weight = 0.1, W


class Sub(torch.Tensor):
    pass


def numpy_values():
    records = np.array([(1, "a", [1.5, 2.5]), (2, "bb", [3, 4])], dtype=[("i", "i4"), ("s", "U2"), ("v", "f8", (2,))])
    return {
        "names": np.array(["a", "bcd", ""]),
        "fortran": np.asfortranarray(np.array([["a", "b"], ["c", "d"], ["e", "f"]])),
        "big": np.array(["é😀"], dtype=">U2"),
        "one": np.str_("xy"),
        "bytes": np.array([b"ab", b"c\0d"]),
        "records": records,
        "record": records[0],
        "long": np.array([(2**60,)], dtype=[("x", "i8")]),
        "objects": np.array([["a", None], [W, 3]], dtype=object),
        "empty": np.zeros((2, 0), dtype="U3"),
    }


def times():
    dates = [(-1000000, "D"), (18321, "D"), (-30, "Y"), (1000000, "Y"), (-3000, "Y"), (5, "W"), (7, "h"), (-1, "ms")]
    dates += [(-1, "as"), (5, "25s"), (3, "M"), (-14, "M"), (5, "us"), (90, "m"), (1577840523000000004, "ns"), (59, "s")]
    spans = [(5, "D"), (5, "25s"), (-1, "ns"), (2, "Y"), (7, "generic")]
    return [np.datetime64(*d) for d in dates] + [np.datetime64("NaT")] + [np.timedelta64(*s) for s in spans]


def distributed():
    from torch.distributed.device_mesh import init_device_mesh
    from torch.distributed.fsdp import fully_shard
    from torch.distributed.tensor import DTensor, Replicate, Shard, distribute_tensor
    from torch.distributed.tensor._dtensor_spec import DTensorSpec, TensorMeta

    store = dist.HashStore()
    dist.init_process_group("gloo", rank=0, world_size=1, store=store)
    mesh = init_device_mesh("cpu", (1,))
    whole = TensorMeta(torch.Size([4, 2]), (2, 1), torch.float32)
    part = DTensor(W, DTensorSpec(mesh, (Shard(0),), tensor_meta=whole), requires_grad=False)
    net = torch.nn.Linear(2, 3)
    fully_shard(net, mesh=mesh)
    out = {
        "dtensor": {"w": distribute_tensor(W, mesh, [Shard(0)]), "p": torch.nn.Parameter(distribute_tensor(W, mesh, [Replicate()]))},
        "shard": {"model": {"w": part}},
        "fsdp2": net.state_dict(),
        "fsdp2.plain": {name: value.to_local() for name, value in net.state_dict().items()},
    }
    for name, value in out.items():
        save(name, value)
    dist.destroy_process_group()


FOLDER = ""


def save(name, value, **options):
    torch.save(value, os.path.join(FOLDER, name + ".pt"), **options)


def index_of(model, folder, count):
    os.makedirs(folder)
    state, weights = model.state_dict(), {}
    for i in range(count):
        file = f"pytorch_model-{i + 1:05}-of-{count:05}.bin"
        part = {name: state[name] for name in list(state)[i::count]}
        torch.save(part, os.path.join(folder, file))
        weights.update({name: file for name in part})
    with open(os.path.join(folder, "pytorch_model.bin.index.json"), "w") as file:
        json.dump({"metadata": {}, "weight_map": weights}, file)


def write():
    from torch.masked import masked_tensor

    save("w", {"w": W})
    save("numpy", numpy_values())
    save("times", {"array": np.array(["2020-02-29", "NaT"], "M8[D]"), "scalars": times()})
    save("matrix", {"w": W, "m": np.matrix([[1, 2]]), "masked": np.ma.array([1.0, 2.0], mask=[0, 1])})
    save("longdouble", {"w": W, "x": np.array([1.0], dtype="g")})
    save("jagged", {"w": W, "j": torch.nested.nested_tensor([torch.ones(2, 3), torch.ones(1, 3)], layout=torch.jagged)})
    save("masked", {"w": W, "m": masked_tensor(W, W > 1)})
    save("config", {"state_dict": {"w": W}, "cfg": Config(), "sub": W.as_subclass(Sub), "path": pathlib.PurePosixPath("/a")})
    model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Linear(3, 1))
    save("whole", {"model": model, "epoch": 3})
    save("whole.plain", model.state_dict())
    hooked = torch.nn.Linear(2, 1)
    hooked._register_state_dict_hook(hook)
    save("hooked", hooked)
    distributed()
    for protocol in range(6):
        value = {"w": W, "n": np.arange(3), "s": "é\n'\"\\ x😀\r", "i": 2**70, "t": (1, 2.5, None, True), "b": b"\x00\xff", "z": {1, 2}}
        with open(os.path.join(FOLDER, f"bare{protocol}.pkl"), "wb") as file:
            pickle.dump(value, file, protocol=protocol)
    with open(os.path.join(FOLDER, "two.pkl"), "wb") as file:
        pickle.dump([1], file)
        pickle.dump([2], file)
    index_of(model, os.path.join(FOLDER, "shards"), 3)
    others(model)
    return [str(value) for value in times()]


def hook(module, state, prefix, metadata):
    state["extra"] = W


def others(model):
    class Tied(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.fc = torch.nn.Linear(3, 2)
            self.low = torch.nn.Parameter(torch.ones(2, dtype=torch.bfloat16))

        def forward(self, x):
            return self.fc(x) + self.low

    program = torch.export.export(Tied(), (torch.ones(4, 3),))
    torch.export.save(program, os.path.join(FOLDER, "program.pt2"))
    save("program.plain", dict(program.state_dict))
    torch.jit.script(model).save(os.path.join(FOLDER, "script.pt"))
    torch.jit.script(torch.nn.ReLU()).save(os.path.join(FOLDER, "nothing.pt"))
    with torch.package.PackageExporter(os.path.join(FOLDER, "package.pt")) as exporter:
        exporter.extern("**")
        exporter.save_pickle("model", "model.pkl", model)
    np.savez(os.path.join(FOLDER, "arrays.npz"), w=W.numpy(), t=np.array(["x"]))
    np.savez_compressed(os.path.join(FOLDER, "numbers.npz"), w=W.numpy(), n=np.arange(3))
    np.save(os.path.join(FOLDER, "array.npy"), W.numpy())
    with gzip.open(os.path.join(FOLDER, "packed.pt.gz"), "wb") as file:
        file.write(b"x" * 100)


def state_of(name):
    path = os.path.join(FOLDER, name)
    if name.endswith(".safetensors"):
        from safetensors.torch import load_file

        return load_file(path)
    return torch.load(path, weights_only=True)


def equal(a, b):
    a, b = state_of(a), state_of(b)
    return list(a) == list(b) and all(
        a[name].dtype == b[name].dtype and torch.equal(a[name].detach(), b[name].detach()) for name in a
    )


def main():
    global FOLDER
    for line in sys.stdin:
        command, FOLDER, *names = line.split()
        if command == "write":
            answer = write()
        elif command == "equal":
            answer = equal(*names)
        else:
            answer = {name: [list(x.shape), float(x.sum())] for name, x in np.load(os.path.join(FOLDER, names[0])).items()}
        print(json.dumps(answer), flush=True)


main()
