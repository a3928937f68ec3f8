// Convolutions as products of gathered pixels with packed weights. In the namespace of the including
// instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

inline void copyFloats(float* to, const float* from, int64_t count) {
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) store(to + i, load(from + i));
  if (i < count) storeSome(to + i, loadSome(from + i, count - i), count - i);
}

inline void clearFloats(float* to, int64_t count) {
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) store(to + i, set1(0.0F));
  if (i < count) storeSome(to + i, set1(0.0F), count - i);
}

// What one row of the kernel covers, from column `left` of the image row on, which may begin or end outside.
inline void gatherRow(const prepared::Convolution& c, const float* image_row, int64_t left, float* to) {
  const int64_t step = c.dilation[1];
  if (step == 1) {
    const int64_t outside = left < 0 ? (-left < c.kernel[1] ? -left : c.kernel[1]) : 0;
    const int64_t end = left + c.kernel[1] < c.width ? c.kernel[1] : c.width - left;
    const int64_t inside = end > outside ? end - outside : 0;
    clearFloats(to, outside * c.channels);
    copyFloats(to + outside * c.channels, image_row + (left + outside) * c.channels, inside * c.channels);
    const int64_t filled = outside + inside;
    clearFloats(to + filled * c.channels, (c.kernel[1] - filled) * c.channels);
    return;
  }
  for (int64_t j = 0; j < c.kernel[1]; j++, to += c.channels) {
    const int64_t column = left + j * step;
    if (column < 0 || column >= c.width) {
      clearFloats(to, c.channels);
    } else {
      copyFloats(to, image_row + column * c.channels, c.channels);
    }
  }
}

// All that the kernel covers for pixel `pixel` of the output.
inline void gatherPixel(const prepared::Convolution& c, int64_t pixel, float* to) {
  const int64_t column = pixel % c.extents[1] * c.stride[1] - c.padding[1];
  const int64_t rest = pixel / c.extents[1];
  const int64_t row = rest % c.extents[0] * c.stride[0] - c.padding[0];
  const float* image = c.image + rest / c.extents[0] * c.height * c.width * c.channels;
  const int64_t wide = c.kernel[1] * c.channels;
  for (int64_t i = 0; i < c.kernel[0]; i++, to += wide) {
    const int64_t from = row + i * c.dilation[0];
    if (from < 0 || from >= c.height) {
      clearFloats(to, wide);
    } else {
      gatherRow(c, image + from * c.width * c.channels, column, to);
    }
  }
}

constexpr int64_t kGathered = 2 * kPairRows;  // pixels at a time

inline int64_t convolveScratch(const prepared::Convolution& c) {
  return kGathered * (c.dense.columns + kPad);
}

inline void convolve(const prepared::Convolution& c, float* y, int64_t begin, int64_t end, float* scratch) {
  const int64_t outputs = c.dense.outputs;
  const int64_t stride = c.dense.columns + kPad;
  const int64_t panels = panelCount(outputs, kPair);
  const bool is_pointwise =
      c.kernel[0] * c.kernel[1] * c.stride[0] * c.stride[1] == 1 && c.padding[0] + c.padding[1] == 0;
  if (is_pointwise) {
    const prepared::Rows x{c.image + begin * c.channels, c.channels};
    return runDense(c.dense, x, end - begin, {}, y + begin * outputs, outputs, 0, panels);
  }
  for (int64_t pixel = begin; pixel < end; pixel += kGathered) {
    const int64_t count = end - pixel < kGathered ? end - pixel : kGathered;
    for (int64_t i = 0; i < count; i++) gatherPixel(c, pixel + i, scratch + i * stride);
    runDense(c.dense, {scratch, stride}, count, {}, y + pixel * outputs, outputs, 0, panels);
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
