"""Runs models that were exported from Node: .pt2 by torch.export.load, ONNX by onnxruntime."""
import json
import os
import sys
import traceback
import warnings

import torch

warnings.simplefilter("ignore")
torch.set_num_threads(1)


def leaves(value):
    return [v for v in torch.utils._pytree.tree_leaves(value) if isinstance(v, torch.Tensor)]


def same(a, b):
    return a.dtype == b.dtype and a.shape == b.shape and torch.equal(torch.nan_to_num(a), torch.nan_to_num(b))


def pt2(name, path, reference):
    program = torch.export.load(path)
    module = program.module()
    report = []
    for call in reference["calls"]:
        torch.manual_seed(5)
        got = leaves(module(*call["inputs"]))
        bad = [i for i, (a, b) in enumerate(zip(got, call["outputs"])) if not same(a, b)]
        if bad or len(got) != len(call["outputs"]):
            report.append(f"outputs {bad} differ")
        module.zero_grad()
        total = sum((o.double() ** 2).sum() for o in got if o.requires_grad)
        if call["gradients"]:
            total.backward()
        grads = {k: p.grad for k, p in module.named_parameters()}
        report += [f"the gradient of {k} differs" for k, g in call["gradients"].items() if grads[k] is None or not same(grads[k], g)]
    for name, buffer in reference["buffers"].items():
        if not same(dict(module.named_buffers())[name], buffer):
            report.append(f"the buffer {name} differs")
    if name in ("lstm", "language", "resnet", "indexing"):
        program.run_decompositions()  # the sizes of all values have to be right for that
    return report


def unflatten(name, path, reference):
    """torch.export.unflatten needs to know of each node which modules it belongs to."""
    program = torch.export.load(path)
    report = []
    if "nn_module_stack" not in str([node.meta.keys() for node in program.graph.nodes if node.op == "call_function"]):
        report.append("no node knows its module")
    if ", code: " not in str(program):
        report.append("no node knows its line")
    module = torch.export.unflatten(program)
    modules = dict(module.named_modules())
    report += [f"the module {fqn} is missing" for fqn in reference["modules"] if fqn not in modules]
    call = reference["calls"][0]
    torch.manual_seed(5)
    got = leaves(module(*call["inputs"]))
    bad = [i for i, (a, b) in enumerate(zip(got, call["outputs"])) if not same(a, b)]
    if bad or len(got) != len(call["outputs"]):
        report.append(f"outputs {bad} of {len(got)} differ")
    return report


def script(name, path, reference):
    module = torch.jit.load(path)
    report = []
    # A trace that holds for the sizes of the example is not asked for others.
    for call in reference["calls"][: 1 if reference["fixedTrace"] else None]:
        torch.manual_seed(5)
        got = leaves(module(*call["inputs"]))
        bad = [i for i, (a, b) in enumerate(zip(got, call["outputs"])) if not same(a, b)]
        if bad or len(got) != len(call["outputs"]):
            report.append(f"outputs {bad} of {len(got)} differ")
        module.zero_grad()
        if call["gradients"]:
            sum((o.double() ** 2).sum() for o in got if o.requires_grad).backward()
        grads = {k: p.grad for k, p in module.named_parameters()}
        # TorchScript's executor adds up the gradients of the steps of a cell in an order of its own.
        equal = (lambda a, b: torch.allclose(a, b, rtol=1e-5, atol=1e-6)) if name == "cells" else same
        report += [f"the gradient of {k} differs" for k, g in call["gradients"].items() if grads[k] is None or not equal(grads[k], g)]
    return report


def onnx_model(path, reference):
    import numpy as np
    import onnx
    import onnxruntime

    onnx.checker.check_model(path, full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    report = []
    for call in reference["calls"]:
        names = [i.name for i in session.get_inputs()]
        feeds = {n: x.numpy() for n, x in zip(names, call["inputs"])}
        got = session.run(None, feeds)
        for i, (a, b) in enumerate(zip(got, call["outputs"])):
            b = b.detach().numpy()
            if a.shape != b.shape or a.dtype != b.dtype:
                report.append(f"output {i} is {a.dtype}{a.shape}, not {b.dtype}{b.shape}")
            elif not np.allclose(a, b, rtol=1e-5, atol=1e-5, equal_nan=True):
                report.append(f"output {i} differs by {np.abs(a - b).max()}")
    return report


folder = sys.argv[1]
results = {}
for name in json.load(open(os.path.join(folder, "list.json"))):
    reference = torch.load(os.path.join(folder, name + ".pt"))
    checks = (("pt2", lambda p: pt2(name, p, reference)), ("unflatten", lambda p: unflatten(name, p, reference)), ("jit", lambda p: script(name, p, reference)), ("onnx", lambda p: onnx_model(p, reference)))
    for kind, check in checks:
        path = os.path.join(folder, f"{name}.{'pt2' if kind == 'unflatten' else kind}")
        if not os.path.exists(path):
            continue
        try:
            results[f"{name} {kind}"] = check(path)
        except Exception as error:
            results[f"{name} {kind}"] = [traceback.format_exc()[-1500:]]
json.dump(results, open(os.path.join(folder, "results.json"), "w"))
