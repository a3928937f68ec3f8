"""Writes test/hostile/samples: one checkpoint for each way to attack a reader. Needs nothing but Python.

    python3 test/hostile/make_samples.py

Each name is the attack; test/hostile/checkpoints.test.ts says which sentence each one must meet.
"""

import io
import struct
import zipfile
from pathlib import Path

FOLDER = Path(__file__).parent / "samples"
STORAGE = struct.pack("<4f", 1, 2, 3, 4)


def text(value):
    raw = value.encode()
    return b"X" + struct.pack("<I", len(raw)) + raw


def integer(value):
    if -(2**31) <= value < 2**31:
        return b"J" + struct.pack("<i", value)
    raw = value.to_bytes((value.bit_length() + 8) // 8, "little", signed=True)
    return b"\x8a" + bytes([len(raw)]) + raw


def tuple_of(*items):
    return b"(" + b"".join(items) + b"t"


def storage(key="0", count=4, kind="torch\nFloatStorage", location="cpu"):
    return tuple_of(text("storage"), b"c" + kind.encode() + b"\n", text(key), text(location), integer(count)) + b"Q"


def tensor(size=(4,), stride=(1,), offset=0, **of_storage):
    arguments = [
        storage(**of_storage),
        integer(offset),
        tuple_of(*map(integer, size)),
        tuple_of(*map(integer, stride)),
        b"\x89",
        b"ccollections\nOrderedDict\n)R",
    ]
    return b"ctorch._utils\n_rebuild_tensor_v2\n" + tuple_of(*arguments) + b"R"


def pickled(body):
    return b"\x80\x02" + body + b"."


def archive(pickle, data=STORAGE, extra=(), compression=zipfile.ZIP_STORED, name="data/0"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        file.writestr("a/data.pkl", pickle)
        file.writestr("a/byteorder", "little")
        file.writestr("a/" + name, data)
        for path, content in extra:
            file.writestr("a/" + path, content)
        file.writestr("a/version", "3\n")
    return out.getvalue()


def legacy(body, keys=b"]", data=b""):
    magic = b"\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19."
    return magic + pickled(b"M\xe9\x03") + pickled(b"}") + pickled(body) + pickled(keys) + data


def patched(content, old, new, which=0):
    """Replaces the bytes `old` at their `which`-th place; -1 is the last one."""
    places = [i for i in range(len(content)) if content.startswith(old, i)]
    at = places[which]
    return content[:at] + new + content[at + len(old):]


def directory_field(content, record, offset, value):
    """Overwrites a 32-bit field of a record's entry in the central directory."""
    at = content.index(b"PK\x01\x02")
    while content[at + 46:at + 46 + len(record)] != record:
        at = content.index(b"PK\x01\x02", at + 4)
    return content[:at + offset] + struct.pack("<I", value) + content[at + offset + 4:]


def zip64_lie(content, field, value):
    """Puts a zip64 end record before the ordinary one and lets it lie."""
    at = content.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack("<HII", content[at + 10:at + 20])
    fields = {"count": count, "size": size, "start": start, field: value}
    end = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, fields["count"], fields["count"], fields["size"], fields["start"])
    locator = struct.pack("<IIQI", 0x07064B50, 0, at, 1)
    return content[:at] + end + locator + content[at:]


def shared_record(content):
    """Lets the directory's entry of data/1 point at the header of a record with the same name and the data of data/0."""
    content = content.replace(b"a/data/1", b"a/data/0")
    first = content.index(b"a/data/0") - 30
    entry = content.rindex(b"a/data/0") - 46
    return content[:entry + 42] + struct.pack("<I", first) + content[entry + 46:]


good = archive(pickled(tensor()))
samples = {
    # the pickle machine
    "code-os-system": archive(pickled(b"cos\nsystem\n" + tuple_of(text("false")) + b"R")),
    "code-builtins-eval": archive(pickled(b"c__builtin__\neval\n" + tuple_of(text("1")) + b"R")),
    "code-stack-global": archive(pickled(b"\x8c\x05posix\x8c\x06system\x93" + tuple_of(text("false")) + b"R")),
    "code-build-setstate": archive(pickled(b"}}b")),
    "code-inst": archive(pickled(b"(" + text("false") + b"ios\nsystem\n")),
    "code-obj": archive(pickled(b"(cos\nsystem\n" + text("false") + b"o")),
    "code-extension": archive(pickled(b"\x82\x01")),
    "code-nested-rebuild": archive(pickled(
        b"ctorch._tensor\n_rebuild_from_type_v2\n"
        + tuple_of(b"ctorch._tensor\n_rebuild_from_type_v2\n", b"ctorch\nTensor\n", b")", b"}") + b"R")),
    "depth-lists": archive(pickled(b"]" * 200_000 + b"a" * 199_999), compression=zipfile.ZIP_STORED),
    "depth-tuples": archive(pickled(b"N" + b"\x85" * 200_000)),
    "depth-marks": archive(pickled(b"(" * 200_000)),
    "no-stop": archive(b"\x80\x02" + b"N0" * 50_000),
    "memo-unwritten": archive(pickled(b"h\x07")),
    "memo-huge-index": archive(pickled(b"]r\xff\xff\xff\xff")),
    "memo-empty-stack": archive(pickled(b"q\x00")),
    "memo-amplification": archive(pickled(text("x" * 20_000) + b"q\x000" + b"c_codecs\nencode\nq\x010(" + b"h\x01h\x00" b"\x85R" * 20_000 + b"t")),
    "stack-underflow": archive(pickled(b"a")),
    "stack-below-mark": archive(pickled(b"](Na")),
    "string-too-long": archive(pickled(b"X\xff\xff\xff\xffabc")),
    "string-8-bytes-long": archive(pickled(b"\x8d" + b"\xff" * 8 + b"abc")),
    "long-too-long": archive(pickled(b"\x8b\xff\xff\xff\x7fabc")),
    "decimal-quadratic": archive(pickled(b"L" + b"9" * 100_000 + b"L\n")),
    "frame-too-long": archive(b"\x80\x04\x95" + b"\xff" * 8 + b"N."),
    "dict-odd": archive(pickled(b"}(Nu")),
    "cyclic-list": archive(pickled(b"]q\x00h\x00a")),
    # tensors
    "tensor-negative-stride": archive(pickled(tensor(size=(4,), stride=(-1,), offset=3))),
    "tensor-negative-size": archive(pickled(tensor(size=(-4,)))),
    "tensor-negative-offset": archive(pickled(tensor(offset=-1))),
    "tensor-beyond-storage": archive(pickled(tensor(size=(5,)))),
    "tensor-offset-beyond-storage": archive(pickled(tensor(offset=1))),
    "tensor-size-overflow": archive(pickled(tensor(size=(2**32, 2**32), stride=(2**32, 1)))),
    "tensor-stride-overflow": archive(pickled(tensor(size=(2, 2), stride=(2**62, 2**62)))),
    "tensor-many-dims": archive(pickled(tensor(size=(1,) * 10_000, stride=(1,) * 10_000))),
    "tensor-stride-count": archive(pickled(tensor(size=(2, 2), stride=(1,)))),
    "tensor-sparse-index": archive(pickled(
        b"ctorch._utils\n_rebuild_sparse_tensor\n"
        + tuple_of(
            b"ctorch.serialization\n_get_layout\n" + text("torch.sparse_coo") + b"\x85R",
            tuple_of(
                tensor(size=(1, 2), stride=(2, 1), kind="torch\nLongStorage", count=2, key="1"),
                tensor(size=(2,)),
                tuple_of(integer(3)),
            ),
        ) + b"R"), extra=[("data/1", struct.pack("<2q", 0, 1 << 40))]),
    "tensor-quantized-channels": archive(pickled(
        b"ctorch._utils\n_rebuild_qtensor\n"
        + tuple_of(
            storage(kind="torch\nQInt8Storage", count=4), integer(0), tuple_of(integer(4)), tuple_of(integer(1)),
            tuple_of(b"ctorch\nper_channel_affine\n", tensor(size=(1,), key="1", count=1), tensor(size=(1,), key="1", count=1), integer(0)),
            b"\x89", b"ccollections\nOrderedDict\n)R",
        ) + b"R"), extra=[("data/1", STORAGE)]),
    # storages
    "storage-larger-than-record": archive(pickled(tensor(size=(6,), count=6))),
    "storage-larger-than-file": archive(pickled(tensor(count=1 << 40))),
    "storage-size-overflow": archive(pickled(tensor(count=(1 << 62) + 4))),
    "storage-negative": archive(pickled(tensor(count=-1))),
    "storage-missing": archive(pickled(tensor(key="7"))),
    "storage-path": archive(pickled(tensor(key="../../etc/passwd"))),
    "storage-two-types": archive(pickled(tuple_of(tensor(), tensor(kind="torch\nIntStorage")))),
    "storage-not-a-class": archive(pickled(tensor(kind="torch\nSize"))),
    "persistent-id-other": archive(pickled(tuple_of(text("module"), b"N") + b"Q")),
    "byteorder-unknown": archive(pickled(tensor())).replace(b"little", b"middle"),
    # the zip file
    "zip-cut-off": good[:-30],
    "zip-half": good[: len(good) // 2],
    "zip-record-outside": directory_field(good, b"a/data/0", 42, len(good) - 10),
    "zip-record-too-long": directory_field(directory_field(good, b"a/data/0", 20, 1 << 30), b"a/data/0", 24, 1 << 30),
    "zip-records-overlap": directory_field(directory_field(good, b"a/byteorder", 20, 100), b"a/byteorder", 24, 100),
    "zip-record-shared": shared_record(archive(pickled(tensor()), extra=[("data/1", STORAGE)])),
    "zip-record-twice": archive(pickled(tensor()), extra=[("data/x", STORAGE)]).replace(b"a/data/x", b"a/data/0"),
    "zip-names-differ": patched(good, b"a/data/0", b"a/data/1", 0),
    "zip-two-sizes": directory_field(good, b"a/data/0", 24, 8),
    "zip-count-lie": patched(good, b"PK\x05\x06" + good[good.rindex(b"PK\x05\x06") + 4:][:8],
                             b"PK\x05\x06\0\0\0\0\xfe\xff\xfe\xff", -1),
    "zip64-count-lie": zip64_lie(good, "count", 1 << 60),
    "zip64-size-lie": zip64_lie(good, "size", (1 << 64) - 1),
    "zip64-start-lie": zip64_lie(good, "start", (1 << 64) - 16),
    "zip-bomb": archive(pickled(tensor()), data=b"\0" * (4 << 20), compression=zipfile.ZIP_DEFLATED),
    "zip-deflate-garbage": directory_field(good, b"a/data/0", 8, 8 << 16),
    "zip-torchscript": archive(pickled(b"N"), extra=[("constants.pkl", pickled(b")"))]),
    "zip-no-pickle": archive(pickled(b"N")).replace(b"data.pkl", b"data.pkk"),
    # the legacy format
    "legacy-no-storages": legacy(tensor(), keys=b"]"),
    "legacy-cut-off": legacy(tensor(), keys=b"](" + text("0") + b"e", data=struct.pack("<q", 4) + STORAGE[:8]),
    "legacy-count-lie": legacy(tensor(), keys=b"](" + text("0") + b"e", data=struct.pack("<q", 1 << 40) + STORAGE),
    "legacy-key-twice": legacy(tensor(), keys=b"](" + text("0") * 2 + b"e", data=(struct.pack("<q", 4) + STORAGE) * 2),
    "legacy-other-key": legacy(tensor(), keys=b"](" + text("9") + b"e", data=struct.pack("<q", 4) + STORAGE),
    "legacy-wrong-magic": pickled(integer(7)) * 5,
    "legacy-tar": b"\0" * 257 + b"ustar" + b"\0" * 600,
    # other files
    "other-empty": b"",
    "other-text": b"hello, world\n" * 10,
    "other-safetensors": struct.pack("<Q", 2) + b"{}" + b" " * 20,
}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.sample"):
        old.unlink()
    for name, content in samples.items():
        (FOLDER / f"{name}.sample").write_bytes(content)
    print(f"{len(samples)} samples in {FOLDER}")
