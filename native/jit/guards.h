// The checks of direct calls, for operators that a TorchScript graph calls.
#pragma once

#include <c10/core/DispatchKey.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

namespace ltn {

// No part of libtorch uses this key. While it is included on a thread, each operator goes through a kernel of
// ours first, whoever calls it: the interpreter, a pass that folds constants, a function that the graph
// forks.
inline constexpr c10::DispatchKey kGuardKey = c10::DispatchKey::DeferredInit;

// Whatever runs a graph holds one of these.
class GuardedGraph {
 public:
  GuardedGraph() : include_(kGuardKey) {}

 private:
  c10::impl::IncludeDispatchKeyGuard include_;
};

// Replaces operators of TorchScript that are not in the dispatcher and end the process on some numbers. Once
// for the process, before the first graph is made.
void mendOperators();

}  // namespace ltn
