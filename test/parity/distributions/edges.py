"""Python's side of edges.test.ts. `make` and `attempt` are those of distributions.py, which stands before it."""
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 3.0, 1e-30, 1e30, float('inf'), float('-inf'), float('nan')]


def at_edges(described):
    checked = make(described)
    torch.manual_seed(11)
    drawn = attempt(lambda: checked.sample())
    if not isinstance(drawn, torch.Tensor):
        return None
    described = dict(described, options={**(described.get('options') or {}), 'validateArgs': False})
    free = make(described)
    seen = []
    for special in SPECIAL:
        # Integers that a dtype of integers holds.
        if not drawn.is_floating_point() and special not in (0.0, 1.0, -1.0, 2.0, 3.0):
            continue
        value = torch.full_like(drawn, special)
        seen.append({
            'checked': attempt(lambda: checked.log_prob(value)),
            'free': attempt(lambda: free.log_prob(value)),
            'cdf': attempt(lambda: free.cdf(value)),
            'checkedCdf': attempt(lambda: checked.cdf(value)),
            'icdf': attempt(lambda: free.icdf(value)),
            'checkedIcdf': attempt(lambda: checked.icdf(value)),
        })
    return seen


output = [at_edges(d) for d in input]
