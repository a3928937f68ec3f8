# The lists of names for docs/coverage.md. Deprecated names (by decorators, and those that warn only when called), modules, and helpers
# that Python's modules happen to show, are no part of what is to be covered.
import inspect
import torch.nn.functional as F, torch.nn.init as init, torch.nn.utils as utils
import torch.signal.windows, torch.accelerator, torch.hub, torch.nn.attention, torch.nn.attention.bias
import torch.profiler, torch.autograd.profiler, torch.autograd.forward_ad, torch.utils.benchmark, torch.utils.tensorboard, torch.distributions
import torch.nn.utils.prune, torch.nn.utils.stateless, torch.optim.swa_utils, torch.utils.checkpoint, torch.library, torch.nested, torch.masked

def own(module):
    return [n for n, v in vars(module).items() if callable(v) and not n.startswith('_')
            and getattr(v, '__module__', None) == module.__name__ and not getattr(v, '__deprecated__', None)]

HELPERS = {'boolean_dispatch', 'assert_int_or_pair', 'handle_torch_function', 'Optional', 'invert_permutation',
           'has_torch_function', 'has_torch_function_unary', 'has_torch_function_variadic', 'PackedSequence_', 'bind'}
def sort(names): return sorted(set(names) - HELPERS)

# Names that warn when they are called, or whose documentation says that they are deprecated.
DEPRECATED = {
    'torch': {'set_default_tensor_type', 'range', 'autocast_cpu', *(f'{verb}_autocast_{device}_{what}' for verb in ('get', 'set', 'is')
              for device in ('cpu', 'gpu', 'ipu', 'xla') for what in ('dtype', 'enabled'))},
    'torch.cuda': {'memory_cached', 'max_memory_cached', 'reset_max_memory_allocated', 'reset_max_memory_cached', 'has_half', 'has_magma'},
    'torch.autograd': {'Variable', 'variable', 'NestedIOFunction'},
    'torch.library': {'impl_abstract'},
    'torch.Tensor': {'eig', 'lstsq', 'symeig', 'solve', 'resize', 'resize_as', 'reinforce', 'volatile', 'storage', 'storage_type', 'new', 'name', 'names_'},
}

def listed(name, module, extra=()):
    names = getattr(module, '__all__', None) or [n for n in dir(module) if not n.startswith('_')]
    return sort(n for n in set(names) | set(extra) if not n.startswith('_') and hasattr(module, n)
                and not inspect.ismodule(getattr(module, n)) and not getattr(getattr(module, n), '__deprecated__', None)
                and n not in DEPRECATED.get(name, ()))

functional = [n for n, v in vars(F).items() if callable(v) and not inspect.isclass(v) and not n.startswith('_')]
classes = [n for n, v in vars(torch.nn).items() if inspect.isclass(v) and not n.startswith('_')]
output = {
    'torch': listed('torch', torch),
    'torch.Tensor': listed('torch.Tensor', torch.Tensor),
    'torch.linalg': sort(n for n, v in vars(torch.linalg).items() if inspect.isbuiltin(v) and not n.startswith('_')),
    'torch.fft': [n for n in listed('torch.fft', torch.fft) if n != 'Tensor'],
    'torch.special': listed('torch.special', torch.special),
    'torch.nn': sort(n for n in set(torch.nn.modules.__all__) | set(classes) if n not in ('Container', 'NLLLoss2d')),
    'torch.nn.functional': sort(functional),
    'torch.nn.init': sort(n for n in own(init) if n + '_' not in vars(init)),
    'torch.nn.utils': sort(n for n in utils.__all__ if not inspect.ismodule(getattr(utils, n))
                           and not getattr(getattr(utils, n), '__deprecated__', None)
                           and n not in ('weight_norm', 'remove_weight_norm')),
    'torch.nn.utils.rnn': sort(own(utils.rnn)),
    'torch.nn.utils.parametrize': sort(own(utils.parametrize)),
    'torch.nn.utils.parametrizations': sort(own(utils.parametrizations)),
    'torch.nn.utils.prune': sort(own(utils.prune)),
    'torch.nn.Module': sort(n for n in dir(torch.nn.Module) if callable(getattr(torch.nn.Module, n)) and not n.startswith('_')
                            and n != 'register_backward_hook'),
    'torch.nn.attention': listed('torch.nn.attention', torch.nn.attention),
    'torch.nn.attention.bias': listed('torch.nn.attention.bias', torch.nn.attention.bias),
    'torch.optim': listed('torch.optim', torch.optim),
    'torch.optim.lr_scheduler': sort(torch.optim.lr_scheduler.__all__),
    'torch.optim.swa_utils': sort(torch.optim.swa_utils.__all__),
    'torch.autograd': listed('torch.autograd', torch.autograd),
    'torch.autograd.functional': sort(torch.autograd.functional.__all__),
    'torch.autograd.forward_ad': sort(torch.autograd.forward_ad.__all__),
    'torch.autograd.graph': listed('torch.autograd.graph', torch.autograd.graph),
    'torch.autograd.profiler': sort(torch.autograd.profiler.__all__),
    'torch.profiler': sort(torch.profiler.__all__),
    'torch.func': sort(torch.func.__all__),
    'torch.library': listed('torch.library', torch.library, ['register_kernel', 'register_autograd', 'opcheck']),
    'torch.distributions': sort(torch.distributions.__all__),
    'torch.signal.windows': sort(torch.signal.windows.__all__),
    'torch.random': sort(torch.random.__all__),
    'torch.sparse': sort(set(torch.sparse.__all__) | {'spdiags'}),
    'torch.nested': listed('torch.nested', torch.nested),
    'torch.masked': listed('torch.masked', torch.masked),
    'torch.accelerator': sort(n for n in torch.accelerator.__all__ if not n.endswith('_idx')),
    'torch.cuda': listed('torch.cuda', torch.cuda),
    'torch.serialization': listed('torch.serialization', torch.serialization),
    'torch.hub': sort(torch.hub.__all__),
    'torch.testing': sort(n for n in dir(torch.testing) if callable(getattr(torch.testing, n)) and not n.startswith('_') and n != 'assert_allclose'),
    'torch.utils.benchmark': sort(n for n in dir(torch.utils.benchmark) if not n.startswith('_') and n not in ('timer', 'Number')
                                  and not inspect.ismodule(getattr(torch.utils.benchmark, n))),
    'torch.utils.tensorboard': sort(torch.utils.tensorboard.__all__ if hasattr(torch.utils.tensorboard, '__all__') else ['SummaryWriter']),
    'torch.utils.tensorboard.SummaryWriter': sort(n for n in dir(torch.utils.tensorboard.SummaryWriter) if not n.startswith('_')),
    'torch.ao.quantization (dynamic)': ['quantize_dynamic'],
}
