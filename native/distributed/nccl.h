// NCCL, which only the CUDA flavour can have, and only if `nccl.h` was there when it was built.
#pragma once

#include <chrono>
#include <string>
#include <torch/csrc/distributed/c10d/Backend.hpp>
#include <torch/csrc/distributed/c10d/Store.hpp>
#include <vector>

namespace ltn {

struct NcclPlan {
  std::chrono::milliseconds timeout;
  std::string name;
  std::vector<uint64_t> global_ranks;
};

bool hasNccl();

// Throws KindError where there is no NCCL.
c10::intrusive_ptr<c10d::Backend> makeNccl(const c10::intrusive_ptr<c10d::Store>& store, int rank, int size,
                                           const NcclPlan& plan);

}  // namespace ltn
