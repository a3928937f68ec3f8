// The arithmetic of recurrent layers on float32 rows, without any libtorch type.
//
// One source (*.inl.h) is compiled once per instruction set, and kernels() picks a table at run time. The
// rows of a batch do not depend on each other along time, so a caller gives each thread its own range of rows
// and the thread walks through all time steps without meeting the others: products with the input, with the
// state, the pointwise part and the gradients of the weights follow each other while the numbers are still in
// its cache.
#pragma once

#include <cstdint>

#include "nn/prepared/kernels.h"

#if (defined(__x86_64__) || defined(__i386__)) && (defined(__GNUC__) || defined(__clang__))
#define LTN_RECURRENT_X86 1
#endif

namespace ltn::recurrent {

enum class Cell { kTanh, kRelu, kGru, kLstm };

// Gates that the weights hold (1, 3, 4), and blocks of `hidden` floats kept per row (GRU also keeps the
// hidden half of its new gate).
constexpr int64_t gateCount(Cell cell) { return cell == Cell::kLstm ? 4 : cell == Cell::kGru ? 3 : 1; }
constexpr int64_t blockCount(Cell cell) { return gateCount(cell) + (cell == Cell::kGru ? 1 : 0); }

// Where the rows of each time step lie: step t holds rows[t] rows from row offset[t] on. rows never grows
// with t, and both arrays have one more entry than there are steps (rows[count] is 0).
struct Steps {
  const int64_t* offset;
  const int64_t* rows;
  int64_t count;
};

// Row r of step t is at base + t * step + r * row or, where step is negative, at base + (offset[t] + r) *
// row.
template <class T>
struct Strided {
  T* base = nullptr;
  int64_t step = -1;
  int64_t row = 0;
  T* at(const Steps& steps, int64_t t, int64_t r) const {
    return step < 0 ? base + (steps.offset[t] + r) * row : base + t * step + r * row;
  }
};

// `state` is the width of h, and so the depth of the product with the recurrent weights: `hidden`, or for an
// LSTM with a projection, h = W_hr (o * tanh(c)), the rows of W_hr. The two differ where there is one.

// One direction of one layer, forward.
struct ForwardArgs {
  Cell cell;
  Steps steps;
  bool reverse;
  bool train;
  int64_t input;
  int64_t hidden;
  int64_t state;
  Strided<const float> x;
  const float* packed_input;       // packForward of the input weights
  const float* packed_recurrent;   // packForward of the recurrent weights
  const float* packed_projection;  // packForward of W_hr, as a plain cell's one gate; or null
  const float* bias;               // blockCount * hidden; GRU: r, z, input half of n, hidden half of n
  const float* h0;                 // rows[0] x state
  const float* c0;                 // LSTM only: rows[0] x hidden
  float* y;                        // h of every step, `y_stride` floats a row
  int64_t y_stride;
  float* gates;  // if `train`, but for plain cells: blockCount * hidden a row, the activated gates in the
                 // order of the weights (r z n; i f g o), for GRU then the hidden half of n
  float* c;      // LSTM: cells of every step if `train`, else the same as `cn`
  float* hn;     // rows[0] x state
  float* cn;     // LSTM: rows[0] x hidden; without `train` it holds c0 on entry
};

// One direction of one layer, backward, from what ForwardArgs left with `train`.
// `dh` and `dc` hold the gradients of hn and cn on entry and those of h0 and c0 on return.
struct BackwardArgs {
  Cell cell;
  Steps steps;
  bool reverse;
  bool wants_input_weight;
  bool wants_recurrent_weight;
  bool wants_projection;
  int64_t input;
  int64_t hidden;
  int64_t state;
  Strided<const float> x;
  const float* packed_input;       // packBackward of the input weights; null without dx
  const float* packed_recurrent;   // packBackward of the recurrent weights
  const float* packed_projection;  // packBackward of W_hr, as a plain cell's one gate; or null
  const float* gates;
  const float* h0;
  const float* c0;
  const float* y;
  int64_t y_stride;
  const float* c;
  Strided<const float> dy;  // base may be null
  Strided<float> dx;        // base may be null
  float* dh;
  float* dc;
};

// Gradients of weights and biases as backward sums them up, one set per range of rows: for each gate and each
// panel of `panel_width` units, `input` (then, for the recurrent weights, `state`) rows of panel_width
// floats; then the projection's, for each panel of `state` `hidden` rows; then the biases, blockCount *
// hidden. GRU's gates come in the order n r z for the input weights, and its biases as input half of n, r, z,
// hidden half of n.
struct SumsLayout {
  int64_t panels;
  int64_t panel_width;
  int64_t recurrent;  // where the parts begin
  int64_t projection;
  int64_t bias;
  int64_t size;
};

struct Kernels {
  // Packed weights of gateCount * hidden rows of `columns` floats: panels, and floats in all.
  int64_t (*forward_panels)(Cell cell, int64_t hidden);
  int64_t (*forward_size)(Cell cell, int64_t hidden, int64_t columns);
  int64_t (*backward_panels)(int64_t columns);
  int64_t (*backward_size)(Cell cell, int64_t hidden, int64_t columns);
  // Pack panels [first, last). With `rotate`, GRU's gates are put in the order n r z.
  void (*pack_forward)(Cell cell, int64_t hidden, int64_t columns, const float* weight, float* packed,
                       int64_t first, int64_t last);
  void (*pack_backward)(Cell cell, int64_t hidden, int64_t columns, bool rotate, const float* weight,
                        float* packed, int64_t first, int64_t last);
  int64_t (*forward_scratch)(const ForwardArgs& args, int64_t rows);
  void (*forward)(const ForwardArgs& args, int64_t row_begin, int64_t row_end, float* scratch);
  SumsLayout (*sums_layout)(Cell cell, int64_t hidden, int64_t input, int64_t state);
  int64_t (*backward_scratch)(const BackwardArgs& args, int64_t rows);
  int64_t (*backward_pointers)(const BackwardArgs& args, int64_t rows);
  // `sums` is zero on entry; `pointers` is scratch for backward_pointers(args, rows) pointers.
  void (*backward)(const BackwardArgs& args, int64_t row_begin, int64_t row_end, float* sums, float* scratch,
                   const float** pointers);
  // out[i] += dot(row i of `weight`, x)
  void (*gemv)(const float* weight, int64_t rows, int64_t columns, const float* x, float* out);
  // Pointwise part of one row, from gates with all biases, for GRU with the hidden half of n in block 3; `h`
  // is o * tanh(c) for an LSTM.
  void (*cell_row)(Cell cell, int64_t hidden, float* gates, const float* h_prev, float* h, float* c);
  const char* name;
  prepared::Kernels prepared;
};

const Kernels& kernels();

extern const Kernels kPortableKernels;
#if LTN_RECURRENT_X86
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;
#endif

}  // namespace ltn::recurrent
