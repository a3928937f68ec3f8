// The tree that a checkpoint's pickle describes, before anything becomes a JavaScript value.
//
// Nodes live in an arena and point to each other with plain pointers: a pickle may hold cycles and nest a
// million levels deep, and neither may leak or overflow the stack when the tree goes away.
#pragma once

#include <c10/core/ScalarType.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "serialization/error.h"

namespace ltn::serialization {

enum class NodeKind : uint8_t {
  kText,
  kBytes,
  kBigInt,  // bytes: two's complement, little-endian, as pickle stores it
  kComplex,
  kList,
  kTuple,
  kSet,
  kFrozenSet,
  kDict,         // items: key, value, key, value ...
  kOrderedDict,  // the same; state holds attributes such as _metadata
  kSize,
  kDtype,
  kDevice,
  kLayout,
  kQScheme,
  kStorage,
  kTensor,
  kGlobal,      // a name on the allow-list (or, in tree mode, any name) that was pushed and not yet called
  kNumpyDtype,  // text: the type string, such as f8; state: true when its numbers are big-endian;
                // items: the whole state, for types that are made of others
  kObject,      // text: class name, items: constructor arguments, list, dict; state: what BUILD was given
  kNumpyArray,  // of values that are no numbers; items: dtype, shape, is Fortran order, bytes or a list of
                // values; state: how many values there are
};

class Source;
struct Node;
struct TensorSpec;
struct StorageSpec;

enum class Tag : uint8_t { kNone, kBool, kInt, kFloat, kNode };

// One Python value: scalars are held in place, everything else is a node of the arena.
struct Value {
  Tag tag = Tag::kNone;
  union {
    int64_t integer = 0;
    double real;
    Node* node;
  };

  static Value none() { return {}; }
  static Value boolean(bool v) {
    Value out;
    out.tag = Tag::kBool;
    out.integer = v;
    return out;
  }
  static Value of(int64_t v) {
    Value out;
    out.tag = Tag::kInt;
    out.integer = v;
    return out;
  }
  static Value of(double v) {
    Value out;
    out.tag = Tag::kFloat;
    out.real = v;
    return out;
  }
  static Value of(Node* v) {
    Value out;
    out.tag = Tag::kNode;
    out.node = v;
    return out;
  }

  bool isNone() const { return tag == Tag::kNone; }
  bool is(NodeKind kind) const;
  bool isTruthyBool() const { return (tag == Tag::kBool || tag == Tag::kInt) && integer != 0; }
};

struct Node {
  NodeKind kind = NodeKind::kText;
  int32_t id = -1;        // position in the table that is handed to JavaScript
  std::string_view text;  // Text, Bytes, BigInt, names; points into the pickle or the arena's own copies
  std::vector<Value> items;
  Value state;
  std::unique_ptr<TensorSpec> tensor;
  std::unique_ptr<StorageSpec> storage;
};

inline bool Value::is(NodeKind kind) const { return tag == Tag::kNode && node->kind == kind; }

// What the persistent id of a storage promises; the bytes are attached once the record was checked.
struct StorageSpec {
  std::string key;
  std::string location;
  c10::ScalarType dtype = c10::ScalarType::Byte;
  bool untyped = false;
  uint64_t bytes = 0;
  uint32_t swap_width = 1;  // width of the elements to turn around when the file has the other byte order
  uint64_t position = 0;    // of the bytes in the file
  std::string record;       // the zip record, when it has to be inflated
  std::shared_ptr<Source> inlined;  // a storage pickled by itself, within the pickle: holds its bytes
  Node* base = nullptr;             // legacy files: the storage that this one is a window of,
  uint64_t base_offset = 0;         // and where the window begins, in bytes
};

enum class TensorForm : uint8_t { kStrided, kMeta, kQuantized, kSparse, kNested, kConverted, kNumpy };

// A tensor as the file describes it: nothing is allocated until the whole pickle was read and checked.
struct TensorSpec {
  TensorForm form = TensorForm::kStrided;
  Node* storage = nullptr;
  int64_t offset = 0;
  std::vector<int64_t> size, stride;
  c10::ScalarType dtype = c10::ScalarType::Float;
  bool requires_grad = false;
  bool parameter = false;
  bool buffer = false;  // nn.Buffer, and whether its module would save it
  bool persistent = true;
  bool conjugate = false;
  bool negative = false;
  Value scheme;             // Quantized: [qscheme, scale, zero_point] or [qscheme, scales, zero_points, axis]
  std::string_view layout;  // Sparse
  std::vector<Node*> parts;     // Sparse, Nested, Converted: the tensors it is made of
  std::string_view device;      // Converted
  std::string_view raw;         // Numpy: the elements, inside the pickle
  bool big_endian = false;      // Numpy
  int8_t coalesced = -1;        // Sparse: -1 when the file does not say
  std::string_view class_name;  // of a subclass of Tensor, which is not rebuilt
  bool sharded = false;         // a DTensor: this is the part of one rank,
  std::vector<int64_t> whole;   // and this the size of all parts together
};

// Owns every node and every string that is not part of the pickle, and bounds both.
class Arena {
 public:
  // `budget` is the most bytes that the tree may take.
  explicit Arena(uint64_t budget) : left_(budget) {}

  Node* make(NodeKind kind) {
    charge(sizeof(Node));
    nodes_.emplace_back();
    nodes_.back().kind = kind;
    return &nodes_.back();
  }

  Node* text(NodeKind kind, std::string_view text) {
    Node* node = make(kind);
    node->text = text;
    return node;
  }

  // Keeps a string that is not a slice of the pickle.
  std::string_view keep(std::string text) {
    charge(text.size() + sizeof(std::string));
    strings_.push_back(std::move(text));
    return strings_.back();
  }

  // Accounts for `bytes` more; a pickle that wants far more memory than its length is refused.
  void charge(uint64_t bytes) {
    if (bytes > left_)
      throw CheckpointError(
          "the pickle asks for far more memory than its size allows; it is damaged or hostile");
    left_ -= bytes;
  }

  void forgetIds() {
    for (Node& node : nodes_) node.id = -1;
  }

 private:
  std::deque<Node> nodes_;
  std::deque<std::string> strings_;
  uint64_t left_;
};

}  // namespace ltn::serialization
