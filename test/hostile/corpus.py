"""Packs the fuzzer's corpus into one file for the tests, and unpacks it for the fuzzer.

    python3 test/hostile/corpus.py pack FOLDER      FOLDER/* -> test/hostile/corpus.gz
    python3 test/hostile/corpus.py unpack FOLDER    the other way round

Each file is its length, 32 bits, and its bytes.
"""

import gzip
import struct
import sys
from pathlib import Path

PACKED = Path(__file__).parent / "corpus.gz"


def pack(folder):
    files = sorted((path.read_bytes() for path in folder.iterdir()), key=lambda content: (len(content), content))
    packed = b"".join(struct.pack("<I", len(content)) + content for content in files)
    PACKED.write_bytes(gzip.compress(packed, mtime=0))
    print(f"{len(files)} files, {len(packed)} bytes")


def unpack(folder):
    folder.mkdir(parents=True, exist_ok=True)
    packed, at, number = gzip.decompress(PACKED.read_bytes()), 0, 0
    while at < len(packed):
        (length,) = struct.unpack_from("<I", packed, at)
        (folder / f"{number:05}").write_bytes(packed[at + 4 : at + 4 + length])
        at, number = at + 4 + length, number + 1
    print(f"{number} files")


if __name__ == "__main__":
    {"pack": pack, "unpack": unpack}[sys.argv[1]](Path(sys.argv[2]))
