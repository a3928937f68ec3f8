"""What the Python peers share: reads the names of cases, answers each with ms a training step."""

import sys
import time

AT_MOST_S = 0.3


def measure(step, wait):
    begin, done = time.perf_counter(), 0
    while True:
        value = step()
        wait(value)
        done += 1
        if time.perf_counter() - begin > AT_MOST_S:
            return (time.perf_counter() - begin) / done * 1e3


def serve(training, wait=lambda value: None):
    """`training(name)` gives one training step as a function; `wait` ends when its value is there."""
    ready = {}
    for line in map(str.strip, sys.stdin):
        if line not in ready:
            ready[line] = training(line)
            wait(ready[line]())
        print(measure(ready[line], wait), flush=True)
