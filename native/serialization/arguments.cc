// What a pickle passes to a constructor or a rebuild function, checked as it is read.
#include <string>

#include "serialization/builder.h"

namespace ltn::serialization {
namespace {

constexpr size_t kMaxDims = 64;

}  // namespace

Arguments::Arguments(std::string_view function, Value tuple) : function_(function) {
  if (!tuple.is(NodeKind::kTuple))
    throw CheckpointError(std::string(function) + ": the arguments are not a tuple");
  items_ = &tuple.node->items;
}

void Arguments::fail(const std::string& what) const {
  throw Unreadable(std::string(function_) + ": " + what);
}

Value Arguments::at(size_t index) const {
  if (index >= items_->size()) fail("argument " + std::to_string(index + 1) + " is missing");
  return (*items_)[index];
}

int64_t Arguments::integer(size_t index) const {
  const Value value = at(index);
  if (value.tag != Tag::kInt) fail("argument " + std::to_string(index + 1) + " is not an integer");
  return value.integer;
}

double Arguments::real(size_t index) const {
  const Value value = at(index);
  if (value.tag == Tag::kInt) return static_cast<double>(value.integer);
  if (value.tag != Tag::kFloat) fail("argument " + std::to_string(index + 1) + " is not a number");
  return value.real;
}

bool Arguments::boolean(size_t index) const {
  const Value value = at(index);
  if (value.tag != Tag::kBool && value.tag != Tag::kInt)
    fail("argument " + std::to_string(index + 1) + " is not a bool");
  return value.integer != 0;
}

std::string_view Arguments::text(size_t index) const {
  const Value value = at(index);
  if (!value.is(NodeKind::kText) && !value.is(NodeKind::kBytes)) {
    fail("argument " + std::to_string(index + 1) + " is not a string");
  }
  return value.node->text;
}

Node* Arguments::node(size_t index, NodeKind kind, const char* what) const {
  const Value value = at(index);
  if (!value.is(kind)) fail("argument " + std::to_string(index + 1) + " is not " + what);
  return value.node;
}

std::vector<int64_t> Arguments::integers(size_t index) const {
  const Value value = at(index);
  if (!value.is(NodeKind::kTuple) && !value.is(NodeKind::kSize) && !value.is(NodeKind::kList)) {
    fail("argument " + std::to_string(index + 1) + " is not a tuple of integers");
  }
  if (value.node->items.size() > kMaxDims) fail("a tensor has more than 64 dimensions");
  std::vector<int64_t> out;
  for (const Value& item : value.node->items) {
    if (item.tag != Tag::kInt) fail("argument " + std::to_string(index + 1) + " is not a tuple of integers");
    out.push_back(item.integer);
  }
  return out;
}

}  // namespace ltn::serialization
