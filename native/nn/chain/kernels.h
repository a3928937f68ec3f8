// The arithmetic of small networks on float32 rows, without any libtorch type.
//
// As for recurrent layers (nn/recurrent/kernels.h), one source (*.inl.h) is compiled once per instruction
// set. It uses their vectors and tiles. Everything runs on the calling thread: the products are of matrices
// so small that waking another one costs more than it saves. Each sum is added up in the same order whatever
// the vectors' width, so AVX2 and AVX-512 give equal bits in products; divisions and sums of rows may differ
// in the last bit, and plain C++ rounds each product as well.
#pragma once

#include <cstdint>

namespace ltn::chain {

enum class Activation { kRelu, kTanh, kSigmoid, kSilu, kGelu, kGeluTanh };

// Whether backward needs what the activation was given, rather than what it returned.
constexpr bool usesInput(Activation activation) { return activation >= Activation::kSilu; }

// Numbers of one step of Adam, as its operators would be given them.
struct AdamNumbers {
  float decay;         // what the parameter is multiplied with first; 1 without decoupled weight decay
  float weight_decay;  // what of the parameter is added to the gradient
  float weight1;       // 1 - beta1
  float beta2;
  float weight2;  // 1 - beta2
  float floor;    // the least square whose root is taken
  float correction;
  float eps;
  float factor;  // -lr / (1 - beta1^t)
};

// One head of self-attention. Queries, keys and values are `length` rows of `size` floats, every `stride`
// floats; so are their gradients.
struct Head {
  int64_t length = 0;
  int64_t size = 0;
  int64_t stride = 0;
  const float* q = nullptr;
  const float* k = nullptr;
  const float* v = nullptr;
  float scale = 1;  // of the scores
  bool causal = false;
  const float* mask = nullptr;  // added to the scores, every mask_stride floats a row; may be null
  int64_t mask_stride = 0;
  const uint8_t* keep = nullptr;  // length × length, what dropout keeps; may be null
  float keep_scale = 1;
  float* levels = nullptr;  // of each row: the logarithm of the sum of its exponentials
  int64_t out_stride = 0;
  float* out = nullptr;         // forward
  const float* grad = nullptr;  // backward: that of out
  float* dq = nullptr;
  float* dk = nullptr;
  float* dv = nullptr;
};

struct Kernels {
  // Floats of packed weights of `out` rows of `in` floats, and packing them.
  int64_t (*packed_size)(int64_t out, int64_t in);
  void (*pack)(int64_t out, int64_t in, const float* weight, float* packed);
  // y = x · weightᵀ + bias, where bias may be null; x is rows × in, y rows × out.
  void (*linear)(int64_t rows, int64_t in, int64_t out, const float* x, const float* packed,
                 const float* bias, float* y);
  // dx = dz · weight
  void (*linear_input)(int64_t rows, int64_t in, int64_t out, const float* dz, const float* weight,
                       float* dx);
  // dw = dzᵀ · x
  void (*linear_weight)(int64_t rows, int64_t in, int64_t out, const float* dz, const float* x, float* dw);
  // sums[j] += the sum over the rows of dz[row][j]
  void (*add_rows)(int64_t rows, int64_t columns, const float* dz, float* sums);
  // y = f(x), which may be the same.
  void (*activate)(Activation activation, int64_t count, const float* x, float* y);
  // dx = dy · f'; `saved` is the input or the output of f, as usesInput says. dx may be dy.
  void (*activate_backward)(Activation activation, int64_t count, const float* saved, const float* dy,
                            float* dx);
  // out = a + b, element by element; out may be a.
  void (*add)(int64_t count, const float* a, const float* b, float* out);
  // out = x · scale where the mask is 1, x · 0 where it is 0; out may be x.
  void (*keep)(int64_t count, const float* x, const uint8_t* mask, float scale, float* out);
  // The gradient through ReLU and such a mask behind it, whose output is `y`; dx may be dy.
  void (*relu_keep_backward)(int64_t count, const float* y, const float* dy, float scale, float* dx);
  // y = (x - mean) · rstd · weight + bias in each row; weight and bias may be null. `stats` keeps mean and
  // rstd of each row.
  void (*layer_norm)(int64_t rows, int64_t columns, float eps, const float* x, const float* weight,
                     const float* bias, float* y, float* stats);
  // Adds to dw and db, which may be null; so may dx.
  void (*layer_norm_backward)(int64_t rows, int64_t columns, const float* x, const float* stats,
                              const float* weight, const float* dy, float* dx, float* dw, float* db);
  // The loss of one row of scores with a label, and scale times the loss's gradient.
  float (*cross_entropy)(int64_t classes, const float* scores, int64_t label, float scale, float* grad);
  // Attention of one head, with memory of head_scratch floats.
  int64_t (*head_scratch)(int64_t length, int64_t size);
  void (*head_forward)(const Head& head, float* scratch);
  void (*head_backward)(const Head& head, float* scratch);
  // The next 624 numbers of a Mersenne twister: its state, and the numbers from it.
  void (*twist)(uint32_t* state);
  void (*temper)(int64_t count, const uint32_t* state, uint32_t* words);
  // mask[i] = whether the 53 bits of the words 2i and 2i + 1 are below the threshold.
  void (*below)(int64_t count, const uint32_t* words, int64_t threshold, uint8_t* mask);
  // Adam up to the squares whose roots are taken, and the rest from their roots.
  void (*adam_averages)(const AdamNumbers& numbers, int64_t count, float* param, const float* grad,
                        float* average, float* square, float* roots);
  void (*adam_update)(const AdamNumbers& numbers, int64_t count, float* param, const float* average,
                      const float* roots);
};

// Those of the instruction set that the recurrent layers use.
const Kernels& kernels();

extern const Kernels kPortableKernels;
#if (defined(__x86_64__) || defined(__i386__)) && (defined(__GNUC__) || defined(__clang__))
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;
#endif

}  // namespace ltn::chain
