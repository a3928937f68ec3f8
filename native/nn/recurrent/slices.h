// How the threads share a layer: each takes whole rows of the batch, of one direction, through all time
// steps.
#pragma once

#include <ATen/Parallel.h>

#include <algorithm>
#include <numeric>

#include "nn/recurrent/flush.h"
#include "nn/recurrent/kernels.h"
#include "nn/recurrent/parallel.h"

namespace ltn::recurrent {

// Slices of the batch for each direction. `work` is the number of multiplications of the whole layer:
// starting threads costs as much as some hundred thousand of them.
inline int64_t sliceCount(int64_t directions, int64_t batch, int64_t work) {
  if (work < 200'000 || at::in_parallel_region()) return 1;
  const auto threads = static_cast<int64_t>(at::get_num_threads());
  return std::min(batch, threads / std::gcd(threads, directions));
}

// The first row of slice `index` of `count`, so that each slice has about as many rows over all steps: in a
// packed batch the first rows are the longest.
inline int64_t sliceStart(const Steps& steps, int64_t index, int64_t count) {
  const int64_t batch = steps.rows[0];
  if (index == count) return batch;
  if (steps.rows[steps.count - 1] == batch) return batch * index / count;
  const int64_t total = steps.offset[steps.count];
  int64_t row = 0;
  for (int64_t before = 0, t = steps.count; row < batch && before * count < total * index; row++) {
    while (t > 0 && steps.rows[t - 1] <= row) t--;
    before += t;
  }
  return row;
}

// Calls work(direction, slice, row_begin, row_end) for every slice of every direction that has rows.
template <class Work>
void forSlices(const Steps& steps, int64_t directions, int64_t slices, const Work& work) {
  parallel(directions * slices, 1, [&](int64_t begin, int64_t end) {
    const FlushDenormals flush;
    for (int64_t task = begin; task < end; task++) {
      const int64_t slice = task % slices;
      const int64_t first = sliceStart(steps, slice, slices);
      const int64_t last = sliceStart(steps, slice + 1, slices);
      if (first < last) work(task / slices, slice, first, last);
    }
  });
}

// Panels of weights that one thread packs, at least.
inline int64_t panelGrain(int64_t columns) { return 1 + 16'384 / (columns * 32); }

}  // namespace ltn::recurrent
