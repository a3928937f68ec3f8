// Arithmetic of decoders on rows of floats, without any libtorch type. Each product and each sum is rounded
// by itself (-ffp-contract=off), so that the results have the bits of libtorch's operators called one after
// the other.
#pragma once

#include <cstdint>

namespace ltn::decoder {

// y = weight * (x * scale), with a scale for each row.
void scaleRows(const float* x, const float* scale, const float* weight, float* y, int64_t rows,
               int64_t width);

// What the gradients of scaleRows need: straight = (grad * weight) * scale, to_scale = (grad * weight) * x,
// and to_weight = grad * (x * scale).
struct NormGradients {
  float* straight;
  float* to_scale;
  float* to_weight;
};
void scaleRowsBackward(const float* grad, const float* x, const float* scale, const float* weight,
                       const NormGradients& to, int64_t rows, int64_t width);

// y = factor * (x * 2), with a factor for each row: the gradient of a square.
void doubleRows(const float* x, const float* factor, float* y, int64_t rows, int64_t width);

// Rows of a head: how far it is to the next one, the next head, the next text.
struct Places {
  int64_t batch, head, token;
};

// Numbers [batch, heads, tokens, width] of which each pair turns by the angle of its position; `angles` has
// no heads.
struct Turning {
  int64_t batch, heads, tokens, width;
  Places from, to, angles;
  const float* cosines;
  const float* sines;
};

// y = x * cos + (-upper half, lower half) * sin.
void turn(const Turning& turning, const float* x, float* y);
// The gradient of x.
void turnBack(const Turning& turning, const float* grad, float* to);

}  // namespace ltn::decoder
