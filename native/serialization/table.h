// A checkpoint's tree as flat arrays, which cross into JavaScript in a few calls however many objects there
// are.
//
// The stream holds one entry for each node that can be reached from the root:
//   kind, text index, number of items, state (tag, payload), then each item (tag, payload)
// with the tags None, Bool, Int (the payload is the number), Long (index into longs), Float (index into
// doubles) and Node (index of an entry). The text index means blobs for bytes and big integers, and tensors
// for tensors.
#pragma once

#include <string_view>
#include <vector>

#include "serialization/checkpoint.h"

namespace ltn::serialization {

struct Table {
  std::vector<int32_t> stream;
  std::vector<std::string_view> texts;
  std::vector<std::string_view> blobs;
  std::vector<double> doubles;
  std::vector<int64_t> longs;
  std::vector<const Node*> tensors;
  int32_t nodes = 0;
  uint64_t cells = 0;  // values of numpy arrays that become objects
};

// The root is written as one more state at the end of the stream: (tag, payload).
Table makeTable(Checkpoint& checkpoint);

}  // namespace ltn::serialization
