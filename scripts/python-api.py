"""Writes scripts/python-api.json: which operators Python's torch shows, where, and in which order it tries their
overloads; and what `torch.typename` says of its classes and functions. Needed once for each version of PyTorch; the generator and its check read the file alone.

    python -m pip install pyyaml && python scripts/python-api.py
"""

import importlib
import inspect
import json
import pathlib
import re
import sys
import types
from collections import defaultdict

import torch
import torchgen

packaged = pathlib.Path(torchgen.__file__).parent / "packaged"
sys.path.insert(0, str(packaged))

from autograd import gen_python_functions as python  # noqa: E402
from torchgen.gen import parse_native_yaml  # noqa: E402

NAMESPACES = {
    "torch": (python.is_py_torch_function, torch),
    "method": (python.is_py_variable_method, torch.Tensor),
    "linalg": (python.is_py_linalg_function, torch.linalg),
    "fft": (python.is_py_fft_function, torch.fft),
    "special": (python.is_py_special_function, torch.special),
    "nn": (python.is_py_nn_function, torch._C._nn),
}


def shown(namespace, owner, name):
    """`linalg_svd` is shown as `torch.linalg.svd`."""
    short = name.removeprefix(f"{namespace}_")
    return short if hasattr(owner, short) and not name.startswith("_") else None


# Where the public classes and functions of Python are found.
PLACES = """accelerator amp ao.nn.quantized.dynamic ao.quantization autograd autograd.forward_ad autograd.functional autograd.graph
autograd.profiler backends backends.cuda backends.cudnn backends.mha backends.mkl backends.mkldnn backends.nnpack backends.openmp cpu
cuda cuda.nvtx distributed distributed.algorithms distributed.algorithms.ddp_comm_hooks
distributed.algorithms.ddp_comm_hooks.debugging_hooks distributed.algorithms.ddp_comm_hooks.default_hooks
distributed.algorithms.ddp_comm_hooks.post_localSGD_hook distributed.algorithms.ddp_comm_hooks.powerSGD_hook
distributed.algorithms.ddp_comm_hooks.quantization_hooks distributed.algorithms.model_averaging
distributed.algorithms.model_averaging.averagers distributed.algorithms.model_averaging.hierarchical_model_averager
distributed.algorithms.model_averaging.utils distributed.checkpoint distributed.fsdp distributed.optim distributions
distributions.constraint_registry distributions.constraints distributions.transforms export fft func hub jit library linalg masked
nested nn nn.attention nn.attention.bias nn.functional nn.init nn.modules.utils nn.parallel nn.utils nn.utils.parametrizations
nn.utils.parametrize nn.utils.prune nn.utils.rnn onnx optim optim.lr_scheduler optim.swa_utils profiler random serialization signal
signal.windows sparse special testing utils utils.benchmark utils.checkpoint utils.data utils.tensorboard version""".split()

# Of nn.functional, with a docstring, but on no page.
UNLISTED = {"celu_", "selu_", "conv_tbc", "channel_shuffle", "native_channel_shuffle"}


def page(namespace, name):
    """What page of PyTorch's documentation a name has: where it is not the one of its own name, that of another or None.

    PyTorch tests that what has a docstring is listed there. What is shown in torch but belongs to nn.functional has its
    page there; the operators that copy what others view have none.
    """
    functional = torch.nn.functional
    owner = {"method": torch.Tensor, "nn": functional}.get(namespace) or NAMESPACES[namespace][1]
    function = getattr(owner, name, None)
    text = (getattr(function, "__doc__", None) or "").strip()
    if not text or text.startswith("Performs the same operation as") or name in UNLISTED:
        return {"page": None}
    if namespace == "torch" and getattr(functional, name, None) is function:
        return {"page": f"torch.nn.functional.{name}"}
    return {}


def rows(namespace, accepts, owner, functions):
    pairs = python.load_signatures(functions, str(packaged / "autograd" / "deprecated.yaml"),
                                   method=namespace == "method", skip_deprecated=True)
    groups = defaultdict(list)
    for pair in pairs:
        if accepts(pair.function):
            groups[str(pair.function.func.name.name)].append(pair)
    result = {}
    for name, overloads in sorted(groups.items()):
        base = name.removesuffix("_out")
        short = shown(namespace, owner, base)
        if short is None:
            continue
        # The same attribute may be a function of Python's own around the operator.
        own = inspect.isfunction(inspect.getattr_static(owner, short, None)) and namespace != "nn"
        ordered = [group.base.func.name.overload_name for group in python.group_overloads(overloads)]
        result[short] = {"operator": name, "overloads": ordered, **({"python": True} if own else {}), **page(namespace, short)}
    return result


def way_back(name):
    """A name that was turned into camelCase and back, as lib/arguments/names.ts does both."""
    camel = re.sub(r"(?<=[^_])_+([a-z0-9])", lambda found: found[1].upper(), name, flags=re.IGNORECASE)
    return re.sub(r"(?<=.)[A-Z]", lambda found: f"_{found[0].lower()}", camel)


def names(path):
    """What `torch.typename` says of the classes and functions of a module and of the classes of the modules within.

    A builtin has the name of the C++ class that holds it, and a function that was made in another has none to find it by:
    these have their public name. What follows from the place and the name is left out.
    """
    module = importlib.import_module(path)
    within = [m for name, m in list(sys.modules.items()) if name.startswith(f"{path}.") and path != "torch"]
    classes = {n: v for m in within for n, v in vars(m).items() if inspect.isclass(v) and v.__module__ == m.__name__}
    result = {}
    for name, value in sorted({**classes, **vars(module)}.items()):
        is_class = isinstance(value, type)
        if name.startswith("_") or not (is_class or isinstance(value, (types.FunctionType, types.BuiltinFunctionType))):
            continue
        text = torch.typename(value)
        if not text.startswith("torch."):
            continue
        if isinstance(value, types.BuiltinFunctionType) or "<" in text:
            text = f"{path}.{name}"
        if text != f"{path}.{name}" or (not is_class and way_back(name) != name):
            result[name] = text
    return result


def main():
    functions = parse_native_yaml(str(packaged / "ATen" / "native" / "native_functions.yaml"),
                                  str(packaged / "ATen" / "native" / "tags.yaml")).native_functions
    functions = [function for function in functions if python.should_generate_py_binding(function)]
    api = {"version": torch.__version__.split("+")[0]}
    for namespace, (accepts, owner) in NAMESPACES.items():
        api[namespace] = rows(namespace, accepts, owner, functions)
    api["names"] = {path: names(path) for path in ["torch", *(f"torch.{place}" for place in PLACES)]}
    lines = [f'"{key}": ' + (json.dumps(value) if isinstance(value, str) else table(value)) for key, value in api.items()]
    target = pathlib.Path(__file__).with_name("python-api.json")
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def table(rows_by_name):
    return "{\n" + ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in rows_by_name.items()) + "\n}"


main()
