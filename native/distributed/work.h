#pragma once

#include "distributed/group.h"

namespace ltn {

// How a work tells that it has ended: by its future, or, for a send or a receive, in the call of its `wait`
// only.
enum class WorkEnd { kByFuture, kInWait };

// A tensor whose elements have gaps between them or lie on each other, and the dense copy that the backend
// writes to, because it takes no notice of strides.
struct Staged {
  at::Tensor target;
  at::Tensor copy;
};

// A collective of a group.
struct Started {
  c10::intrusive_ptr<c10d::ProcessGroup> group;
  c10::intrusive_ptr<c10d::Work> work;
  WorkEnd end = WorkEnd::kByFuture;
  std::vector<Staged> staged = {};
};

// A box of it. With `wait`, blocks until it has ended, throws its error, and gives undefined.
Napi::Value workToJs(Napi::Env env, Started started, bool wait);

c10::intrusive_ptr<c10d::Work> workOf(napi_env env, napi_value value);

}  // namespace ltn
