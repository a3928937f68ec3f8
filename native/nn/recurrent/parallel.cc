#include "nn/recurrent/parallel.h"

#include <ATen/Parallel.h>
#include <ATen/TensorIterator.h>
#include <ATen/ops/empty.h>

namespace ltn::recurrent {

// A TensorIterator over `count` bytes shares them out inside libtorch; where a byte lies says which item it
// stands for.
void parallel(int64_t count, int64_t grain, c10::function_ref<void(int64_t, int64_t)> f) {
  if (count <= grain || at::get_num_threads() == 1 || at::in_parallel_region()) {
    if (count > 0) f(0, count);
    return;
  }
  const at::Tensor items = at::empty({count}, at::kByte);
  const char* base = static_cast<const char*>(items.const_data_ptr());
  at::TensorIterator iterator =
      at::TensorIteratorConfig().check_all_same_dtype(false).resize_outputs(false).add_output(items).build();
  iterator.for_each(
      [&](char** data, const int64_t* strides, int64_t size, int64_t rows) {
        for (int64_t row = 0; row < rows; ++row) {
          const int64_t begin = data[0] + row * strides[1] - base;
          f(begin, begin + size);
        }
      },
      grain);
}

}  // namespace ltn::recurrent
