// Calls, and the objects of classes that are not rebuilt: what a pickle says of them is kept, nothing of it
// runs.
#include "serialization/builder.h"

namespace ltn::serialization {
namespace {

// Functions whose first argument is the class of what they make.
constexpr std::string_view kMaskedArray = "numpy.ma.core._mareconstruct";

}  // namespace

// items: the arguments, then what a list and what a dict would hold.
Value Builder::object(std::string_view class_name, Value arguments) {
  Node* node = arena_.text(NodeKind::kObject, class_name);
  extend(node, {arguments, Value::none(), Value::none()});
  return Value::of(node);
}

// A value of a known kind that is not read stays a description in its place.
Value Builder::unreadable(std::string_view name, Value arguments, const std::string& reason) {
  const auto [entry, added] = unreadable_.try_emplace(std::string(name), reason);
  if (added) arena_.charge(name.size() + reason.size() + 64);
  return object(arena_.keep(entry->first), arguments);
}

Value Builder::callGlobal(Node* function, Value arguments) {
  const std::string_view name = function->text;
  const Handler handler = handlerOf(name);
  if (!handler) {
    if (name == kMaskedArray && arguments.is(NodeKind::kTuple) && !arguments.node->items.empty() &&
        arguments.node->items[0].is(NodeKind::kGlobal)) {
      return object(arguments.node->items[0].node->text, arguments);
    }
    const bool makes_object = metadata_ || function->state.isTruthyBool();
    return makes_object ? object(name, arguments) : unreadable(name, arguments, "it makes no value");
  }
  if (metadata_) return (this->*handler)(Arguments(name, arguments));
  try {
    return (this->*handler)(Arguments(name, arguments));
  } catch (const Unreadable& error) {
    return unreadable(name, arguments, error.what());
  }
}

Value Builder::call(Value function, Value arguments) {
  if (function.is(NodeKind::kGlobal)) return callGlobal(function.node, arguments);
  if (!metadata_ && function.is(NodeKind::kObject)) return object(function.node->text, arguments);
  throw CheckpointError("the pickle calls something that is not a function");
}

Value Builder::construct(Value type, Value arguments) {
  if (!type.is(NodeKind::kGlobal))
    throw CheckpointError("the pickle makes an object of something that is not a class");
  return call(type, arguments);
}

void Builder::build(Value target, Value state) {
  if (target.is(NodeKind::kNumpyDtype)) return buildNumpyDtype(target.node, state);
  if (target.is(NodeKind::kTensor) && target.node->tensor->form == TensorForm::kNumpy) {
    return buildNumpyArray(target.node, state);
  }
  if (!metadata_ && target.is(NodeKind::kObject)) return buildNumpySubclass(target.node, state);
  const bool takes_state = target.is(NodeKind::kOrderedDict) || target.is(NodeKind::kObject);
  if (!takes_state) {
    const std::string reason = "the pickle sets the state of something that has none";
    if (metadata_ || target.tag != Tag::kNode || target.is(NodeKind::kNumpyArray))
      throw CheckpointError(reason);
    unreadable_.try_emplace("builtins.object.__setstate__", reason);
  }
  target.node->state = state;
}

void Builder::append(Value target, const std::vector<Value>& items) {
  if (target.is(NodeKind::kList)) return extend(target.node, items);
  if (!target.is(NodeKind::kObject))
    throw CheckpointError("the pickle appends to something that is not a list");
  Value& list = target.node->items[1];
  if (list.isNone()) list = Value::of(arena_.make(NodeKind::kList));
  extend(list.node, items);
}

void Builder::addItems(Value target, const std::vector<Value>& items) {
  if (!target.is(NodeKind::kSet)) throw CheckpointError("the pickle adds to something that is not a set");
  extend(target.node, items);
}

void Builder::setItems(Value target, const std::vector<Value>& items) {
  if (target.is(NodeKind::kDict) || target.is(NodeKind::kOrderedDict)) return extend(target.node, items);
  if (!target.is(NodeKind::kObject))
    throw CheckpointError("the pickle sets items of something that is not a dict");
  Value& dict = target.node->items[2];
  if (dict.isNone()) dict = Value::of(arena_.make(NodeKind::kDict));
  extend(dict.node, items);
}

}  // namespace ltn::serialization
