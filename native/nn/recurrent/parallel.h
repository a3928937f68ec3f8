// Work for libtorch's own threads.
#pragma once

#include <c10/util/FunctionRef.h>

#include <cstdint>

namespace ltn::recurrent {

// Calls f(begin, end) with ranges that make up [0, count), each of at least `grain` (but the last), on the
// threads of libtorch. at::parallel_for is a template of a header: without OpenMP's compiler flags, which
// differ by platform and must fit the runtime that libtorch was built with, it quietly runs everything on one
// thread.
void parallel(int64_t count, int64_t grain, c10::function_ref<void(int64_t, int64_t)> f);

}  // namespace ltn::recurrent
