"""Runs a parity script: reads the script and its input from standard input, writes what it leaves in `output`.

Values travel as JSON. What JSON lacks is an object with one key that starts with a dollar sign: see test/support/wire-format.ts.
"""

import base64
import json
import math
import sys
import traceback

import torch


def bytes_of(tensor):
    dense = tensor.detach().cpu().resolve_conj().resolve_neg()
    # Not reshape(-1) alone: one element keeps a stride that view(dtype) refuses.
    flat = torch.empty(dense.numel(), dtype=dense.dtype).copy_(dense.reshape(-1))
    return flat.view(torch.uint8).numpy().tobytes() if dense.numel() else b""


def encode_tensor(tensor):
    return {
        "dtype": str(tensor.dtype).removeprefix("torch."),
        "shape": list(tensor.shape),
        "data": base64.b64encode(bytes_of(tensor)).decode(),
        "requiresGrad": tensor.requires_grad,
    }


def decode_tensor(wire):
    dtype = getattr(torch, wire["dtype"])
    data = bytearray(base64.b64decode(wire["data"]))
    flat = torch.frombuffer(data, dtype=dtype) if data else torch.empty(0, dtype=dtype)
    return flat.reshape(wire["shape"]).clone().requires_grad_(wire.get("requiresGrad", False))


def encode(value):
    if isinstance(value, torch.Tensor):
        return {"$tensor": encode_tensor(value)}
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"$int": str(value)}
    if isinstance(value, float):
        plain = math.isfinite(value) and not (value == 0 and math.copysign(1, value) < 0)
        return value if plain else {"$float": repr(value)}
    if isinstance(value, complex):
        return {"$complex": [encode(value.real), encode(value.imag)]}
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, (torch.dtype, torch.device, torch.layout)):
        return str(value)
    raise TypeError(f"cannot send a {type(value).__name__} to JavaScript")


DECODERS = {
    "$tensor": decode_tensor,
    "$int": int,
    "$float": float,
    "$complex": lambda pair: complex(decode(pair[0]), decode(pair[1])),
    "$bytes": base64.b64decode,
}


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    if isinstance(value, dict):
        if len(value) == 1:
            key, inner = next(iter(value.items()))
            if key in DECODERS:
                return DECODERS[key](inner)
        return {key: decode(item) for key, item in value.items()}
    return value


def main():
    request = json.loads(sys.stdin.buffer.read())
    scope = {"torch": torch, "input": decode(request["input"]), "output": None, "__name__": "parity"}
    try:
        exec(compile(request["script"], "parity script", "exec"), scope)
        answer = {"output": encode(scope["output"])}
    except Exception:  # noqa: BLE001 -- the test reports it
        answer = {"error": traceback.format_exc()}
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(answer, file, allow_nan=False)


if __name__ == "__main__":
    main()
