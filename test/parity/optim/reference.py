"""Python's side of the optimizer tests: runs every case, and goes on from states that were saved elsewhere."""

import json
import os
import sys
import warnings

import torch

warnings.filterwarnings("ignore")

STEPS = 20


def parameters(case, generator):
    dtype = getattr(torch, case.get("dtype", "float32"))
    shapes = case.get("shapes") or [[5, 3], [7], [2, 3, 4, 5], [37, 41], []]
    return [torch.randn(shape, generator=generator, dtype=dtype) for shape in shapes]


def gradients(case, params, generator):
    kind = case.get("grads", "dense")
    scale = case.get("scale", 1.0)
    result = []
    for step in range(2 * STEPS):
        row = []
        for i, p in enumerate(params):
            grad = torch.randn(p.shape, generator=generator, dtype=p.dtype) * scale
            if kind == "sparse":
                grad = (grad * (torch.rand(p.shape, generator=generator) < 0.4)).to_sparse()
            if kind == "faint":
                exponents = -25 * torch.rand(p.shape, generator=generator)
                grad = grad * 10**exponents * (torch.rand(p.shape, generator=generator) < 0.3)
            if case.get("holes") and (step + i) % 3 == 0:
                row.append(None)
                continue
            row.append(grad)
        result.append(row)
    return result


def groups(case, params):
    """One group, or one for each entry of `groups`, which takes the parameters in turn."""
    if "groups" not in case:
        return params
    count = len(case["groups"])
    return [{"params": params[i::count], **python(options)} for i, options in enumerate(case["groups"])]


def python(options):
    return {name: option(value) for name, value in options.items()}


def option(value):
    """Lists are tuples; {"tensor": x} is a tensor."""
    if isinstance(value, dict):
        return torch.tensor(value["tensor"], dtype=torch.float32)
    return tuple(map(option, value)) if isinstance(value, list) else value


def build(case, values):
    # A recorded step cannot change leaves that require gradients in place.
    recorded = case["options"].get("differentiable", False)
    params = [value.detach().clone().requires_grad_(not recorded) for value in values]
    optimizer = getattr(torch.optim, case["optimizer"])(groups(case, params), **python(case["options"]))
    return params, optimizer


def run(params, optimizer, rows):
    for row in rows:
        for p, grad in zip(params, row):
            p.grad = None if grad is None else grad.clone()
        optimizer.step()


def values(params):
    return [p.detach().clone() for p in params]


def copy(state_dict):
    return torch.utils._pytree.tree_map(lambda x: x.clone() if isinstance(x, torch.Tensor) else x, state_dict)


def make(folder, case):
    torch.set_default_dtype(getattr(torch, case.get("default_dtype", "float32")))
    generator = torch.Generator().manual_seed(case.get("seed", 0))
    start = parameters(case, generator)
    rows = gradients(case, start, generator)
    params, optimizer = build(case, start)
    run(params, optimizer, rows[:STEPS])
    middle = values(params)
    middle_state = copy(optimizer.state_dict())
    # Loading casts: some optimizers go on with other bits than without it.
    params, optimizer = build(case, middle)
    optimizer.load_state_dict(copy(middle_state))
    run(params, optimizer, rows[STEPS:])
    record = {
        "start": start,
        "gradients": rows,
        "middle": middle,
        "middleState": middle_state,
        "end": values(params),
        "endState": copy(optimizer.state_dict()),
        "text": repr(optimizer),
    }
    torch.save(record, os.path.join(folder, case["name"] + ".pt"))
    torch.set_default_dtype(torch.float32)


def same(a, b):
    return a.dtype == b.dtype and torch.equal(a, b) or (a.isnan() == b.isnan()).all() and torch.equal(
        a.nan_to_num(), b.nan_to_num()
    )


def go_on(folder, case):
    """Loads the state dict that the other side saved in the middle, and ends where Python ended."""
    record = torch.load(os.path.join(folder, case["name"] + ".pt"))
    state = torch.load(os.path.join(folder, case["name"] + ".node.pt"))
    torch.set_default_dtype(getattr(torch, case.get("default_dtype", "float32")))
    params, optimizer = build(case, record["middle"])
    optimizer.load_state_dict(state)
    run(params, optimizer, record["gradients"][STEPS:])
    torch.set_default_dtype(torch.float32)
    if all(same(p, end) for p, end in zip(values(params), record["end"])):
        return None
    worst = max((p.double() - e.double()).abs().max().item() for p, e in zip(values(params), record["end"]))
    return f"{case['name']}: off by {worst}"


def errors(cases):
    """The type and the text of what Python raises."""
    result = []
    for case in cases:
        params = [torch.ones(2, requires_grad=True)]
        try:
            optimizer = getattr(torch.optim, case["optimizer"])(params, **python(case["options"]))
            params[0].grad = torch.ones(2)
            optimizer.step()
            result.append(None)
        except Exception as error:  # noqa: BLE001
            result.append([type(error).__name__, str(error)])
    return result


def main():
    for line in sys.stdin:
        command, folder, path = line.split()
        with open(path) as file:
            cases = json.load(file)
        if command == "make":
            for case in cases:
                make(folder, case)
            answer = len(cases)
        elif command == "go-on":
            answer = [text for text in (go_on(folder, case) for case in cases) if text]
        else:
            answer = errors(cases)
        print(json.dumps(answer), flush=True)


main()
