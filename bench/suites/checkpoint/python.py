import os
import shutil
import subprocess
import sys
import tempfile
import time

import torch
import torch.distributed.checkpoint as dcp
from safetensors.torch import load_file, save_file

FOLDER = tempfile.gettempdir()
INPUT = os.path.join(FOLDER, "libtorch-node-bench-1g.pt")
OUTPUT = os.path.join(FOLDER, "libtorch-node-bench-python.pt")


def prepare():
    if os.path.exists(INPUT):
        return
    torch.save({f"layer{i}.weight": torch.rand(1024, 4096) for i in range(64)}, INPUT + ".python")
    os.rename(INPUT + ".python", INPUT)


def milliseconds(body):
    start = time.perf_counter()
    body()
    return (time.perf_counter() - start) * 1e3


def loading(**options):
    def begin():
        prepare()
        return lambda: milliseconds(lambda: torch.load(INPUT, **options))

    return begin


SAFETENSORS = os.path.join(FOLDER, "libtorch-node-bench-500m.safetensors")


def loading_safetensors(use):
    def begin():
        if not os.path.exists(SAFETENSORS):
            save_file({f"layer{i}.weight": torch.rand(1024, 4096) for i in range(32)}, SAFETENSORS)

        def load():
            for tensor in load_file(SAFETENSORS).values():
                use(tensor)

        return lambda: milliseconds(load)

    return begin


DISTRIBUTED = os.path.join(FOLDER, "libtorch-node-bench-200m")
OWN = os.path.join(FOLDER, "libtorch-node-bench-200m-python")


def parts():
    return {f"layer{i}.weight": torch.rand(1024, 1024) for i in range(50)}


def saving_distributed():
    state = parts()

    def save():
        shutil.rmtree(OWN, ignore_errors=True)
        took = milliseconds(lambda: dcp.save(state, checkpoint_id=OWN, no_dist=True))
        shutil.rmtree(OWN)
        return took

    return save


def loading_distributed():
    state = parts()
    if not os.path.exists(os.path.join(DISTRIBUTED, ".metadata")):
        dcp.save(state, checkpoint_id=DISTRIBUTED, no_dist=True)
    return lambda: milliseconds(lambda: dcp.load(state, checkpoint_id=DISTRIBUTED, no_dist=True))


def synced_save(state):
    """A save that leaves the old file or the new one, as ours does."""
    temporary = OUTPUT + ".tmp"
    with open(temporary, "wb") as file:
        torch.save(state, file)
        file.flush()
        os.fsync(file.fileno())
    os.rename(temporary, OUTPUT)
    folder = os.open(FOLDER, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def saving(save):
    def begin():
        prepare()
        state = torch.load(INPUT)

        def run():
            if os.path.exists(OUTPUT):
                os.remove(OUTPUT)
            time = milliseconds(lambda: save(state))
            os.remove(OUTPUT)
            return time

        return run

    return begin


def peak(body):
    """Runs `body` in a process of its own and gives that process's peak memory."""
    script = f"import os, re, torch; INPUT, OUTPUT = {INPUT!r}, {OUTPUT!r}; {body}; "
    # Not ru_maxrss, which begins with what the parent had.
    script += "print(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) / 1024)"

    def begin():
        prepare()
        return lambda: float(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout)

    return begin


cases = {
    "load, 1 GB": loading(),
    "mapped load, 1 GB": loading(mmap=True),
    "safetensors as they are loaded by default, 500 MB": loading_safetensors(lambda tensor: None),
    "safetensors, and each element read once, 500 MB": loading_safetensors(lambda tensor: tensor.sum().item()),
    "save, 1 GB, synced only here": saving(lambda state: torch.save(state, OUTPUT)),
    "save, 1 GB, synced on both sides": saving(synced_save),
    "distributed save, 200 MB, synced on both sides": saving_distributed,
    "distributed load, 200 MB": loading_distributed,
    "peak memory of load": peak("state = torch.load(INPUT)"),
    "peak memory of mapped load": peak("state = torch.load(INPUT, mmap=True)"),
    "peak memory of load and save": peak("torch.save(torch.load(INPUT), OUTPUT); os.remove(OUTPUT)"),
}
