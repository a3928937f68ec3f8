// State that lives as long as the process and is shared by all environments. Every access holds the mutex.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <mutex>
#include <unordered_map>

namespace ltn {

struct ProcessState {
  std::mutex mutex;
  // Tensors on their way from one environment to another, by ticket; each is taken out once.
  std::unordered_map<int64_t, at::Tensor> in_transit;
  int64_t next_ticket = 1;
};

ProcessState& process();

}  // namespace ltn
