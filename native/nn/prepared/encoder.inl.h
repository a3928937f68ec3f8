// One encoder layer of a transformer. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

inline float squareRoot(float x) { return __builtin_sqrtf(x); }

inline void normalize(const float* x, int64_t width, const float* weight, const float* bias, float eps,
                      float* y) {
  const auto over = [&](auto f) {
    Vec total = set1(0.0F);
    for (int64_t i = 0; i < width; i += kLanes) total = total + f(loadPart(x + i, width - i), width - i);
    return sum(total) / static_cast<float>(width);
  };
  const Vec mean = set1(over([](Vec a, int64_t) { return a; }));
  const float variance = over([&](Vec a, int64_t left) {
    Vec off = a - mean;
    if (left < kLanes) {
      float lanes[kLanes] = {};
      storeSome(lanes, off, left);
      off = load(lanes);
    }
    return off * off;
  });
  const Vec scale = set1(1.0F / squareRoot(variance + eps));
  for (int64_t i = 0; i < width; i += kLanes) {
    const int64_t left = width - i;
    const Vec off = (loadPart(x + i, left) - mean) * scale;
    storePart(y + i, fma(off, loadPart(weight + i, left), loadPart(bias + i, left)), left);
  }
}

// Where there is a NaN, it may be any other number.
inline float largest(const float* row, int64_t count) {
  float lanes[kLanes];
  Vec most = set1(row[0]);
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) most = larger(load(row + i), most);
  store(lanes, most);
  float result = lanes[0];
  for (int lane = 1; lane < kLanes; lane++) result = lanes[lane] > result ? lanes[lane] : result;
  for (; i < count; i++) result = row[i] > result ? row[i] : result;
  return result;
}

// row = softmax(row * scale)
inline void softmaxRow(float* row, int64_t count, float scale) {
  const Vec top = set1(largest(row, count));
  const Vec times = set1(scale);
  float total = 0;
  Vec sums = set1(0.0F);
  for (int64_t i = 0; i < count; i += kLanes) {
    const int64_t left = count - i;
    const Exponent e = splitExp(atLeast((loadPart(row + i, left) - top) * times, -87.0F));
    const Vec value = fma(e.scale, e.small, e.scale);
    storePart(row + i, value, left);
    if (left >= kLanes) {
      sums = sums + value;
    } else {
      for (int64_t j = i; j < count; j++) total += row[j];
    }
  }
  const Vec part = set1(1.0F / (total + sum(sums)));
  eachVector(row, count, [&](Vec a) { return a * part; });
}

constexpr int64_t kBlock = 4 * kPairRows;  // rows that stay in a near cache through a chain of layers

inline int64_t encoderScratch(const prepared::Encoder& e) {
  const int64_t size = e.width / e.heads;
  const int64_t attention =
      densePackedSize(e.length, size) + densePackedSize(size, e.length) + kPairRows * (e.length + kPad);
  const int64_t chain = kBlock * (2 * e.width + e.linear1.outputs + 3 * kPad);
  return attention > chain ? attention : chain;
}

inline int64_t panelsOf(const prepared::Dense& dense) { return panelCount(dense.outputs, kPair); }

inline void project(const prepared::Encoder& e, int64_t row_begin, int64_t row_end, float* scratch) {
  for (int64_t row = row_begin; row < row_end; row += kBlock) {
    const int64_t rows = row_end - row < kBlock ? row_end - row : kBlock;
    prepared::Rows x{e.x + row * e.width, e.width};
    if (e.norm_first) {
      for (int64_t r = 0; r < rows; r++)
        normalize(x.base + r * e.width, e.width, e.norm1_weight, e.norm1_bias, e.eps, scratch + r * e.width);
      x.base = scratch;
    }
    float* y = e.projected + row * 3 * e.width;
    runDense(e.in_projection, x, rows, {}, y, 3 * e.width, 0, panelsOf(e.in_projection));
  }
}

inline void attendHead(const prepared::Encoder& e, int64_t head, float* scratch) {
  const int64_t size = e.width / e.heads;
  const int64_t stride = 3 * e.width;
  const float* query = e.projected + head / e.heads * e.length * stride + head % e.heads * size;
  const float* key = query + e.width;
  const float* value = key + e.width;
  float* keys = scratch;
  float* values = keys + densePackedSize(e.length, size);
  float* scores = values + densePackedSize(size, e.length);
  // The packed keys are columns of positions: those of a panel one after the other for each place of the
  // head.
  for (int64_t panel = 0; panel * kPair < e.length; panel++) {
    for (int64_t lane = 0; lane < kPair; lane++) {
      const int64_t position = panel * kPair + lane;
      float* out = keys + panel * kPair * size + lane;
      for (int64_t k = 0; k < size; k++)
        out[k * kPair] = position < e.length ? key[position * stride + k] : 0.0F;
    }
  }
  packColumns(size, e.length, value, stride, values);
  const prepared::Dense score{size, e.length, keys, nullptr};
  const prepared::Dense mix{e.length, size, values, nullptr};
  const int64_t score_stride = e.length + kPad;
  const float scale = 1.0F / squareRoot(static_cast<float>(size));
  float* out = e.attended + head / e.heads * e.length * e.width + head % e.heads * size;
  for (int64_t row = 0; row < e.length; row += kPairRows) {
    const int64_t rows = e.length - row < kPairRows ? e.length - row : kPairRows;
    runDense(score, {query + row * stride, stride}, rows, {}, scores, score_stride, 0, panelsOf(score));
    for (int64_t r = 0; r < rows; r++) softmaxRow(scores + r * score_stride, e.length, scale);
    runDense(mix, {scores, score_stride}, rows, {}, out + row * e.width, e.width, 0, panelsOf(mix));
  }
}

inline void attend(const prepared::Encoder& e, int64_t head_begin, int64_t head_end, float* scratch) {
  for (int64_t head = head_begin; head < head_end; head++) attendHead(e, head, scratch);
}

inline void finish(const prepared::Encoder& e, int64_t row_begin, int64_t row_end, float* scratch) {
  const int64_t wide = e.width + kPad;
  const int64_t deep = e.linear1.outputs + kPad;
  float* sums = scratch;
  float* normed = sums + kBlock * wide;
  float* hidden = normed + kBlock * wide;
  for (int64_t row = row_begin; row < row_end; row += kBlock) {
    const int64_t rows = row_end - row < kBlock ? row_end - row : kBlock;
    const prepared::Rows attended{e.attended + row * e.width, e.width};
    runDense(e.out_projection, attended, rows, {e.x + row * e.width, e.width}, sums, wide, 0,
             panelsOf(e.out_projection));
    const float* weight = e.norm_first ? e.norm2_weight : e.norm1_weight;
    const float* bias = e.norm_first ? e.norm2_bias : e.norm1_bias;
    for (int64_t r = 0; r < rows; r++)
      normalize(sums + r * wide, e.width, weight, bias, e.eps, normed + r * wide);
    runDense(e.linear1, {normed, wide}, rows, {}, hidden, deep, 0, panelsOf(e.linear1));
    float* y = e.y + row * e.width;
    const prepared::Rows residual{e.norm_first ? sums : normed, wide};
    runDense(e.linear2, {hidden, deep}, rows, residual, y, e.width, 0, panelsOf(e.linear2));
    if (e.norm_first) continue;
    for (int64_t r = 0; r < rows; r++)
      normalize(y + r * e.width, e.width, e.norm2_weight, e.norm2_bias, e.eps, y + r * e.width);
  }
}

constexpr prepared::Kernels preparedTable() {
  return {densePackedSize, kPair,          packDense, runDense, convolveScratch,
          convolve,        encoderScratch, project,   attend,   finish};
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
