// A storage that was pickled by itself, as Python pickles the tensors of an object that goes to another rank:
// the call of a function with the bytes of a whole file of `torch.save`.
#include "serialization/builder.h"
#include "serialization/checkpoint.h"

namespace ltn::serialization {
namespace {

// A file in a file in a file has no use, and would go as deep as the stack.
thread_local bool nested = false;

class Nesting {
 public:
  Nesting() { nested = true; }
  ~Nesting() { nested = false; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
};

}  // namespace

Value Builder::loadStorage(const Arguments& arguments) {
  if (nested) arguments.fail("a storage within a storage");
  const std::string_view bytes = arguments.node(0, NodeKind::kBytes, "bytes")->text;
  // Its copy is kept, and reading it again and again takes time.
  arena_.charge(bytes.size() + sizeof(StorageSpec) + 256);
  const Nesting nesting;
  const auto file = openCheckpoint(copyMemory(bytes.data(), bytes.size()), OpenMode::kTree);
  if (!file->root.is(NodeKind::kStorage)) arguments.fail("expected a storage");
  const StorageSpec& whole = *file->root.node->storage;
  if (file->big_endian || whole.base || !whole.record.empty())
    arguments.fail("a storage of this kind is not read");
  Node* node = arena_.make(NodeKind::kStorage);
  node->storage = std::make_unique<StorageSpec>(whole);
  node->storage->inlined = file->source;
  return Value::of(node);
}

}  // namespace ltn::serialization
