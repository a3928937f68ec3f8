#include "serialization/builder.h"

#include <array>
#include <unordered_map>

#include "serialization/dtypes.h"

namespace ltn::serialization {
namespace {

// Classes that may be named, and passed along, but that do nothing by themselves.
constexpr std::array<std::string_view, 6> kPlainClasses = {
    "torch.Tensor",    "torch.storage.TypedStorage", "torch.storage.UntypedStorage", "numpy.ndarray",
    "builtins.object", "torch.nn.parameter.Buffer",
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

std::string refusal(const std::string& name) {
  return "the checkpoint needs " + name +
         ", which is not on the list of safe names, so it was not opened. If it is a whole pickled model, "
         "open it as a "
         "tree with torch.load(path, { weightsOnly: false }), which runs nothing, and pass the tree to "
         "torch.stateDictOf(); or save model.state_dict() in Python";
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
    return Value::of(arena_.text(NodeKind::Dtype, arena_.keep(full.substr(kTorch.size()))));
  }
  if (metadata_) return metadataGlobal(full);
  if (contains(kSchemes, full)) return Value::of(arena_.text(NodeKind::QScheme, arena_.keep(full)));
  const bool listed = handlerOf(full) || isStorageClass(full) || contains(kPlainClasses, full);
  const bool treeOnly = full == "copyreg._reconstructor" || full == "builtins.object";
  if (!listed || (treeOnly && !tree_)) {
    if (!tree_) throw CheckpointError(refusal(full));
    foreign_.insert(full);
  }
  return Value::of(arena_.text(NodeKind::Global, arena_.keep(full)));
}

// What a distributed checkpoint's `.metadata` names beside dtypes. Classes of its own become Objects.
Value Builder::metadataGlobal(const std::string& full) {
  if (!contains(kMetadataFunctions, full) && !contains(kMetadataClasses, full)) {
    throw CheckpointError("the metadata needs " + full +
                          ", which is not on the list of names of a distributed checkpoint");
  }
  return Value::of(arena_.text(NodeKind::Global, arena_.keep(full)));
}

Value Builder::object(std::string_view className, Value arguments) {
  Node* node = arena_.text(NodeKind::Object, className);
  extend(node, {arguments, Value::none(), Value::none()});
  return Value::of(node);
}

Value Builder::call(Value function, Value arguments) {
  if (function.is(NodeKind::Global)) {
    const std::string_view name = function.node->text;
    if (const Handler handler = handlerOf(name)) return (this->*handler)(Arguments(name, arguments));
    if (tree_ || metadata_) return object(name, arguments);
    throw CheckpointError("calling " + std::string(name) + " is not allowed");
  }
  if (tree_ && function.is(NodeKind::Object)) return object(function.node->text, arguments);
  throw CheckpointError("the pickle calls something that is not a function");
}

Value Builder::construct(Value type, Value arguments) {
  if (!type.is(NodeKind::Global))
    throw CheckpointError("the pickle makes an object of something that is not a class");
  return call(type, arguments);
}

void Builder::build(Value target, Value state) {
  if (target.is(NodeKind::NumpyDtype)) return buildNumpyDtype(target.node, state);
  if (target.is(NodeKind::Tensor) && target.node->tensor->form == TensorForm::Numpy) {
    return buildNumpyArray(target.node, state);
  }
  const bool takesState = target.is(NodeKind::OrderedDict) || (tree_ && target.tag == Tag::Node) ||
                          (metadata_ && target.is(NodeKind::Object));
  if (!takesState) throw CheckpointError("the pickle sets the state of something that has none");
  target.node->state = state;
}

void Builder::extend(Node* node, const std::vector<Value>& items) {
  arena_.charge(items.size() * sizeof(Value));
  node->items.insert(node->items.end(), items.begin(), items.end());
}

void Builder::append(Value target, const std::vector<Value>& items) {
  if (target.is(NodeKind::List)) return extend(target.node, items);
  if (!target.is(NodeKind::Object))
    throw CheckpointError("the pickle appends to something that is not a list");
  Value& list = target.node->items[1];
  if (list.isNone()) list = Value::of(arena_.make(NodeKind::List));
  extend(list.node, items);
}

void Builder::addItems(Value target, const std::vector<Value>& items) {
  if (!target.is(NodeKind::Set)) throw CheckpointError("the pickle adds to something that is not a set");
  extend(target.node, items);
}

void Builder::setItems(Value target, const std::vector<Value>& items) {
  if (target.is(NodeKind::Dict) || target.is(NodeKind::OrderedDict)) return extend(target.node, items);
  if (!target.is(NodeKind::Object))
    throw CheckpointError("the pickle sets items of something that is not a dict");
  Value& dict = target.node->items[2];
  if (dict.isNone()) dict = Value::of(arena_.make(NodeKind::Dict));
  extend(dict.node, items);
}

// --- plain values

Value Builder::makeCollection(const Arguments& arguments, NodeKind kind) {
  Node* node = arena_.make(kind);
  if (arguments.size() > 0) {
    const Value from = arguments.at(0);
    const bool sequence = from.is(NodeKind::List) || from.is(NodeKind::Tuple) || from.is(NodeKind::Set);
    if (!sequence) arguments.fail("expected a list");
    extend(node, from.node->items);
  }
  return Value::of(node);
}

Value Builder::makeSet(const Arguments& arguments) { return makeCollection(arguments, NodeKind::Set); }

Value Builder::makeFrozenSet(const Arguments& arguments) {
  return makeCollection(arguments, NodeKind::FrozenSet);
}

Value Builder::makeOrderedDict(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::OrderedDict);
  if (arguments.size() == 0) return Value::of(node);
  for (const Value& pair : arguments.node(0, NodeKind::List, "a list of pairs")->items) {
    const bool isPair = (pair.is(NodeKind::List) || pair.is(NodeKind::Tuple)) && pair.node->items.size() == 2;
    if (!isPair) arguments.fail("expected a list of pairs");
    extend(node, pair.node->items);
  }
  return Value::of(node);
}

Value Builder::makeCounter(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::Dict);
  if (arguments.size() > 0) extend(node, arguments.node(0, NodeKind::Dict, "a dict")->items);
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
  return Value::of(arena_.text(NodeKind::Bytes, arena_.keep(std::move(bytes))));
}

Value Builder::makeByteArray(const Arguments& arguments) {
  if (arguments.size() == 0) return Value::of(arena_.text(NodeKind::Bytes, ""));
  if (arguments.at(0).is(NodeKind::Bytes)) return arguments.at(0);
  if (arguments.size() > 1 && arguments.text(1) != "latin-1") arguments.fail("only latin-1 is allowed");
  Node* tuple = arena_.make(NodeKind::Tuple);
  extend(tuple, {arguments.at(0)});
  return makeBytes(Arguments("bytearray", Value::of(tuple)));
}

Value Builder::makeComplex(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::Complex);
  const double real = arguments.real(0);
  extend(node, {Value::of(real), Value::of(arguments.size() > 1 ? arguments.real(1) : 0.0)});
  return Value::of(node);
}

Value Builder::makeSize(const Arguments& arguments) {
  Node* node = arena_.make(NodeKind::Size);
  if (arguments.size() == 0) return Value::of(node);
  for (const int64_t dim : arguments.integers(0)) extend(node, {Value::of(dim)});
  return Value::of(node);
}

Value Builder::makeDevice(const Arguments& arguments) {
  std::string name(arguments.text(0));
  if (arguments.size() > 1 && !arguments.at(1).isNone()) name += ":" + std::to_string(arguments.integer(1));
  return Value::of(arena_.text(NodeKind::Device, arena_.keep(std::move(name))));
}

Value Builder::makeLayout(const Arguments& arguments) {
  return Value::of(arena_.text(NodeKind::Layout, arguments.text(0)));
}

// Protocols 0 and 1 make objects by this function: (class, base, state of the base).
Value Builder::makeReconstructed(const Arguments& arguments) {
  const Node* type = arguments.node(0, NodeKind::Global, "a class");
  return object(type->text, Value::of(arena_.make(NodeKind::Tuple)));
}

}  // namespace ltn::serialization
