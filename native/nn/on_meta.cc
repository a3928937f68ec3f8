// The kernels of the key that `OnMeta` sets: one for `empty`, and all other operators pass it.
#include "nn/on_meta.h"

#include <ATen/ops/empty.h>
#include <torch/library.h>

namespace ltn {

namespace {

at::Tensor emptyOnMeta(at::SymIntArrayRef size, std::optional<at::ScalarType> dtype,
                       std::optional<at::Layout> layout, std::optional<at::Device> /*device*/,
                       std::optional<bool> pinned, std::optional<at::MemoryFormat> format) {
  const c10::impl::ExcludeDispatchKeyGuard below(kOnMetaKey);
  return at::empty_symint(size, dtype, layout, at::Device(at::kMeta), pinned, format);
}

}  // namespace

TORCH_LIBRARY_IMPL(_, TESTING_ONLY_GenericWrapper, m) { m.fallback(torch::CppFunction::makeFallthrough()); }
TORCH_LIBRARY_IMPL(aten, TESTING_ONLY_GenericWrapper, m) { m.impl("empty.memory_format", emptyOnMeta); }
static_assert(kOnMetaKey == c10::DispatchKey::TESTING_ONLY_GenericWrapper);

}  // namespace ltn
