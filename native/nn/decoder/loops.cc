#include "nn/decoder/loops.h"

namespace ltn::decoder {

void scaleRows(const float* x, const float* scale, const float* weight, float* y, int64_t rows,
               int64_t width) {
  for (int64_t row = 0; row < rows; row++, x += width, y += width) {
    const float times = scale[row];
    for (int64_t i = 0; i < width; i++) y[i] = weight[i] * (x[i] * times);
  }
}

void scaleRowsBackward(const float* grad, const float* x, const float* scale, const float* weight,
                       const NormGradients& to, int64_t rows, int64_t width) {
  for (int64_t row = 0; row < rows; row++) {
    const float times = scale[row];
    const int64_t at = row * width;
    const float* __restrict g = grad + at;
    const float* __restrict from = x + at;
    float* __restrict straight = to.straight + at;
    float* __restrict to_scale = to.to_scale + at;
    float* __restrict to_weight = to.to_weight + at;
    for (int64_t i = 0; i < width; i++) {
      const float weighted = g[i] * weight[i];
      straight[i] = weighted * times;
      to_scale[i] = weighted * from[i];
      to_weight[i] = g[i] * (from[i] * times);
    }
  }
}

void doubleRows(const float* x, const float* factor, float* y, int64_t rows, int64_t width) {
  for (int64_t row = 0; row < rows; row++, x += width, y += width) {
    const float times = factor[row];
    for (int64_t i = 0; i < width; i++) y[i] = times * (x[i] * 2.0F);
  }
}

namespace {

int64_t placeOf(const Places& places, int64_t batch, int64_t head, int64_t token) {
  return batch * places.batch + head * places.head + token * places.token;
}

// Calls f(from, to, angles) for each row, in the order of `to`'s memory where tokens come before heads.
template <class F>
void eachRow(const Turning& t, const F& f) {
  for (int64_t batch = 0; batch < t.batch; batch++) {
    for (int64_t token = 0; token < t.tokens; token++) {
      for (int64_t head = 0; head < t.heads; head++) {
        f(placeOf(t.from, batch, head, token), placeOf(t.to, batch, head, token),
          placeOf(t.angles, batch, 0, token));
      }
    }
  }
}

}  // namespace

void turn(const Turning& turning, const float* x, float* y) {
  const int64_t half = turning.width / 2;
  eachRow(turning, [&](int64_t from, int64_t to, int64_t angles) {
    const float* __restrict in = x + from;
    const float* __restrict cosines = turning.cosines + angles;
    const float* __restrict sines = turning.sines + angles;
    float* __restrict out = y + to;
    for (int64_t i = 0; i < half; i++) out[i] = in[i] * cosines[i] + -in[i + half] * sines[i];
    for (int64_t i = 0; i < half; i++)
      out[i + half] = in[i + half] * cosines[i + half] + in[i] * sines[i + half];
  });
}

void turnBack(const Turning& turning, const float* grad, float* to_x) {
  const int64_t half = turning.width / 2;
  eachRow(turning, [&](int64_t from, int64_t to, int64_t angles) {
    const float* __restrict in = grad + from;
    const float* __restrict cosines = turning.cosines + angles;
    const float* __restrict sines = turning.sines + angles;
    float* __restrict out = to_x + to;
    // The zero is what libtorch adds for the half that a slice leaves out.
    for (int64_t i = 0; i < half; i++) out[i] = (in[i + half] * sines[i + half] + 0.0F) + in[i] * cosines[i];
    for (int64_t i = 0; i < half; i++)
      out[i + half] = (0.0F + -(in[i] * sines[i])) + in[i + half] * cosines[i + half];
  });
}

}  // namespace ltn::decoder
