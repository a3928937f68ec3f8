#include "serialization/builder.h"

#include <array>
#include <unordered_map>

#include "serialization/dtypes.h"

namespace ltn::serialization {
namespace {

// Classes and functions that may be named, and passed along, but that do nothing by themselves.
constexpr std::array<std::string_view, 7> kPlainClasses = {
    "torch.Tensor", "torch.storage.TypedStorage", "torch.storage.UntypedStorage",           "numpy.ndarray",
    "numpy.record", "torch.nn.parameter.Buffer",  "torch._utils._rebuild_wrapper_subclass",
};

// Where the classes are that a DTensor is made of: Python has them on its list, too.
constexpr std::array<std::string_view, 4> kSpecModules = {
    "torch.distributed.tensor.",
    "torch.distributed._tensor.",
    "torch.distributed.device_mesh.",
    "torch.distributed._mesh_layout.",
};

constexpr std::array<std::string_view, 5> kSchemes = {
    "torch.per_tensor_affine",
    "torch.per_tensor_symmetric",
    "torch.per_channel_affine",
    "torch.per_channel_symmetric",
    "torch.per_channel_affine_float_qparams",
};

constexpr std::array<std::string_view, 2> kMetadataFunctions = {"torch.Size",
                                                                "torch.serialization._get_layout"};

// Python 3.13 has its paths in pathlib._local.
constexpr std::array<std::string_view, 13> kMetadataClasses = {
    "torch.distributed.checkpoint.metadata.Metadata",
    "torch.distributed.checkpoint.metadata.TensorStorageMetadata",
    "torch.distributed.checkpoint.metadata.TensorProperties",
    "torch.distributed.checkpoint.metadata.ChunkStorageMetadata",
    "torch.distributed.checkpoint.metadata.BytesStorageMetadata",
    "torch.distributed.checkpoint.metadata.MetadataIndex",
    "torch.distributed.checkpoint.metadata.StorageMeta",
    "torch.distributed.checkpoint.metadata._MEM_FORMAT_ENCODING",
    "torch.distributed.checkpoint.filesystem._StorageInfo",
    "pathlib.PosixPath",
    "pathlib.WindowsPath",
    "pathlib._local.PosixPath",
    "pathlib._local.WindowsPath",
};

// Python 2 names, and modules that moved.
std::string_view currentModule(std::string_view module) {
  if (module == "__builtin__") return "builtins";
  if (module == "copy_reg") return "copyreg";
  if (module == "torch.tensor") return "torch._tensor";
  if (module == "numpy._core.multiarray") return "numpy.core.multiarray";
  if (module == "numpy._core.numeric") return "numpy.core.numeric";
  return module;
}

bool isStorageClass(std::string_view name) {
  constexpr std::string_view kTorch = "torch.", kCuda = "torch.cuda.";
  if (name.starts_with(kCuda)) return dtypeOfStorage(name.substr(kCuda.size())).has_value();
  return name.starts_with(kTorch) && dtypeOfStorage(name.substr(kTorch.size())).has_value();
}

template <typename List>
bool contains(const List& list, std::string_view name) {
  for (const std::string_view entry : list) {
    if (entry == name) return true;
  }
  return false;
}

bool isOfSpec(std::string_view name) {
  for (const std::string_view module : kSpecModules) {
    if (name.starts_with(module)) return true;
  }
  return false;
}

}  // namespace

Builder::Handler Builder::handlerOf(std::string_view name) {
  using B = Builder;
  static const std::unordered_map<std::string_view, Handler> table = {
      {"builtins.set", &B::makeSet},
      {"builtins.frozenset", &B::makeFrozenSet},
      {"builtins.complex", &B::makeComplex},
      {"builtins.bytearray", &B::makeByteArray},
      {"builtins.bytes", &B::makeByteArray},  // empty ones, in protocol 2
      {"_codecs.encode", &B::makeBytes},
      {"collections.OrderedDict", &B::makeOrderedDict},
      {"collections.Counter", &B::makeCounter},
      {"torch.Size", &B::makeSize},
      {"torch.device", &B::makeDevice},
      {"torch.serialization._get_layout", &B::makeLayout},
      {"torch.nn.parameter.Parameter", &B::rebuildParameter},
      {"torch.storage._load_from_bytes", &B::loadStorage},
      {"torch._utils._rebuild_tensor", &B::rebuildTensor},
      {"torch._utils._rebuild_tensor_v2", &B::rebuildTensorV2},
      {"torch._utils._rebuild_tensor_v3", &B::rebuildTensorV3},
      {"torch._utils._rebuild_meta_tensor_no_storage", &B::rebuildMeta},
      {"torch._utils._rebuild_qtensor", &B::rebuildQuantized},
      {"torch._utils._rebuild_sparse_tensor", &B::rebuildSparse},
      {"torch._utils._rebuild_nested_tensor", &B::rebuildNested},
      {"torch._utils._rebuild_device_tensor_from_numpy", &B::rebuildConverted},
      {"torch._utils._rebuild_device_tensor_from_cpu_tensor", &B::rebuildConverted},
      {"torch._utils._rebuild_parameter", &B::rebuildParameter},
      {"torch._utils._rebuild_parameter_with_state", &B::rebuildParameterWithState},
      {"torch._tensor._rebuild_from_type_v2", &B::rebuildFromType},
      {"numpy.dtype", &B::numpyDtype},
      {"numpy.core.multiarray.scalar", &B::numpyScalar},
      {"numpy.core.multiarray._reconstruct", &B::numpyReconstruct},
      {"numpy.core.numeric._frombuffer", &B::numpyFromBuffer},
      {"copyreg._reconstructor", &B::makeReconstructed},
  };
  const auto found = table.find(name);
  return found == table.end() ? nullptr : found->second;
}

Value Builder::global(std::string_view module, std::string_view name) {
  const std::string full = std::string(currentModule(module)) + "." + std::string(name);
  constexpr std::string_view kTorch = "torch.";
  if (full.starts_with(kTorch) && dtypeOfName(std::string_view(full).substr(kTorch.size()))) {
    return Value::of(arena_.text(NodeKind::kDtype, arena_.keep(full.substr(kTorch.size()))));
  }
  if (metadata_) return metadataGlobal(full);
  if (contains(kSchemes, full)) return Value::of(arena_.text(NodeKind::kQScheme, arena_.keep(full)));
  // An object made by `copyreg._reconstructor` has a class, which is not on the list.
  const bool listed = (handlerOf(full) && full != "copyreg._reconstructor") || isStorageClass(full) ||
                      contains(kPlainClasses, full) || isOfSpec(full);
  if (!listed) foreign_.insert(full);
  Node* node = arena_.text(NodeKind::kGlobal, arena_.keep(full));
  node->state = Value::boolean(!listed || isOfSpec(full));  // whether calling it makes an Object
  return Value::of(node);
}

// What a distributed checkpoint's `.metadata` names beside dtypes. Classes of its own become Objects.
Value Builder::metadataGlobal(const std::string& full) {
  if (!contains(kMetadataFunctions, full) && !contains(kMetadataClasses, full)) {
    throw CheckpointError("the metadata needs " + full +
                          ", which is not on the list of names of a distributed checkpoint");
  }
  return Value::of(arena_.text(NodeKind::kGlobal, arena_.keep(full)));
}

void Builder::extend(Node* node, const std::vector<Value>& items) {
  arena_.charge(items.size() * sizeof(Value));
  node->items.insert(node->items.end(), items.begin(), items.end());
}

// --- plain values

Value Builder::makeCollection(const Arguments& arguments, NodeKind kind) {
  Node* node = arena_.make(kind);
  if (arguments.size() > 0) {
    const Value from = arguments.at(0);
    const bool sequence = from.is(NodeKind::kList) || from.is(NodeKind::kTuple) || from.is(NodeKind::kSet);
    if (!sequence) arguments.fail("expected a list");
    extend(node, from.node->items);
  }
  return Value::of(node);
}

Value Builder::makeSet(const Arguments& arguments) { return makeCollection(arguments, NodeKind::kSet); }

Value Builder::makeFrozenSet(const Arguments& arguments) {
  return makeCollection(arguments, NodeKind::kFrozenSet);
}

Value Builder::makeOrderedDict(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::kOrderedDict);
  if (arguments.size() == 0) return Value::of(node);
  for (const Value& pair : arguments.node(0, NodeKind::kList, "a list of pairs")->items) {
    const bool is_pair =
        (pair.is(NodeKind::kList) || pair.is(NodeKind::kTuple)) && pair.node->items.size() == 2;
    if (!is_pair) arguments.fail("expected a list of pairs");
    extend(node, pair.node->items);
  }
  return Value::of(node);
}

Value Builder::makeCounter(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::kDict);
  if (arguments.size() > 0) extend(node, arguments.node(0, NodeKind::kDict, "a dict")->items);
  return Value::of(node);
}

// `_codecs.encode(text, 'latin1')` is how protocol 2 writes bytes: each character is one byte.
Value Builder::makeBytes(const Arguments& arguments) {
  const std::string_view text = arguments.text(0);
  if (arguments.size() > 1 && arguments.text(1) != "latin1") arguments.fail("only latin1 is allowed");
  arena_.charge(text.size());
  std::string bytes;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<uint8_t>(text[i]);
    if (first < 0x80) {
      bytes.push_back(text[i]);
    } else if ((first == 0xc2 || first == 0xc3) && i + 1 < text.size()) {
      bytes.push_back(static_cast<char>((first & 3) << 6 | (text[++i] & 0x3f)));
    } else {
      arguments.fail("a character does not fit into a byte");
    }
  }
  return Value::of(arena_.text(NodeKind::kBytes, arena_.keep(std::move(bytes))));
}

Value Builder::makeByteArray(const Arguments& arguments) {
  if (arguments.size() == 0) return Value::of(arena_.text(NodeKind::kBytes, ""));
  if (arguments.at(0).is(NodeKind::kBytes)) return arguments.at(0);
  if (arguments.size() > 1 && arguments.text(1) != "latin-1") arguments.fail("only latin-1 is allowed");
  Node* tuple = arena_.make(NodeKind::kTuple);
  extend(tuple, {arguments.at(0)});
  return makeBytes(Arguments("bytearray", Value::of(tuple)));
}

Value Builder::makeComplex(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::kComplex);
  const double real = arguments.real(0);
  extend(node, {Value::of(real), Value::of(arguments.size() > 1 ? arguments.real(1) : 0.0)});
  return Value::of(node);
}

Value Builder::makeSize(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::kSize);
  if (arguments.size() == 0) return Value::of(node);
  for (const int64_t dim : arguments.integers(0)) extend(node, {Value::of(dim)});
  return Value::of(node);
}

Value Builder::makeDevice(const Arguments& arguments) {
  std::string name(arguments.text(0));
  if (arguments.size() > 1 && !arguments.at(1).isNone()) name += ":" + std::to_string(arguments.integer(1));
  return Value::of(arena_.text(NodeKind::kDevice, arena_.keep(std::move(name))));
}

Value Builder::makeLayout(const Arguments& arguments) {
  return Value::of(arena_.text(NodeKind::kLayout, arguments.text(0)));
}

// Protocols 0 and 1 make objects by this function: (class, base, state of the base).
Value Builder::makeReconstructed(const Arguments& arguments) {
  const Node* type = arguments.node(0, NodeKind::kGlobal, "a class");
  return object(type->text, Value::of(arena_.make(NodeKind::kTuple)));
}

}  // namespace ltn::serialization
