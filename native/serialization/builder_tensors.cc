// The functions of torch._utils that a checkpoint may name: each one records what the tensor is made of.
#include <utility>

#include "serialization/builder.h"
#include "serialization/dtypes.h"
#include "serialization/tensor_spec.h"

namespace ltn::serialization {

Node* Builder::tensorNode(TensorForm form) {
  arena_.charge(sizeof(TensorSpec) + 256);
  Node* node = arena_.make(NodeKind::kTensor);
  node->tensor = std::make_unique<TensorSpec>();
  node->tensor->form = form;
  return node;
}

// (storage, offset, size, stride), which all of the strided functions begin with.
TensorSpec Builder::strided(const Arguments& arguments) {
  TensorSpec spec;
  spec.storage = arguments.node(0, NodeKind::kStorage, "a storage");
  spec.offset = arguments.integer(1);
  spec.size = arguments.integers(2);
  spec.stride = arguments.integers(3);
  spec.dtype = spec.storage->storage->dtype;
  return spec;
}

namespace {

c10::ScalarType dtypeArgument(const Arguments& arguments, size_t index) {
  return *dtypeOfName(arguments.node(index, NodeKind::kDtype, "a dtype")->text);
}

bool flag(const Node* dict, std::string_view name) {
  for (size_t i = 0; i + 1 < dict->items.size(); i += 2) {
    const Value key = dict->items[i];
    if (key.is(NodeKind::kText) && key.node->text == name) return dict->items[i + 1].isTruthyBool();
  }
  return false;
}

// The conjugate and negative bits, which `torch.save` writes for views that have them.
void takeMetadata(TensorSpec& spec, const Arguments& arguments, size_t index) {
  if (index >= arguments.size() || arguments.at(index).isNone()) return;
  const Node* metadata = arguments.node(index, NodeKind::kDict, "a dict");
  spec.conjugate = flag(metadata, "conj");
  spec.negative = flag(metadata, "neg");
}

Node* partOf(const Arguments& arguments, size_t index) {
  Node* part = arguments.node(index, NodeKind::kTensor, "a tensor");
  const TensorForm form = part->tensor->form;
  if (form != TensorForm::kStrided && form != TensorForm::kNumpy)
    arguments.fail("a part is not a plain tensor");
  return part;
}

}  // namespace

Value Builder::rebuildTensor(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kStrided);
  *node->tensor = strided(arguments);
  checkStrided(*node->tensor);
  return Value::of(node);
}

Value Builder::rebuildTensorV2(const Arguments& arguments) {
  Node* node = rebuildTensor(arguments).node;
  node->tensor->requires_grad = arguments.boolean(4);
  takeMetadata(*node->tensor, arguments, 6);
  return Value::of(node);
}

Value Builder::rebuildTensorV3(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kStrided);
  TensorSpec& spec = *node->tensor;
  spec = strided(arguments);
  spec.dtype = dtypeArgument(arguments, 6);
  spec.requires_grad = arguments.boolean(4);
  takeMetadata(spec, arguments, 7);
  checkStrided(spec);
  spec.storage->storage->swap_width = swapWidth(spec.dtype);
  return Value::of(node);
}

Value Builder::rebuildMeta(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kMeta);
  TensorSpec& spec = *node->tensor;
  spec.dtype = dtypeArgument(arguments, 0);
  spec.size = arguments.integers(1);
  spec.stride = arguments.integers(2);
  spec.requires_grad = arguments.boolean(3);
  checkStrided(spec);
  return Value::of(node);
}

Value Builder::rebuildQuantized(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kQuantized);
  *node->tensor = strided(arguments);
  TensorSpec& spec = *node->tensor;
  spec.form = TensorForm::kQuantized;
  spec.requires_grad = arguments.boolean(5);
  checkStrided(spec);
  spec.scheme = arguments.at(4);
  const Arguments scheme("_rebuild_qtensor", spec.scheme);
  const std::string_view name = scheme.node(0, NodeKind::kQScheme, "a quantization scheme")->text;
  if (name == "torch.per_tensor_affine") {
    scheme.real(1);
    scheme.integer(2);
  } else if (name == "torch.per_channel_affine" || name == "torch.per_channel_affine_float_qparams") {
    spec.parts = {partOf(scheme, 1), partOf(scheme, 2)};
    const int64_t axis = scheme.integer(3);
    if (axis < 0 || std::cmp_greater_equal(axis, spec.size.size())) scheme.fail("the axis is out of range");
  } else {
    scheme.fail(std::string(name) + " is not supported");
  }
  return Value::of(node);
}

Value Builder::rebuildSparse(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kSparse);
  TensorSpec& spec = *node->tensor;
  spec.layout = arguments.node(0, NodeKind::kLayout, "a layout")->text;
  const Arguments data("_rebuild_sparse_tensor", arguments.at(1));
  const bool coo = spec.layout == "torch.sparse_coo";
  const size_t parts = coo ? 2 : 3;
  for (size_t i = 0; i < parts; ++i) spec.parts.push_back(partOf(data, i));
  spec.size = data.integers(parts);
  spec.dtype = spec.parts.back()->tensor->dtype;
  if (coo && data.size() > 3 && !data.at(3).isNone()) spec.coalesced = data.boolean(3) ? 1 : 0;
  return Value::of(node);
}

Value Builder::rebuildNested(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kNested);
  for (size_t i = 0; i < 4; ++i) node->tensor->parts.push_back(partOf(arguments, i));
  node->tensor->dtype = node->tensor->parts[0]->tensor->dtype;
  return Value::of(node);
}

// (data, dtype, device, requires_grad), written for devices whose storages cannot be saved.
Value Builder::rebuildConverted(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kConverted);
  TensorSpec& spec = *node->tensor;
  spec.parts = {partOf(arguments, 0)};
  spec.size = spec.parts[0]->tensor->size;
  spec.dtype = dtypeArgument(arguments, 1);
  spec.device = arguments.text(2);
  spec.requires_grad = arguments.boolean(3);
  return Value::of(node);
}

Value Builder::rebuildParameter(const Arguments& arguments) {
  if (arguments.at(0).is(NodeKind::kObject)) return arguments.at(0);  // of a subclass that is not rebuilt
  const Node* data = arguments.node(0, NodeKind::kTensor, "a tensor");
  Node* node = tensorNode(data->tensor->form);
  *node->tensor = *data->tensor;
  node->text = data->text;
  node->tensor->parameter = true;
  node->tensor->requires_grad = arguments.size() < 2 || arguments.boolean(1);
  return Value::of(node);
}

Value Builder::rebuildParameterWithState(const Arguments& arguments) {
  const Value out = rebuildParameter(arguments);
  if (!out.is(NodeKind::kTensor)) return out;
  out.node->state = arguments.at(3);
  return out;
}

// What the attributes say about an nn.Buffer, which is a plain tensor but for them; others are not ours.
void Builder::takeAttributes(Node& node) {
  Value attributes = node.state;
  const bool slotted = attributes.is(NodeKind::kTuple) && !attributes.node->items.empty();
  if (slotted) attributes = attributes.node->items[0];
  if (!attributes.is(NodeKind::kDict)) return;
  const std::vector<Value>& items = attributes.node->items;
  for (size_t i = 0; i + 1 < items.size(); i += 2) {
    if (!items[i].is(NodeKind::kText)) continue;
    if (items[i].node->text == "_is_buffer") node.tensor->buffer = items[i + 1].isTruthyBool();
    if (items[i].node->text == "persistent") node.tensor->persistent = items[i + 1].isTruthyBool();
    if (items[i].node->text == "_is_param") node.tensor->parameter = items[i + 1].isTruthyBool();
  }
}

// (function, class, arguments, attributes): the class is dropped, the attributes are kept. What is more than
// a tensor with attributes becomes an Object of that class.
Value Builder::rebuildFromType(const Arguments& arguments) {
  const std::string_view name = arguments.node(0, NodeKind::kGlobal, "a function")->text;
  const Node* class_node = arguments.node(1, NodeKind::kGlobal, "a class");
  const std::string_view type = class_node->text;
  const Handler handler = handlerOf(name);
  const bool rebuilds = name.starts_with("torch._utils._rebuild_") && handler;
  if (!rebuilds && !class_node->state.isTruthyBool())
    arguments.fail(std::string(name) + " does not rebuild a tensor");
  if (!rebuilds) return wrapperOf(type, arguments);
  const Value out = (this->*handler)(Arguments(name, arguments.at(2)));
  if (!out.is(NodeKind::kTensor)) return out;
  if (type == "torch.nn.parameter.Parameter")
    out.node->tensor->parameter = true;
  else if (type != "torch.Tensor" && type != "torch.nn.parameter.Buffer")
    out.node->tensor->class_name = type;
  out.node->state = arguments.at(3);
  takeAttributes(*out.node);
  return out;
}

// A tensor that is made of others. Of a DTensor the part of this rank is read.
Value Builder::wrapperOf(std::string_view class_name, const Arguments& arguments) {
  const bool distributed = class_name.ends_with(".DTensor");
  if (Node* local = distributed ? localTensorOf(arguments) : nullptr) {
    const Arguments whole("_rebuild_wrapper_subclass", arguments.at(2));
    Node* node = tensorNode(local->tensor->form);
    *node->tensor = *local->tensor;
    node->tensor->class_name = class_name;
    node->tensor->sharded = true;
    node->tensor->whole = whole.integers(2);
    node->tensor->requires_grad = whole.boolean(7);
    node->state = arguments.at(3);
    takeAttributes(*node);
    node->state = Value::none();  // the mesh and its tensors have no place here
    return Value::of(node);
  }
  const Value out = object(class_name, arguments.at(2));
  out.node->state = arguments.at(3);
  return out;
}

// Attributes are a dict, or a dict or None and those that have slots.
Node* Builder::localTensorOf(const Arguments& arguments) {
  std::vector<Value> tables{arguments.at(3)};
  if (tables[0].is(NodeKind::kTuple)) tables = tables[0].node->items;
  for (const Value& table : tables) {
    if (!table.is(NodeKind::kDict)) continue;
    const std::vector<Value>& items = table.node->items;
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
      const bool local = items[i].is(NodeKind::kText) && items[i].node->text == "_local_tensor";
      if (local && items[i + 1].is(NodeKind::kTensor)) return items[i + 1].node;
    }
  }
  return nullptr;
}

}  // namespace ltn::serialization
