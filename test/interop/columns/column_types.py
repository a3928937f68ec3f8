"""Wrote the files beside it, with pyarrow 25.0.1 and pandas 3.0.6: python column_types.py FOLDER

Columns of every type that Arrow, Parquet or both hold, with nulls and in three batches or row groups; and what pyarrow reads of
each file, in the convention of docs/data.md.
"""

import datetime as dt
import decimal
import json
import pathlib
import sys

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

D = decimal.Decimal
decimal.getcontext().prec = 100


def numbers(kind, values):
    return pa.array(values, kind)


big = 2**63
ints = {
    "int8": [0, None, -128, 127, 1, None],
    "int16": [0, None, -(2**15), 2**15 - 1, 1, None],
    "int32": [0, None, -(2**31), 2**31 - 1, 1, None],
    "int64": [0, None, -big, big - 1, 2**53 + 1, None],
    "uint8": [0, None, 255, 128, 1, None],
    "uint16": [0, None, 2**16 - 1, 2**15, 1, None],
    "uint32": [0, None, 2**32 - 1, 2**31, 1, None],
    "uint64": [0, None, 2 * big - 1, big, 2**53 + 1, None],
}
floats = [0.0, None, -0.0, float("inf"), 1.5, None]
texts = ["", None, "b\u00e9\U0001f600", "\ufeffBOM", "x" * 40, None]
blobs = [b"", None, b"\x00\xff\xfe\x80", b"PNG\r\n\x1a", bytes(range(40)), None]
moments = [0, None, -1, 1_700_000_000_123_456, 1, None]
lists = [[], None, [1, None, -3], [2**31 - 1], [4, 5, 6], None]


def decimals(kind, texts):
    return pa.array([None if text is None else D(text) for text in texts], kind)


struct_type = pa.struct([("x", pa.int64()), ("y", pa.string()), ("z", pa.list_(pa.float32()))])
structs = [
    {"x": 1, "y": "a", "z": [0.5]},
    None,
    {"x": None, "y": None, "z": None},
    {"x": big - 1, "y": "", "z": []},
    {"x": -1, "y": None, "z": [None, 1.0]},
    None,
]
deep_type = pa.list_(pa.struct([("a", pa.list_(pa.list_(pa.int32()))), ("b", pa.struct([("c", pa.bool_())]))]))
deep = [
    [{"a": [[1, 2], [], None], "b": {"c": True}}, None, {"a": None, "b": None}],
    None,
    [],
    [{"a": [], "b": {"c": None}}, {"a": [[None]], "b": {"c": False}}],
    [None],
    [{"a": [None, [7]], "b": None}],
]
maps = [[("a", 1), ("__proto__", None)], None, [], [("\u00e9", -1)], [("x", 2**53 + 1)], None]

both = {
    **{name: numbers(getattr(pa, name)(), values) for name, values in ints.items()},
    "required": pa.array([1, 2, 3, 4, 5, 6], pa.int32()),
    "float16": pa.array([None if x is None else np.float16(x) for x in [0.0, None, -0.1, 65504.0, 6e-8, None]], pa.float16()),
    "float32": pa.array(floats, pa.float32()),
    "float64": pa.array([*floats[:4], 0.1, None], pa.float64()),
    "bool": pa.array([True, None, False, True, False, None]),
    "null": pa.nulls(6),
    "string": pa.array(texts),
    "large_string": pa.array(texts, pa.large_string()),
    "string_view": pa.array(texts, pa.string_view()),
    "binary": pa.array(blobs, pa.binary()),
    "large_binary": pa.array(blobs, pa.large_binary()),
    "binary_view": pa.array(blobs, pa.binary_view()),
    "fixed_binary": pa.array([b"\x00\xff\xfe", None, b"abc", b"\x80\x81\x82", b"\x00\x00\x00", None], pa.binary(3)),
    "decimal32": decimals(pa.decimal32(9, 2), ["0", None, "-9999999.99", "9999999.99", "0.01", None]),
    "decimal64": decimals(pa.decimal64(18, 4), ["0", None, "-99999999999999.9999", "99999999999999.9999", "0.0001", None]),
    "decimal128": decimals(pa.decimal128(38, 2), ["0", None, "-" + "9" * 36 + ".99", "123456789012345678901234567890123456.78", "-0.05", None]),
    "decimal256": decimals(pa.decimal256(76, 10), ["0", None, "-" + "9" * 66 + "." + "9" * 10, "1", "1.0000000001", None]),
    "decimal0": decimals(pa.decimal128(20, 0), ["0", None, "-" + "9" * 20, "9" * 20, "1", None]),
    "decimal_small": decimals(pa.decimal128(5, 2), ["0", None, "-999.99", "999.99", "0.10", None]),
    "date32": pa.array([dt.date(1970, 1, 1), None, dt.date(1969, 12, 31), dt.date(2026, 11, 28), dt.date(1, 1, 1), None], pa.date32()),
    "date64": pa.array([dt.date(1970, 1, 1), None, dt.date(1969, 12, 31), dt.date(2026, 11, 28), dt.date(1, 1, 1), None], pa.date64()),
    "time32ms": pa.array([0, None, 86_399_999, 1, 2, None], pa.time32("ms")),
    "time64us": pa.array([0, None, 86_399_999_999, 1, 2, None], pa.time64("us")),
    "time64ns": pa.array([0, None, 86_399_999_999_999, 1, 2, None], pa.time64("ns")),
    "timestamp_ms": pa.array(moments, pa.timestamp("ms")),
    "timestamp_us": pa.array(moments, pa.timestamp("us")),
    "timestamp_ns": pa.array([0, None, -1, 1_700_000_000_123_456_789, 1, None], pa.timestamp("ns")),
    "timestamp_tz": pa.array(moments, pa.timestamp("us", tz="Europe/Berlin")),
    "duration_s": pa.array(moments, pa.duration("s")),
    "duration_ns": pa.array(moments, pa.duration("ns")),
    "dictionary": pa.array(["a", None, "b", "a", "\u00e9", None]).dictionary_encode(),
    "dictionary_int": pa.DictionaryArray.from_arrays(pa.array([0, None, 1, 1, 0, None], pa.int8()), pa.array([2**53 + 1, -1], pa.int64())),
    "list": pa.array(lists, pa.list_(pa.int32())),
    "large_list": pa.array(lists, pa.large_list(pa.int64())),
    "list_float16": pa.array([[np.float16(0.1)], None, [], [None], [np.float16(2), np.float16(3)], None], pa.list_(pa.float16())),
    "list_date": pa.array([[dt.date(1970, 1, 2)], None, [], [None], [dt.date(1969, 12, 31)] * 2, None], pa.list_(pa.date32())),
    "list_time": pa.array([[1], None, [], [None], [2**53 + 1], None], pa.list_(pa.timestamp("us"))),
    "list_uint64": pa.array([[2 * big - 1], None, [], [None], [0, 1], None], pa.list_(pa.uint64())),
    "list_string": pa.array([["a", None], None, [], [""], ["\u00e9"], None]),
    "list_bool": pa.array([[True, None], None, [], [False], [True], None]),
    "list_binary": pa.array([[b"\xff", None], None, [], [b""], [b"a"], None]),
    "list_decimal": pa.array([[D("1.10"), None], None, [], [D("-0.01")], [D("0.00")], None], pa.list_(pa.decimal128(10, 2))),
    "fixed_list": pa.array([[1, 2], [0, -1], [None, 4], [5, 6], [7, 8], [9, None]], pa.list_(pa.float32(), 2)),
    "list_of_list": pa.array([[[1, 2], [3]], None, [None, []], [[None]], [], None], pa.list_(pa.list_(pa.int16()))),
    "struct": pa.array(structs, struct_type),
    "list_of_struct": pa.array([structs[:2], None, [], structs[2:], [None], None], pa.list_(struct_type)),
    "deep": pa.array(deep, deep_type),
    "map": pa.array(maps, pa.map_(pa.string(), pa.int64())),
    "map_int": pa.array([[(1, [1.5])], None, [], [(-1, None), (2, [])], [(3, [None])], None], pa.map_(pa.int32(), pa.list_(pa.float64()))),
    "list_of_map": pa.array([[maps[0], None], None, [], [maps[2]], [maps[3]], None], pa.list_(pa.map_(pa.string(), pa.int64()))),
    "uuid": pa.ExtensionArray.from_storage(pa.uuid(), pa.array([bytes(16), None, bytes(range(16)), b"\xff" * 16, bytes(16), None], pa.binary(16))),
    "json": pa.ExtensionArray.from_storage(pa.json_(), pa.array(['{"a":1}', None, "[]", "1", '"x"', None])),
    "all_null": pa.array([None] * 6, pa.list_(pa.int32())),
}
# What Parquet has not, or pyarrow does not read of it: it has no seconds, no unions, no intervals of months.
arrow_only = {
    "fixed_list_null": pa.array([[1, 2], None, [None, 4], [5, 6], [7, 8], None], pa.list_(pa.float32(), 2)),
    "dictionary_null": pa.DictionaryArray.from_arrays(pa.array([0, None, 1, 1, 0, None], pa.int8()), pa.array([2**53 + 1, None], pa.int64())),
    "timestamp_s": pa.array([0, None, -1, 1_700_000_000, 1, None], pa.timestamp("s")),
    "time32s": pa.array([0, None, 86_399, 1, 2, None], pa.time32("s")),
    "interval": pa.array([(1, 2, 3), None, (-1, -2, -3), (0, 0, 2**62), (0, 0, 0), None], pa.month_day_nano_interval()),
    "decimal_negative": pa.array([D("1200"), None, D("-100"), D("0"), D("900"), None], pa.decimal128(5, -2)),
    "sparse_union": pa.UnionArray.from_sparse(pa.array([0, 1, 0, 1, 1, 0], pa.int8()), [pa.array([1, 0, None, 0, 0, 6]), pa.array(["", "b", "", "d", None, ""])]),
    "dense_union": pa.UnionArray.from_dense(pa.array([0, 1, 0, 1, 1, 0], pa.int8()), pa.array([0, 0, 1, 1, 2, 2], pa.int32()), [pa.array([1, None, 6]), pa.array(["b", "d", None])]),
    "struct_of_dictionary": pa.StructArray.from_arrays([pa.array(["a", None, "b", "a", "a", "c"]).dictionary_encode()], ["k"]),
}

LISTS = (pa.types.is_list, pa.types.is_large_list, pa.types.is_fixed_size_list)
ARRAYS = {"halffloat": "Float32Array", "float": "Float32Array", "double": "Float64Array", "int64": "BigInt64Array", "uint64": "BigUint64Array"}


def array_class(kind):
    """The typed array for a list of these, if there is one."""
    if pa.types.is_date(kind) or pa.types.is_time32(kind):
        return "Int32Array"
    if pa.types.is_timestamp(kind) or pa.types.is_time64(kind) or pa.types.is_duration(kind):
        return "BigInt64Array"
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        name = str(kind)
        return ARRAYS.get(name) or name.capitalize() + "Array"
    return None


def plain(kind, scalar):
    """A scalar of pyarrow in the convention of docs/data.md, as JSON: {"$": type, "v": value} where JSON has no such thing."""
    if isinstance(scalar, pa.ExtensionScalar):
        return plain(kind.storage_type, scalar.value) if scalar.is_valid else None
    if isinstance(scalar, pa.DictionaryScalar):
        return plain(kind.value_type, scalar.value) if scalar.is_valid else None
    if isinstance(scalar, pa.UnionScalar):
        return plain(scalar.value.type, scalar.value) if scalar.is_valid else None
    if not scalar.is_valid:
        return None
    if any(test(kind) for test in LISTS):
        values = [plain(kind.value_type, value) for value in scalar.values]
        array = array_class(kind.value_type)
        return {"$": array, "v": values} if array and None not in values else values
    if pa.types.is_struct(kind):
        return {"$": "object", "v": [[field.name, plain(field.type, scalar[field.name])] for field in kind]}
    if pa.types.is_map(kind):
        entries = [entry for entry in scalar.values]
        return {"$": "Map", "v": [[plain(kind.key_type, e["key"]), plain(kind.item_type, e["value"])] for e in entries]}
    if pa.types.is_interval(kind):
        months, days, nanoseconds = scalar.as_py()
        return {"$": "object", "v": [["months", months], ["days", days], ["nanoseconds", whole(nanoseconds)]]}
    if pa.types.is_date64(kind):
        return scalar.value // 86_400_000
    if pa.types.is_date(kind) or pa.types.is_time32(kind):
        return scalar.value
    if pa.types.is_temporal(kind):
        return whole(scalar.value)
    if pa.types.is_decimal(kind):
        return format(scalar.as_py(), "f")
    if pa.types.is_integer(kind):
        return whole(scalar.as_py()) if kind.bit_width == 64 else scalar.as_py()
    if pa.types.is_floating(kind):
        return {"$": "number", "v": np.array([float(scalar.as_py())], "<f8").tobytes().hex()}
    if isinstance(scalar.as_py(), bytes):
        return {"$": "Uint8Array", "v": list(scalar.as_py())}
    return scalar.as_py()


def whole(value):
    return {"$": "bigint", "v": str(value)}


def read(table):
    return {
        name: [plain(column.type, value) for value in column] for name, column in zip(table.column_names, table.columns)
    }


def main(folder):
    schema_required = pa.field("required", pa.int32(), nullable=False)

    def table_of(columns):
        table = pa.table(columns)
        at = table.schema.get_field_index("required")
        return table if at < 0 else table.cast(table.schema.set(at, schema_required))

    expected = {}
    everything = table_of({**both, **arrow_only})
    for codec in ["uncompressed", "lz4", "zstd"]:
        options = pa.ipc.IpcWriteOptions(compression=None if codec == "uncompressed" else codec, unify_dictionaries=True)
        name = f"types-{codec}.feather"
        with pa.ipc.new_file(str(folder / name), everything.schema, options=options) as file:
            file.write_table(everything, max_chunksize=2)
    with pa.ipc.new_stream(str(folder / "types.arrows"), everything.schema) as stream:
        stream.write_table(everything, max_chunksize=2)
    expected["columns"] = read(feather.read_table(folder / "types-uncompressed.feather", memory_map=False))

    parquet = table_of(both)
    kinds = {
        "types-v1": {"version": "2.6"},
        "types-v2": {"version": "2.6", "data_page_version": "2.0", "compression": "zstd", "use_dictionary": False},
        "types-decimals": {"version": "2.6", "store_decimal_as_integer": True, "compression": "gzip"},
        "types-plain-lists": {"version": "2.6", "use_compliant_nested_type": False, "compression": "none"},
    }
    for name, options in kinds.items():
        # pyarrow counts too few nulls in pages of version 2 where a list of structs is empty, which hyparquet believes.
        table = parquet.drop_columns(["list_of_struct", "deep"]) if name == "types-v2" else parquet
        pq.write_table(table, folder / f"{name}.parquet", row_group_size=2, **options)
        got = read(pq.read_table(folder / f"{name}.parquet"))
        assert got.items() <= expected["columns"].items(), name
    moments = pa.table({"t": pa.array([0, None, -1, 1_700_000_000_123_456_789, 1], pa.timestamp("ns"))})
    pq.write_table(moments, folder / "types-int96.parquet", use_deprecated_int96_timestamps=True)
    expected["int96"] = read(pq.read_table(folder / "types-int96.parquet"))

    # pandas writes LZ4 unless told not to; large enough for several blocks of 64 KiB that refer to each other.
    count = np.arange(12_000)
    frame = pd.DataFrame({"id": count * 3, "half": (count % 100) / 2, "text": [f"review {i % 97}" for i in count]})
    frame.to_feather(folder / "pandas.feather")
    frame.to_feather(folder / "pandas-zstd.feather", compression="zstd")
    (folder / "types.json").write_text(json.dumps(expected, separators=(",", ":")))


main(pathlib.Path(sys.argv[1]))
