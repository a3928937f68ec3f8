#include "serialization/tensor_spec.h"

#include <c10/util/safe_numerics.h>

namespace ltn::serialization {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw CheckpointError("a tensor in the checkpoint is invalid: " + what);
}

uint64_t product(uint64_t a, uint64_t b) {
  uint64_t out = 0;
  if (c10::mul_overflows(a, b, &out)) fail("its size overflows");
  return out;
}

uint64_t sum(uint64_t a, uint64_t b) {
  uint64_t out = 0;
  if (c10::add_overflows(a, b, &out)) fail("its size overflows");
  return out;
}

// Elements that share one byte.
uint64_t packing(c10::ScalarType type) {
  if (type == c10::ScalarType::QUInt4x2) return 2;
  return type == c10::ScalarType::QUInt2x4 ? 4 : 1;
}

// Elements from the beginning of the storage to the end of the tensor.
uint64_t extent(const TensorSpec& spec) {
  auto last = static_cast<uint64_t>(spec.offset);
  uint64_t count = 1;
  bool empty = false;
  for (size_t i = 0; i < spec.size.size(); ++i) {
    if (spec.size[i] < 0) fail("a size is negative");
    if (spec.stride[i] < 0) fail("a stride is negative");
    empty = empty || spec.size[i] == 0;
    if (spec.size[i] == 0) continue;
    count = product(count, static_cast<uint64_t>(spec.size[i]));
    last = sum(last, product(static_cast<uint64_t>(spec.size[i] - 1), static_cast<uint64_t>(spec.stride[i])));
  }
  if (count > static_cast<uint64_t>(INT64_MAX)) fail("its size overflows");
  return empty ? 0 : sum(last, 1);
}

}  // namespace

void checkStrided(const TensorSpec& spec) {
  if (spec.size.size() != spec.stride.size()) fail("it has different numbers of strides and sizes");
  if (spec.offset < 0) fail("its offset is negative");
  const uint64_t elements = extent(spec);
  const uint64_t bytes = product(elements, c10::elementSize(spec.dtype));
  if (bytes > static_cast<uint64_t>(INT64_MAX)) fail("its size overflows");
  const uint64_t needed = (bytes + packing(spec.dtype) - 1) / packing(spec.dtype);
  const uint64_t offset = product(static_cast<uint64_t>(spec.offset), c10::elementSize(spec.dtype));
  if (offset > static_cast<uint64_t>(INT64_MAX)) fail("its offset overflows");
  if (spec.form == TensorForm::kMeta) return;
  const uint64_t available = spec.storage ? spec.storage->storage->bytes : spec.raw.size();
  if (needed > available) {
    fail("it needs " + std::to_string(needed) + " bytes of a storage of " + std::to_string(available));
  }
}

std::vector<int64_t> contiguousStride(const std::vector<int64_t>& size, bool fortran) {
  std::vector<int64_t> stride(size.size(), 1);
  uint64_t step = 1;
  for (size_t i = 0; i < size.size(); ++i) {
    const size_t dim = fortran ? i : size.size() - 1 - i;
    stride[dim] = static_cast<int64_t>(step);
    if (size[dim] < 0) fail("a size is negative");
    step = product(step, static_cast<uint64_t>(size[dim] > 0 ? size[dim] : 1));
    if (step > static_cast<uint64_t>(INT64_MAX)) fail("its size overflows");
  }
  return stride;
}

}  // namespace ltn::serialization
