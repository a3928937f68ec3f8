#include "distributed/nccl.h"

#include "core/errors.h"

// ProcessGroupNCCL.hpp includes NCCL's header, and by way of ATen/cuda those of the CUDA toolkit. The build
// defines LTN_NCCL where it has found them.
#ifdef LTN_NCCL
#define USE_C10D_NCCL  // NOLINT(readability-identifier-naming): libtorch's headers ask for this name
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

namespace ltn {

#ifdef LTN_NCCL

bool hasNccl() { return true; }

c10::intrusive_ptr<c10d::Backend> makeNccl(const c10::intrusive_ptr<c10d::Store>& store, int rank, int size,
                                           const NcclPlan& plan) {
  auto options = c10d::ProcessGroupNCCL::Options::create(false);
  options->timeout = plan.timeout;
  options->group_name = plan.name;
  options->global_ranks_in_group = plan.global_ranks;
  return c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, size, options);
}

#else

bool hasNccl() { return false; }

c10::intrusive_ptr<c10d::Backend> makeNccl(const c10::intrusive_ptr<c10d::Store>&, int, int,
                                           const NcclPlan&) {
  throw KindError("torch", "Distributed package doesn't have NCCL built in");
}

#endif

}  // namespace ltn
