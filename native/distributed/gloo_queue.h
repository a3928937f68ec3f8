// gloo's works wait in a queue for one of the group's threads. A call that blocks until such a work has ended
// can as well run it: that spares two changes of threads, most of what a small message costs.
#pragma once

#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>

namespace ltn {

// Runs a work of the group here that none of its threads has begun; does nothing with any other. What goes
// wrong in it is thrown by its `wait`.
void runIfQueued(c10d::ProcessGroup& group, const c10d::Work& work);

// Whether it is one of gloo's collectives, which end with their future.
bool isOfGloo(const c10d::Work& work);

}  // namespace ltn
