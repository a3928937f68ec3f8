"""The Python side of a pair: reads the names of cases from stdin, answers each with one figure."""

import importlib.util
import pathlib
import sys

suite = sys.argv[1]
path = pathlib.Path(__file__).parent.parent / "suites" / suite / "python.py"
spec = importlib.util.spec_from_file_location(f"suite_{suite}", path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
ready = {}

for line in sys.stdin:
    name = line.strip()
    if name not in ready:
        ready[name] = module.cases[name]()
    print(ready[name](), flush=True)
