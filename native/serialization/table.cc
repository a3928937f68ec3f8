#include "serialization/table.h"

#include "core/codes.h"

namespace ltn::serialization {
namespace {

constexpr int32_t kNoText = -1;

// What the payload of a value is.
enum WireTag : int32_t { kNone, kBool, kInt, kLong, kFloat, kNode };

class TableBuilder {
 public:
  explicit TableBuilder(Table& table) : table_(table) {}

  void run(Value root) {
    // Numbers nodes as they are met; the list grows while it is walked, so depth costs no stack.
    reference(root);
    for (size_t i = 0; i < order_.size(); ++i) {
      if (order_[i]->kind != NodeKind::Tensor) {
        for (const Value& item : order_[i]->items) reference(item);
      }
      reference(order_[i]->state);
    }
    for (const Node* node : order_) writeNode(*node);
    write(root);
    table_.nodes = static_cast<int32_t>(order_.size());
  }

 private:
  void reference(Value value) {
    if (value.tag != Tag::Node || value.node->id >= 0) return;
    if (order_.size() > static_cast<size_t>(INT32_MAX))
      throw CheckpointError("the checkpoint has too many objects");
    value.node->id = static_cast<int32_t>(order_.size());
    order_.push_back(value.node);
  }

  void writeNode(const Node& node) {
    table_.stream.push_back(static_cast<int32_t>(node.kind));
    table_.stream.push_back(textIndex(node));
    const bool leaf = node.kind == NodeKind::Tensor;
    table_.stream.push_back(leaf ? 0 : static_cast<int32_t>(node.items.size()));
    write(node.state);
    if (leaf) return;
    for (const Value& item : node.items) write(item);
  }

  int32_t textIndex(const Node& node) {
    switch (node.kind) {
      case NodeKind::Tensor:
        return add<const Node*>(table_.tensors, &node);
      case NodeKind::Bytes:
      case NodeKind::BigInt:
        return add(table_.blobs, node.text);
      default:
        return node.text.empty() ? kNoText : add(table_.texts, node.text);
    }
  }

  void write(Value value) {
    switch (value.tag) {
      case Tag::None:
        return pair(kNone, 0);
      case Tag::Bool:
        return pair(kBool, value.integer != 0);
      case Tag::Float:
        return pair(kFloat, add(table_.doubles, value.real));
      case Tag::Node:
        return pair(kNode, value.node->id);
      case Tag::Int:
        break;
    }
    const bool small = value.integer >= INT32_MIN && value.integer <= INT32_MAX;
    return small ? pair(kInt, static_cast<int32_t>(value.integer))
                 : pair(kLong, add(table_.longs, value.integer));
  }

  void pair(int32_t tag, int32_t payload) {
    table_.stream.push_back(tag);
    table_.stream.push_back(payload);
  }

  template <typename T>
  static int32_t add(std::vector<T>& list, T value) {
    list.push_back(value);
    return static_cast<int32_t>(list.size() - 1);
  }

  Table& table_;
  std::vector<Node*> order_;
};

}  // namespace

Table makeTable(Checkpoint& checkpoint) {
  Table table;
  checkpoint.arena.forgetIds();
  TableBuilder(table).run(checkpoint.root);
  return table;
}

}  // namespace ltn::serialization

namespace ltn {

CodeLists serializationCodes() {
  using serialization::NodeKind, serialization::OpenMode, serialization::TensorForm, serialization::WireTag;
  return {
      codesOf<NodeKind>("nodeKind", {{"text", NodeKind::Text},
                                     {"bytes", NodeKind::Bytes},
                                     {"bigint", NodeKind::BigInt},
                                     {"complex", NodeKind::Complex},
                                     {"list", NodeKind::List},
                                     {"tuple", NodeKind::Tuple},
                                     {"set", NodeKind::Set},
                                     {"frozenSet", NodeKind::FrozenSet},
                                     {"dict", NodeKind::Dict},
                                     {"orderedDict", NodeKind::OrderedDict},
                                     {"size", NodeKind::Size},
                                     {"dtype", NodeKind::Dtype},
                                     {"device", NodeKind::Device},
                                     {"layout", NodeKind::Layout},
                                     {"qscheme", NodeKind::QScheme},
                                     {"storage", NodeKind::Storage},
                                     {"tensor", NodeKind::Tensor},
                                     {"global", NodeKind::Global},
                                     {"numpyDtype", NodeKind::NumpyDtype},
                                     {"object", NodeKind::Object}}),
      codesOf<WireTag>("wireTag", {{"none", WireTag::kNone},
                                   {"bool", WireTag::kBool},
                                   {"int", WireTag::kInt},
                                   {"long", WireTag::kLong},
                                   {"float", WireTag::kFloat},
                                   {"node", WireTag::kNode}}),
      codesOf<TensorForm>("tensorForm", {{"strided", TensorForm::Strided},
                                         {"meta", TensorForm::Meta},
                                         {"quantized", TensorForm::Quantized},
                                         {"sparse", TensorForm::Sparse},
                                         {"nested", TensorForm::Nested},
                                         {"converted", TensorForm::Converted},
                                         {"numpy", TensorForm::Numpy}}),
      codesOf<OpenMode>("openMode", {{"weights", OpenMode::Weights},
                                     {"tree", OpenMode::Tree},
                                     {"archive", OpenMode::Archive},
                                     {"metadata", OpenMode::Metadata}}),
  };
}

}  // namespace ltn
