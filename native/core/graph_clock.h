// The order of a graph's nodes. Autograd numbers them, its engine runs later ones first, and each thread
// counts for itself. A model that runs on several threads in turn would get its gradients in another order
// than on one, which decides how a Reducer lays out its buckets and so in which order numbers are summed. So
// whoever takes work over from another thread goes on counting from there.
#pragma once

#include <ATen/SequenceNumber.h>

#include <cstdint>

namespace ltn {

// What the next node of this thread is numbered.
inline uint64_t graphTime() { return at::sequence_number::peek(); }

// Nodes of this thread come after those that another one had numbered by then.
inline void continueGraph(uint64_t time) {
  for (uint64_t own = graphTime(); own < time; ++own) at::sequence_number::get_and_increment();
}

}  // namespace ltn
