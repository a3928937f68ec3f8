"""One rank of test/support/ranks.ts in Python: runs the file of its first argument, writes its result to the second."""

import json
import os
import sys
import traceback

import torch
import torch.distributed as dist

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import decode, encode  # noqa: E402


def main():
    script, answer_file = sys.argv[1:3]
    with open(script, encoding="utf-8") as file:
        request = json.load(file)
    torch.set_num_threads(1)
    scope = {"torch": torch, "dist": dist, "rank": int(os.environ["RANK"]), "size": int(os.environ["WORLD_SIZE"])}
    scope.update({"input": decode(request["input"]), "output": None, "__name__": "rank"})
    try:
        exec(compile(request["script"], "rank script", "exec"), scope)
        answer = {"output": encode(scope["output"])}
    except Exception:  # noqa: BLE001 -- the test reports it
        answer = {"error": traceback.format_exc()}
    with open(answer_file, "w", encoding="utf-8") as file:
        json.dump(answer, file, allow_nan=False)


main()
