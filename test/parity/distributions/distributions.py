"""Python's side of distributions.test.ts: makes what the corpus describes and observes it."""
import re
import warnings

import torch
import torch.distributions as D
from torch.distributions import constraints, kl

warnings.simplefilter('ignore')


def snake(name):
    return re.sub('(?<=.)[A-Z]', lambda m: '_' + m[0].lower(), name)


def make(x, leaves=None):
    """The object of a description. Float tensors become leaves, of which gradients are asked."""
    if isinstance(x, torch.Tensor):
        if leaves is None or not x.is_floating_point():
            return x
        x = x.clone().requires_grad_()
        leaves.append(x)
        return x
    if isinstance(x, list):
        return [make(y, leaves) for y in x]
    if not isinstance(x, dict) or 'make' not in x:
        return x
    name = x['make']
    if x.get('from') == 'constraints':
        found = getattr(constraints, name if name[0].isupper() else snake(name))
        return found(*[make(a, leaves) for a in x['args']]) if x.get('args') is not None else found
    found = getattr(D, name)
    args = [make(a, leaves) for a in x.get('args') or []]
    options = {snake(k): make(v, leaves) for k, v in (x.get('options') or {}).items()}
    return found(*args, **options)


def failure(error):
    kind = type(error).__name__
    return {'error': kind, 'message': str(error)}


def plain(value):
    if isinstance(value, (torch.Size, tuple)):
        return list(value)
    return value


def attempt(call):
    try:
        return plain(call())
    except Exception as error:
        return failure(error)


def with_gradients(leaves, call):
    """The value and the gradients of its sum."""
    for leaf in leaves:
        leaf.grad = None
    value = call()
    if value.requires_grad:
        value.sum().backward(retain_graph=True)
    return {'value': value, 'gradients': [leaf.grad for leaf in leaves]}


def observe_values(dist, leaves, seen):
    torch.manual_seed(7)
    value = attempt(lambda: dist.sample((4,)))
    seen['values'] = value
    if isinstance(value, dict):
        return
    given = value.detach()
    inside = torch.linspace(0.05, 0.95, 4, dtype=torch.float32)
    seen['logProb'] = attempt(lambda: with_gradients(leaves, lambda: dist.log_prob(given)))
    point = given.clone().requires_grad_() if given.is_floating_point() else given
    seen['logProbOfValue'] = attempt(lambda: with_gradients([point] if point.requires_grad else [], lambda: dist.log_prob(point)))
    seen['cdf'] = attempt(lambda: with_gradients(leaves, lambda: dist.cdf(given)))
    shape = (4,) + (1,) * len(dist.batch_shape)
    seen['icdf'] = attempt(lambda: with_gradients(leaves, lambda: dist.icdf(inside.reshape(shape))))


def observe(described):
    leaves = []
    dist = make(described, leaves)
    seen = {}
    seen['repr'] = repr(dist)
    seen['batchShape'] = list(dist.batch_shape)
    seen['eventShape'] = list(dist.event_shape)
    seen['support'] = attempt(lambda: repr(dist.support))
    seen['hasRsample'] = dist.has_rsample
    seen['hasEnumerateSupport'] = dist.has_enumerate_support
    torch.manual_seed(3)
    seen['sample'] = attempt(lambda: dist.sample((2, 3)))
    seen['sampleOne'] = attempt(lambda: dist.sample())
    seen['rsample'] = attempt(lambda: with_gradients(leaves, lambda: dist.rsample((5,))))
    observe_values(dist, leaves, seen)
    for name in ['mean', 'mode', 'variance', 'stddev']:
        seen[name] = attempt(lambda: with_gradients(leaves, lambda: getattr(dist, name)))
    for name in ['entropy', 'perplexity']:
        seen[name] = attempt(lambda: with_gradients(leaves, lambda: getattr(dist, name)()))
    seen['enumerated'] = attempt(lambda: dist.enumerate_support())
    seen['enumeratedNarrow'] = attempt(lambda: dist.enumerate_support(False))
    for name in ['probs', 'logits', 'scale_tril', 'covariance_matrix', 'precision_matrix']:
        if hasattr(type(dist), name) or name in dist.__dict__:
            seen[name] = attempt(lambda: with_gradients(leaves, lambda: getattr(dist, name)))
    wide = make(described).expand((2, *dist.batch_shape)) if described['make'] != 'Independent' else None
    if wide is not None:
        seen['expanded'] = repr(wide)
        torch.manual_seed(5)
        seen['expandedSample'] = attempt(lambda: wide.sample((3,)))
        drawn = seen['expandedSample']
        if isinstance(drawn, torch.Tensor):
            seen['expandedLogProb'] = attempt(lambda: wide.log_prob(drawn))
        seen['expandedMean'] = attempt(lambda: wide.mean)
        seen['expandedEntropy'] = attempt(lambda: wide.entropy()) if described['make'] != 'Multinomial' else None
    return seen


def observe_transform(described, x):
    leaves = []
    t = make(described, leaves)
    point = x.clone().requires_grad_()
    leaves.append(point)
    seen = {'repr': repr(t), 'inverse': repr(t.inv), 'bijective': t.bijective}
    seen['sign'] = attempt(lambda: t.sign)
    seen['domain'] = attempt(lambda: repr(t.domain))
    seen['codomain'] = attempt(lambda: repr(t.codomain))
    seen['eventDim'] = attempt(lambda: t.event_dim)
    seen['forward'] = attempt(lambda: with_gradients(leaves, lambda: t(point)))
    y = t(point)
    seen['same'] = t(point) is y
    other = y.detach().clone().requires_grad_()
    seen['back'] = attempt(lambda: with_gradients(leaves[:-1] + [other], lambda: t.inv(other)))
    seen['cachedBack'] = t.inv(y) is point
    seen['logDet'] = attempt(lambda: with_gradients(leaves, lambda: t.log_abs_det_jacobian(point, t(point))))
    seen['inverseLogDet'] = attempt(lambda: t.inv.log_abs_det_jacobian(y, point))
    seen['forwardShape'] = attempt(lambda: list(t.forward_shape(x.shape)))
    seen['inverseShape'] = attempt(lambda: list(t.inverse_shape(y.shape)))
    seen['withCache'] = attempt(lambda: repr(t.with_cache()))
    seen['equal'] = t == make(described)
    return seen


def observe_constraint(described, *values):
    c = make(described)
    seen = {'repr': repr(c), 'isDiscrete': c.is_discrete, 'eventDim': c.event_dim}
    seen['checks'] = [attempt(lambda: c.check(v)) for v in values]
    for name in ['biject_to', 'transform_to']:
        def transform():
            return repr(getattr(D, name)(c))
        seen[name] = attempt(transform)
    return seen


def classes_of(pair):
    return [c.__name__ for c in pair]


def observe_pair(ps, qs):
    leaves = []
    p, q = make(ps, leaves), make(qs, leaves)
    return attempt(lambda: with_gradients(leaves, lambda: D.kl_divergence(p, q)))


def observe_failure(described, method=None, *args):
    try:
        made = make(described)
        if method is not None:
            getattr(made, method)(*[torch.Size(a) if isinstance(a, list) else a for a in args])
        return None
    except Exception as error:
        return failure(error)


pairs = [classes_of(pair) for pair in kl._KL_REGISTRY]
output = {
    'names': D.__all__,
    'distributions': [observe(d) for d in input['distributions']],
    'transforms': [observe_transform(*t) for t in input['transforms']],
    'constraints': [observe_constraint(*c) for c in input['constraints']],
    'constraintNames': constraints.__all__,
    'pairs': pairs,
    'divergences': [observe_pair(input['pairs'][p][0], input['pairs'][q][1]) for p, q in pairs],
    'failures': [observe_failure(*f) for f in input['failures']],
}
