// Jobs that run while a profiler records on the thread that started them record, too.
#pragma once

#include <memory>

namespace ltn {

// Held by a job for as long as it may record; null where no profiler runs on this thread.
std::shared_ptr<void> profiledWork();

// Throws if a job that a profiler covers still runs: what it records must not change while it is read. Waits
// for a moment first.
void requireNoProfiledWork();

}  // namespace ltn
