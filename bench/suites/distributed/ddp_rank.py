"""One Python rank of the distributed suite: trains a model of 4.5 million parameters. Each line on stdin is a number of steps,
`stats`, or `reduce ELEMENTS TIMES`; the answer is the time of one step or all-reduce in milliseconds, or the averages of the
Reducer. ddp-rank.cjs does the same."""

import json
import sys
import time

import torch
import torch.distributed as dist
from torch import nn

torch.set_num_threads(1)
dist.init_process_group("gloo")
torch.manual_seed(0)
layers = [nn.Linear(256, 1024), nn.ReLU(), nn.Linear(1024, 2048), nn.ReLU(), nn.Linear(2048, 1024), nn.ReLU()]
model = nn.parallel.DistributedDataParallel(nn.Sequential(*layers, nn.Linear(1024, 10)))
model._set_ddp_runtime_logging_sample_rate(1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
x, y = torch.randn(32, 256), torch.randint(0, 10, (32,))


def step():
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()


def reduce(elements, times):
    """Milliseconds of one all-reduce."""
    x = torch.zeros(elements)
    start = time.perf_counter()
    for _ in range(times):
        dist.all_reduce(x)
    return (time.perf_counter() - start) * 1000 / times


for line in sys.stdin:
    if line.strip() == "stats":
        data = model._get_ddp_logging_data()
        print(json.dumps({name: value for name, value in data.items() if name.startswith("avg_")}), flush=True)
        continue
    if line.startswith("reduce"):
        print(reduce(*map(int, line.split()[1:])), flush=True)
        continue
    start = time.perf_counter()
    for _ in range(int(line)):
        step()
    print((time.perf_counter() - start) * 1000 / int(line), flush=True)
dist.destroy_process_group()
