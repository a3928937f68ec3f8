#include "tensor/discard.h"

#include <ATen/core/Tensor.h>
#include <torch/library.h>

#include <cstdint>

#ifndef _WIN32
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace ltn {

void discardPages([[maybe_unused]] void* memory, [[maybe_unused]] size_t bytes) {
#ifndef _WIN32
  static const auto page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto first = reinterpret_cast<uintptr_t>(memory);
  const uintptr_t from = (first + page - 1) / page * page;
  const uintptr_t end = (first + bytes) / page * page;
#ifdef __APPLE__
  constexpr int kAdvice = MADV_FREE;
#else
  constexpr int kAdvice = MADV_DONTNEED;
#endif
  // Advice: where the system does not take it, nothing is lost.
  if (end > from) madvise(reinterpret_cast<void*>(from), end - from, kAdvice);
#endif
}

namespace {

void discard(const at::Tensor& self) {
  TORCH_CHECK(self.is_contiguous(), "discard_: expected a contiguous tensor on the CPU");
  TORCH_CHECK(!self.requires_grad(), "discard_: a tensor that requires grad cannot be changed in place");
  discardPages(self.mutable_data_ptr(), self.nbytes());
  // What autograd has saved of it is refused in backward.
  if (!self.is_inference()) self.unsafeGetTensorImpl()->bump_version();
}

}  // namespace

// For memory that JavaScript has, as another package's: its end would unmap the whole at once.
TORCH_LIBRARY_FRAGMENT(libtorch_node, m) { m.def("discard_(Tensor(a!) self) -> ()"); }
TORCH_LIBRARY_IMPL(libtorch_node, CPU, m) { m.impl("discard_", TORCH_FN(discard)); }

}  // namespace ltn
