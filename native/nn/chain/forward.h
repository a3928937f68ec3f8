// The values of a run.
#pragma once

#include <c10/util/FunctionRef.h>

#include <vector>

#include "nn/chain/plan.h"

namespace ltn::chain {

// Writes the output into y and everything else that backward needs into `values`. Returns the masks: a byte
// for each value, undefined where the mask is merged.
std::vector<at::Tensor> compute(const Plan& plan, const at::Tensor& y, const at::Tensor& values);

// How many shares the rows of a step are cut into, and the rows of share i of them.
int64_t sharesOf(const Layout& layout, int64_t width);
struct Rows {
  int64_t begin;
  int64_t end;
};
inline Rows shareOf(const Layout& layout, int64_t shares, int64_t i) {
  return {layout.rows * i / shares, layout.rows * (i + 1) / shares};
}

// Calls f(row, count) with blocks of rows that stay in a near cache.
void eachBlock(Rows rows, int64_t width, c10::function_ref<void(int64_t, int64_t)> f);

}  // namespace ltn::chain
