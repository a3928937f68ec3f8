import functools
import time

import torch


@functools.cache
def parameters(count, size):
    """Parameters with gradients; two cases share the large ones."""
    torch.manual_seed(0)
    result = []
    for _ in range(count):
        parameter = torch.randn(size).requires_grad_()
        parameter.grad = torch.randn(size)
        result.append(parameter)
    return result


def steps(count, size, repeats, **options):
    def prepare():
        optimizer = torch.optim.Adam(parameters(count, size), **options)

        def run():
            start = time.perf_counter()
            for _ in range(repeats):
                optimizer.step()
            return (time.perf_counter() - start) / repeats * 1e3

        return run

    return prepare


cases = {
    "Adam, 100 tensors of 1 M elements, fused": steps(100, 1_000_000, 1, fused=True),
    "Adam, 100 tensors of 1 M elements": steps(100, 1_000_000, 1),
    "Adam, 1,000 tensors of 100 elements, fused": steps(1000, 100, 10, fused=True),
    "Adam, 1,000 tensors of 100 elements": steps(1000, 100, 10),
}
