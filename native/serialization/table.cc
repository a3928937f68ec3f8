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
    // NOLINTNEXTLINE(modernize-loop-convert): an iterator would not survive that.
    for (size_t i = 0; i < order_.size(); ++i) {
      if (order_[i]->kind != NodeKind::kTensor) {
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
    if (value.tag != Tag::kNode || value.node->id >= 0) return;
    if (order_.size() > static_cast<size_t>(INT32_MAX))
      throw CheckpointError("the checkpoint has more objects than can be read; it is damaged or hostile");
    value.node->id = static_cast<int32_t>(order_.size());
    order_.push_back(value.node);
  }

  void writeNode(const Node& node) {
    if (node.kind == NodeKind::kNumpyArray) table_.cells += static_cast<uint64_t>(node.state.integer);
    table_.stream.push_back(static_cast<int32_t>(node.kind));
    table_.stream.push_back(textIndex(node));
    const bool leaf = node.kind == NodeKind::kTensor;
    table_.stream.push_back(leaf ? 0 : static_cast<int32_t>(node.items.size()));
    write(node.state);
    if (leaf) return;
    for (const Value& item : node.items) write(item);
  }

  int32_t textIndex(const Node& node) {
    switch (node.kind) {
      case NodeKind::kTensor:
        return add<const Node*>(table_.tensors, &node);
      case NodeKind::kBytes:
      case NodeKind::kBigInt:
        return add(table_.blobs, node.text);
      default:
        return node.text.empty() ? kNoText : add(table_.texts, node.text);
    }
  }

  void write(Value value) {
    switch (value.tag) {
      case Tag::kNone:
        return pair(kNone, 0);
      case Tag::kBool:
        return pair(kBool, value.integer != 0);
      case Tag::kFloat:
        return pair(kFloat, add(table_.doubles, value.real));
      case Tag::kNode:
        return pair(kNode, value.node->id);
      case Tag::kInt:
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
      codesOf<NodeKind>("nodeKind", {{"text", NodeKind::kText},
                                     {"bytes", NodeKind::kBytes},
                                     {"bigint", NodeKind::kBigInt},
                                     {"complex", NodeKind::kComplex},
                                     {"list", NodeKind::kList},
                                     {"tuple", NodeKind::kTuple},
                                     {"set", NodeKind::kSet},
                                     {"frozenSet", NodeKind::kFrozenSet},
                                     {"dict", NodeKind::kDict},
                                     {"orderedDict", NodeKind::kOrderedDict},
                                     {"size", NodeKind::kSize},
                                     {"dtype", NodeKind::kDtype},
                                     {"device", NodeKind::kDevice},
                                     {"layout", NodeKind::kLayout},
                                     {"qscheme", NodeKind::kQScheme},
                                     {"storage", NodeKind::kStorage},
                                     {"tensor", NodeKind::kTensor},
                                     {"global", NodeKind::kGlobal},
                                     {"numpyDtype", NodeKind::kNumpyDtype},
                                     {"object", NodeKind::kObject},
                                     {"numpyArray", NodeKind::kNumpyArray}}),
      codesOf<WireTag>("wireTag", {{"none", WireTag::kNone},
                                   {"bool", WireTag::kBool},
                                   {"int", WireTag::kInt},
                                   {"long", WireTag::kLong},
                                   {"float", WireTag::kFloat},
                                   {"node", WireTag::kNode}}),
      codesOf<TensorForm>("tensorForm", {{"strided", TensorForm::kStrided},
                                         {"meta", TensorForm::kMeta},
                                         {"quantized", TensorForm::kQuantized},
                                         {"sparse", TensorForm::kSparse},
                                         {"nested", TensorForm::kNested},
                                         {"converted", TensorForm::kConverted},
                                         {"numpy", TensorForm::kNumpy}}),
      codesOf<OpenMode>(
          "openMode",
          {{"tree", OpenMode::kTree}, {"archive", OpenMode::kArchive}, {"metadata", OpenMode::kMetadata}}),
  };
}

}  // namespace ltn
