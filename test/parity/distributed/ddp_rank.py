"""One Python rank of ddp.test.ts: trains each case and tells the bits of gradients and parameters after each step. The
Node rank, ddp-rank.cjs, does the same."""

import contextlib
import hashlib
import types

import torch
import torch.distributed as dist
from driver import bytes_of
from torch import nn
from torch.distributed.algorithms.ddp_comm_hooks import default_hooks, powerSGD_hook, quantization_hooks
from torch.nn.parallel import DistributedDataParallel as DDP


class Branches(nn.Module):
    """A layer that is never used, one that some steps use, and outputs that no loss comes from."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(6, 8)
        self.never = nn.Linear(3, 3)
        self.some = nn.Linear(8, 8)
        self.out = nn.Linear(8, 4)
        self.side = nn.Linear(8, 2)

    def forward(self, x, step):
        hidden = self.first(x).relu()
        if step >= 0 and (step + dist.get_rank()) % 3 == 0:
            hidden = self.some(hidden)
        # Python does not take outputs of static graphs that no loss comes from.
        return {"main": self.out(hidden), "more": [self.side(hidden), x] if step >= 0 else [x]}


class Bag(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 6, sparse=True)
        self.out = nn.Linear(6, 4)

    def forward(self, x):
        return self.out(self.embedding((x[:, :3].abs() * 5).long().clamp(max=19)).sum(1))


class Mails(nn.Module):
    """The network of the guide: word numbers, an LSTM over them, two classes from its last time step."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(200, 100, padding_idx=0)
        self.lstm = nn.LSTM(100, 128, batch_first=True)
        self.output = nn.Linear(128, 4)
        self.log_softmax = nn.LogSoftmax(dim=1)

    def forward(self, x):
        out, _ = self.lstm(self.embedding((x.abs() * 60).long().clamp(max=199)))
        return self.log_softmax(self.output(out[:, -1]))


def mlp():
    return nn.Sequential(nn.Linear(6, 40), nn.ReLU(), nn.Linear(40, 40), nn.Tanh(), nn.Linear(40, 4))


def wide():
    return nn.Sequential(nn.Linear(6, 700), nn.ReLU(), nn.Linear(700, 700), nn.Tanh(), nn.Linear(700, 4))


def square():
    return nn.Sequential(nn.Linear(6, 8), *(nn.Linear(8, 8) for _ in range(3)), nn.Tanh(), nn.Linear(8, 4))


def norm():
    return nn.Sequential(nn.Linear(6, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 4))


def conv():
    layers = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(64, 4))
    return nn.Sequential(nn.Unflatten(1, (1, 6, 6)), layers).to(memory_format=torch.channels_last)


MODELS = {"mlp": mlp, "wide": wide, "square": square, "norm": norm, "conv": conv, "branches": Branches, "bag": Bag, "lstm": Mails}


def halves(state, bucket):
    """Gradients as bfloat16, in a hook of one's own; the state counts."""
    state["calls"] += 1
    state["sizes"].append([p.numel() for p in bucket.parameters()] == [g.numel() for g in bucket.gradients()])
    small = bucket.buffer().to(torch.bfloat16).div_(dist.get_world_size())
    future = dist.all_reduce(small, async_op=True).get_future()
    return future.then(lambda done: done.value()[0].to(torch.float32))


def batched_power_sgd(state, bucket):
    """Python's own hook gives its orthogonalization matrices of two extents, which that refuses."""
    inner = powerSGD_hook._orthogonalize

    def joined(matrices, epsilon=0):
        inner(matrices if matrices.dim() == 3 else matrices.unsqueeze(0), epsilon)

    powerSGD_hook._orthogonalize = joined
    return powerSGD_hook.batched_powerSGD_hook(state, bucket)


class Nested:
    """torch.distributed for the hooks that quantize, which expect one tensor of all ranks in a list."""

    def __getattr__(self, name):
        return getattr(dist, name)

    def all_gather(self, outputs, tensor, **options):
        future = dist.all_gather(outputs, tensor, **options).get_future().then(lambda _: [torch.stack(outputs)])
        return types.SimpleNamespace(get_future=lambda: future)


quantization_hooks.dist = Nested()

POWER = {
    "power_sgd": {"start_powerSGD_iter": 2},
    "power_sgd_cold": {"start_powerSGD_iter": 2, "warm_start": False, "use_error_feedback": False, "random_seed": 5},
    "power_sgd_rank_2": {"start_powerSGD_iter": 3, "matrix_approximation_rank": 2, "orthogonalization_epsilon": 1e-8},
    "power_sgd_rank_3": {"start_powerSGD_iter": 2, "matrix_approximation_rank": 3, "batch_tensors_with_same_shape": True},
    "batched_power_sgd": {"start_powerSGD_iter": 2, "matrix_approximation_rank": 2},
}


def register(ddp, hook):
    state = {"calls": 0, "sizes": []}
    if hook in ("ALLREDUCE", "FP16_COMPRESS"):
        ddp._register_builtin_comm_hook(getattr(dist.BuiltinCommHookType, hook))
    elif hook == "halves":
        ddp.register_comm_hook(state, halves)
    elif hook == "wrapped":
        ddp.register_comm_hook(None, default_hooks.fp16_compress_wrapper(default_hooks.allreduce_hook))
    elif hook in POWER:
        power = powerSGD_hook.PowerSGDState(None, **{"min_compression_rate": 1, **POWER[hook]})
        ddp.register_comm_hook(power, batched_power_sgd if hook == "batched_power_sgd" else powerSGD_hook.powerSGD_hook)
    elif hook and hook.startswith("quantization"):
        ddp.register_comm_hook(None, getattr(quantization_hooks, hook))
    elif hook:
        ddp.register_comm_hook(None, getattr(default_hooks, hook))
    return state


def digest(tensors):
    sha = hashlib.sha256()
    for tensor in tensors:
        dense = tensor.coalesce().to_dense() if tensor.is_sparse else tensor
        sha.update(bytes_of(dense))
    return sha.hexdigest()[:16]


def optimizer_of(case, params):
    if case["optimizer"] == "adam":
        return torch.optim.Adam(params, lr=0.01)
    return torch.optim.SGD(params, lr=0.1, momentum=0.0 if case["model"] == "bag" else 0.9)


def train(case, ddp, optimizer, x, y, step, told):
    if case.get("zeros") and step % 2 == 0:
        optimizer.zero_grad(set_to_none=False)
    elif not (case.get("nosync") and step % 2 == 1):
        optimizer.zero_grad()
    skip = case.get("nosync") and step % 2 == 0
    with ddp.no_sync() if skip else contextlib.nullcontext():
        found = ddp(x, -1 if case.get("static") else step) if case["model"] == "branches" else ddp(x)
        out = found["main"] if isinstance(found, dict) else found
        loss = nn.functional.cross_entropy(out, y)
        loss.backward()
    if not skip:
        optimizer.step()
    gradients = [p.grad for p in ddp.parameters() if p.grad is not None]
    told.append([digest(gradients), digest(ddp.parameters()), digest(ddp.buffers()), digest([loss])])


def run(case):
    torch.manual_seed(3 + dist.get_rank())
    options = dict(case["options"])
    if case.get("static"):
        options["static_graph"] = True
    ddp = DDP(MODELS[case["model"]](), **options)
    state = register(ddp, case.get("hook"))
    optimizer = optimizer_of(case, ddp.parameters())
    torch.manual_seed(50 + dist.get_rank())
    inputs = {"conv": 36, "lstm": 50}.get(case["model"], 6)
    steps = case["steps"] + (2 * dist.get_rank() if case.get("join") else 0)
    xs, ys = torch.randn(steps, 5, inputs), torch.randint(0, 4, (steps, 5))
    told = []
    joined = ddp.join(divide_by_initial_world_size=case["join"] == "initial") if case.get("join") else contextlib.nullcontext()
    with joined:
        for step in range(steps):
            train(case, ddp, optimizer, xs[step], ys[step], step, told)
    data = ddp._get_ddp_logging_data()
    if not case.get("hook", "").isupper():
        data.pop("comm_hook", None)
    names = ["bucket_sizes", "rebuilt_bucket_sizes", "comm_hook", "has_rebuilt_buckets", "join_uneven_inputs", "static_graph"]
    return {
        "steps": told,
        "final": digest(ddp.state_dict().values()),
        "keys": list(ddp.state_dict()),
        "state": state,
        "logged": {name: data.get(name) for name in [*names, "iteration", "num_parameter_tensors", "module_name"]},
    }


dist.init_process_group("gloo")
output = {case["name"]: run(case) for case in input["cases"]}
dist.barrier()
dist.destroy_process_group()
