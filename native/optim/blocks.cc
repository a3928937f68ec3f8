#include "optim/blocks.h"

#include <ATen/Parallel.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>

#include <algorithm>

#include "nn/recurrent/parallel.h"

namespace ltn::optim {

namespace {

constexpr int64_t kBlock = 16 << 10;
// With fewer blocks than this, the fixed cost of the operators is more than what blocks save.
constexpr int64_t kFewBlocks = 4;

bool sameLayout(const at::Tensor& a, const at::Tensor& b) {
  return a.defined() && a.layout() == at::kStrided && a.sizes() == b.sizes() && a.strides() == b.strides();
}

bool pays(const at::Tensor& param, const at::Tensor& grad, bool recorded) {
  return !recorded && param.is_cpu() && !isSmall(param) && !at::in_parallel_region() &&
         param.is_non_overlapping_and_dense() && grad.is_cpu() && sameLayout(grad, param) &&
         !param.is_conj() && !grad.is_conj() && !param.is_neg() && !grad.is_neg();
}

// The same elements without a history and with a version counter of its own.
at::Tensor bare(const at::Tensor& tensor) {
  return at::Tensor(tensor.unsafeGetTensorImpl()->shallow_copy_and_detach(c10::VariableVersion(0), false));
}

// Blocks are views of the parameter as one row: elementwise arithmetic does not depend on dimensions.
at::Tensor block(const at::Tensor& tensor, int64_t begin, int64_t size) {
  return tensor.as_strided({size}, {1}, tensor.storage_offset() + begin);
}

}  // namespace

void changed(const at::Tensor& tensor) {
  if (!tensor.is_inference()) tensor.unsafeGetTensorImpl()->bump_version();
}

bool isSmall(const at::Tensor& param) { return param.numel() < kFewBlocks * kBlock; }

void inBlocks(const at::Tensor& param, const at::Tensor& grad, Slots& slots, bool recorded,
              c10::function_ref<void(const at::Tensor&, const at::Tensor&, Slots&)> body) {
  if (!pays(param, grad, recorded)) return body(param, grad, slots);
  const at::Tensor whole_param = bare(param), whole_grad = bare(grad);
  Slots whole = slots;
  for (at::Tensor& slot : whole) {
    if (sameLayout(slot, param)) slot = bare(slot);
  }
  const int64_t blocks = (param.numel() + kBlock - 1) / kBlock;
  recurrent::parallel(blocks, 1, [&](int64_t first, int64_t last) {
    const at::AutoDispatchBelowADInplaceOrView guard;
    for (int64_t i = first; i < last; ++i) {
      const int64_t begin = i * kBlock;
      const int64_t size = std::min(kBlock, param.numel() - begin);
      Slots part = whole;
      for (at::Tensor& slot : part) {
        if (sameLayout(slot, param)) slot = block(slot, begin, size);
      }
      body(block(whole_param, begin, size), block(whole_grad, begin, size), part);
    }
  });
  changed(param);
  for (const at::Tensor& slot : slots) {
    if (sameLayout(slot, param)) changed(slot);
  }
}

}  // namespace ltn::optim
