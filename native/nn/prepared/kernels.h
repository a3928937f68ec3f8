// The arithmetic of prepared inference on float32 rows, without any libtorch type. It is compiled once per
// instruction set, beside the recurrent kernels whose tiles it uses (nn/recurrent/table.inl.h).
#pragma once

#include <cstdint>

namespace ltn::prepared {

// What is computed of a sum before it is stored. lib/nn/prepared/activation.ts has the same order.
enum class Activation {
  kNone,
  kRelu,
  kGelu,
  kGeluTanh,
  kSilu,
  kHardswish,
  kHardsigmoid,
  kSigmoid,
  kTanh,
  kLeakyRelu,
  kRelu6,
  kCount
};

// y = activation(x * weight^T + bias + residual), for rows of x.
struct Dense {
  int64_t columns;      // of x
  int64_t outputs;      // of y
  const float* packed;  // pack() of the weight
  const float* bias;    // `outputs` floats, or null
  Activation activation = Activation::kNone;
  float slope = 0;  // of kLeakyRelu
};

// Rows of floats, each `stride` after the one before.
struct Rows {
  const float* base = nullptr;
  int64_t stride = 0;
};

// A convolution over an image of which the channels lie together (channels last). The weight is packed as
// that of a dense layer whose columns are the kernel's rows, columns and channels, in this order.
struct Convolution {
  Dense dense;
  const float* image;  // batch * height * width * channels
  int64_t channels, height, width;
  int64_t kernel[2], stride[2], padding[2], dilation[2];
  int64_t extents[2];  // of the output
};

// One encoder layer of a transformer, for `batch` sequences of `length` rows of `width` floats.
struct Encoder {
  int64_t batch, length, width, heads;
  bool norm_first;
  Dense in_projection, out_projection, linear1, linear2;
  const float *norm1_weight, *norm1_bias, *norm2_weight, *norm2_bias;
  float eps;
  const float* x;
  float* projected;  // batch * length * 3 * width
  float* attended;   // batch * length * width
  float* y;
};

struct Kernels {
  // Floats of a packed weight of `outputs` rows of `columns` floats.
  int64_t (*packed_size)(int64_t outputs, int64_t columns);
  // The outputs of one panel: work is shared out by panels where there are few rows.
  int64_t panel_width;
  void (*pack)(int64_t outputs, int64_t columns, const float* weight, float* packed);
  // Panels [panel_begin, panel_end) of `rows` rows. residual.base may be null; y has `y_stride` floats a row.
  void (*dense)(const Dense& dense, Rows x, int64_t rows, Rows residual, float* y, int64_t y_stride,
                int64_t panel_begin, int64_t panel_end);
  // Pixels [begin, end) of the output, counted through the batch. `scratch` has convolve_scratch floats.
  int64_t (*convolve_scratch)(const Convolution& convolution);
  void (*convolve)(const Convolution& convolution, float* y, int64_t begin, int64_t end, float* scratch);
  // The three parts of an encoder layer: each needs the whole of the one before. Rows and heads are counted
  // through the batch. `scratch` has encoder_scratch floats for each thread.
  int64_t (*encoder_scratch)(const Encoder& encoder);
  void (*project)(const Encoder& encoder, int64_t row_begin, int64_t row_end, float* scratch);
  void (*attend)(const Encoder& encoder, int64_t head_begin, int64_t head_end, float* scratch);
  void (*finish)(const Encoder& encoder, int64_t row_begin, int64_t row_end, float* scratch);
};

}  // namespace ltn::prepared
