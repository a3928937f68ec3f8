# Run by operators.test.ts: for each operator of PyTorch's own list of sample inputs, a sample and what vmap, grad and jvp
# make of it.
import sys
import types
import warnings

warnings.simplefilter("ignore")
# The list imports a test runner that nothing here needs.
stub = types.ModuleType("expecttest")
stub.TestCase = type("TestCase", (), {})
sys.modules.setdefault("expecttest", stub)

from torch.testing._internal.common_methods_invocations import op_db
from torch.utils._pytree import tree_flatten, tree_unflatten
from torch.func import grad, jvp, vmap

# Their results are not determined by their inputs, or their names mean another function in JavaScript.
SKIPPED = {"empty_strided", "nn.functional.dropout", "nn.functional.rrelu", "bernoulli", "normal", "multinomial"}
SKIPPED |= {"randn_like", "rand_like", "slice", "einsum", "zero_", "T", "H", "mT", "mH"}
SKIPPED |= {"where", "nn.functional.embedding", "nn.functional.embedding_bag", "svd_lowrank", "pca_lowrank"}  # their samples have another order


def plain(value):
    return value is None or isinstance(value, (torch.Tensor, bool, int, float, str))


def floating(value):
    return isinstance(value, torch.Tensor) and value.is_floating_point()


def outputs_of(value):
    return [leaf for leaf in tree_flatten(value)[0] if isinstance(leaf, torch.Tensor)]


def loss(value):
    return sum(out.sum() for out in outputs_of(value) if out.is_floating_point())


def other(tensor):
    return tensor * 0.5 if tensor.is_floating_point() else tensor


def attempt(work):
    try:
        return [t.detach() for t in work()]
    except Exception as error:
        return None


def sample_of(op):
    for sample in op.sample_inputs("cpu", torch.float32):
        leaves, spec = tree_flatten((sample.input, list(sample.args), sample.kwargs))
        tensors = [leaf for leaf in leaves if isinstance(leaf, torch.Tensor)]
        if not all(plain(leaf) for leaf in leaves) or not any(floating(t) and t.numel() for t in tensors):
            continue
        if any(t.is_complex() or t.layout != torch.strided for t in tensors):
            continue
        return leaves, spec
    return None


def study(op):
    found = sample_of(op)
    if found is None:
        return None
    leaves, spec = found
    leaves = [leaf.detach().contiguous() if isinstance(leaf, torch.Tensor) else leaf for leaf in leaves]
    places = [i for i, leaf in enumerate(leaves) if floating(leaf)]

    def call(*tensors):
        filled = list(leaves)
        for place, tensor in zip(places, tensors):
            filled[place] = tensor
        first, rest, options = tree_unflatten(filled, spec)
        return op.op(first, *rest, **options)

    tensors = [leaves[i] for i in places]
    batched = [torch.stack([t, other(t)]) for t in tensors]
    tangents = [torch.ones_like(t) for t in tensors]
    every = tuple(range(len(tensors)))
    first, rest, options = tree_unflatten(leaves, spec)
    return {
        "name": op.name,
        "args": [first, *rest],
        "options": options,
        "vmap": attempt(lambda: outputs_of(vmap(lambda *ts: tuple(outputs_of(call(*ts))))(*batched))),
        "grad": attempt(lambda: grad(lambda *ts: loss(call(*ts)), every)(*tensors)),
        "jvp": attempt(lambda: jvp(lambda *ts: tuple(outputs_of(call(*ts))), tuple(tensors), tuple(tangents))[1]),
        "vmapgrad": attempt(lambda: vmap(grad(lambda *ts: loss(call(*ts)), every))(*batched)),
    }


torch.manual_seed(0)
output = []
seen = set()
for op in op_db:
    if op.name in seen or op.name in SKIPPED or op.variant_test_name or not op.supports_autograd:
        continue
    if torch.float32 not in op.supported_dtypes("cpu"):
        continue
    seen.add(op.name)
    try:
        case = study(op)
    except Exception:
        continue
    if case and any(case[key] is not None for key in ("vmap", "grad", "jvp")):
        output.append(case)
