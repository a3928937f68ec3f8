// Activations, layer norms and the cross entropy. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA::small {

using chain::Activation;

template <class F>
inline void forVectors(int64_t count, const F& f) {
  int64_t at = 0;
  for (; at + kLanes <= count; at += kLanes) f(at, AllLanes{});
  if (at < count) f(at, count - at);
}

// y[i] = f(x[i])
template <class F>
inline void mapOne(int64_t count, const float* x, float* y, const F& f) {
  forVectors(count, [&](int64_t at, auto left) { storePart(y + at, f(loadPart(x + at, left)), left); });
}

// out[i] = f(a[i], b[i])
template <class F>
inline void mapTwo(int64_t count, const float* a, const float* b, float* out, const F& f) {
  forVectors(count, [&](int64_t at, auto left) {
    storePart(out + at, f(loadPart(a + at, left), loadPart(b + at, left)), left);
  });
}

inline void addAll(int64_t count, const float* a, const float* b, float* out) {
  mapTwo(count, a, b, out, [](Vec x, Vec y) { return x + y; });
}

// The compiler makes vectors of this loop. A product even where nothing is kept: NaN and infinity stay what
// libtorch makes of them.
inline void keep(int64_t count, const float* x, const uint8_t* mask, float scale, float* out) {
  for (int64_t i = 0; i < count; i++) out[i] = x[i] * (static_cast<float>(mask[i]) * scale);
}

inline void reluKeepBackward(int64_t count, const float* y, const float* dy, float scale, float* dx) {
  mapTwo(count, y, dy, dx, [&](Vec value, Vec d) { return zeroUnlessPositive(d * set1(scale), value); });
}

// NOLINTBEGIN(modernize-use-std-numbers)
constexpr float kRootOfTwoOverPi = 0.797884561F;
constexpr float kGeluCube = 0.044715F;
constexpr float kRootOfHalf = 0.707106781F;
constexpr float kDensity = 0.398942280F;  // 1 / sqrt(2 pi)
// NOLINTEND(modernize-use-std-numbers)

LTN_INLINE Vec geluInner(Vec x) {
  return x * set1(kRootOfTwoOverPi) * fma(x * x, set1(kGeluCube), set1(1.0F));
}

// e^x for x at most 0; exactly 0 below -87.
LTN_INLINE Vec expOfNegative(Vec x) {
  const Exponent e = splitExp(atLeast(x, -87.0F));
  return zeroUnlessPositive(fma(e.scale, e.small, e.scale), x + set1(87.0F));
}

// Abramowitz and Stegun 7.1.26: an error of at most 1.5e-7.
LTN_INLINE Vec erfOf(Vec x, Vec exponential) {
  const Vec one = set1(1.0F);
  const Vec t = quotient(one, fma(absolute(x), set1(0.3275911F), one));
  Vec p = set1(1.061405429F);
  p = fma(p, t, set1(-1.453152027F));
  p = fma(p, t, set1(1.421413741F));
  p = fma(p, t, set1(-0.284496736F));
  p = fma(p, t, set1(0.254829592F));
  return withSignOf(fnma(p * t, exponential, one), x);
}

// The normal distribution's share below x, and e^(-x^2 / 2).
struct Normal {
  Vec below;
  Vec exponential;
};

LTN_INLINE Normal normalOf(Vec x) {
  const Vec half = x * set1(kRootOfHalf);
  const Vec exponential = expOfNegative(set1(0.0F) - half * half);
  return {set1(0.5F) * (set1(1.0F) + erfOf(half, exponential)), exponential};
}

inline void activate(Activation activation, int64_t count, const float* x, float* y) {
  switch (activation) {
    case Activation::kRelu:
      return mapOne(count, x, y, [](Vec v) { return zeroUnlessPositive(v, v); });
    case Activation::kTanh:
      return mapOne(count, x, y, [](Vec v) { return tanh(v); });
    case Activation::kSigmoid:
      return mapOne(count, x, y, [](Vec v) { return sigmoid(v); });
    case Activation::kSilu:
      return mapOne(count, x, y, [](Vec v) { return v * sigmoid(v); });
    case Activation::kGelu:
      return mapOne(count, x, y, [](Vec v) { return v * normalOf(v).below; });
    default:
      return mapOne(count, x, y, [](Vec v) { return v * set1(0.5F) * (set1(1.0F) + tanh(geluInner(v))); });
  }
}

inline void activateBackward(Activation activation, int64_t count, const float* saved, const float* dy,
                             float* dx) {
  const Vec one = set1(1.0F);
  switch (activation) {
    case Activation::kRelu:
      return mapTwo(count, saved, dy, dx, [](Vec y, Vec d) { return zeroUnlessPositive(d, y); });
    case Activation::kTanh:
      return mapTwo(count, saved, dy, dx, [&](Vec y, Vec d) { return d * fnma(y, y, one); });
    case Activation::kSigmoid:
      return mapTwo(count, saved, dy, dx, [&](Vec y, Vec d) { return d * (one - y) * y; });
    case Activation::kSilu:
      return mapTwo(count, saved, dy, dx, [&](Vec x, Vec d) {
        const Vec s = sigmoid(x);
        return d * s * fma(x, one - s, one);
      });
    case Activation::kGelu:
      return mapTwo(count, saved, dy, dx, [](Vec x, Vec d) {
        const Normal normal = normalOf(x);
        return d * fma(x * set1(kDensity), normal.exponential, normal.below);
      });
    default:
      return mapTwo(count, saved, dy, dx, [&](Vec x, Vec d) {
        const Vec t = tanh(geluInner(x));
        const Vec inner = set1(kRootOfTwoOverPi) * fma(x * x, set1(3 * kGeluCube), one);
        const Vec left = set1(0.5F) * (one + t);
        return d * fma(set1(0.5F) * x * fnma(t, t, one), inner, left);
      });
  }
}

inline void layerNorm(int64_t rows, int64_t columns, float eps, const float* x, const float* weight,
                      const float* bias, float* y, float* stats) {
  const float each = 1.0F / static_cast<float>(columns);
  for (int64_t row = 0; row < rows; row++, x += columns, y += columns) {
    Vec sums = set1(0.0F);
    forVectors(columns, [&](int64_t at, auto left) { sums = sums + loadPart(x + at, left); });
    const float mean = sum(sums) * each;
    Vec squares = set1(0.0F);
    forVectors(columns, [&](int64_t at, auto left) {
      const Vec rest = loadPart(x + at, left) - set1(mean);
      storePart(y + at, rest, left);
      const Vec counted = loadPart(y + at, left);  // nothing beyond the row
      squares = fma(counted, counted, squares);
    });
    const float rstd = 1.0F / std::sqrt(sum(squares) * each + eps);
    forVectors(columns, [&](int64_t at, auto left) {
      const Vec unit = loadPart(y + at, left) * set1(rstd);
      const Vec scaled = weight == nullptr ? unit : unit * loadPart(weight + at, left);
      storePart(y + at, bias == nullptr ? scaled : scaled + loadPart(bias + at, left), left);
    });
    stats[2 * row] = mean;
    stats[2 * row + 1] = rstd;
  }
}

inline void layerNormBackward(int64_t rows, int64_t columns, const float* x, const float* stats,
                              const float* weight, const float* dy, float* dx, float* dw, float* db) {
  const float each = 1.0F / static_cast<float>(columns);
  for (int64_t row = 0; row < rows; row++, x += columns, dy += columns) {
    const Vec mean = set1(stats[2 * row]);
    const Vec rstd = set1(stats[2 * row + 1]);
    Vec sums = set1(0.0F);
    Vec products = set1(0.0F);
    forVectors(columns, [&](int64_t at, auto left) {
      const Vec d = loadPart(dy + at, left);
      const Vec unit = (loadPart(x + at, left) - mean) * rstd;
      const Vec g = weight == nullptr ? d : d * loadPart(weight + at, left);
      sums = sums + g;
      products = fma(g, unit, products);
      if (dw != nullptr) storePart(dw + at, fma(d, unit, loadPart(dw + at, left)), left);
      if (db != nullptr) storePart(db + at, d + loadPart(db + at, left), left);
    });
    if (dx == nullptr) continue;
    const Vec shift = set1(sum(sums) * each);
    const Vec slope = set1(sum(products) * each);
    forVectors(columns, [&](int64_t at, auto left) {
      const Vec d = loadPart(dy + at, left);
      const Vec unit = (loadPart(x + at, left) - mean) * rstd;
      const Vec g = weight == nullptr ? d : d * loadPart(weight + at, left);
      storePart(dx + at, rstd * fnma(unit, slope, g - shift), left);
    });
    dx += columns;
  }
}

inline float crossEntropy(int64_t classes, const float* scores, int64_t label, float scale, float* grad) {
  const float most = largest(scores, classes);
  mapOne(classes, scores, grad, [&](Vec x) { return expOfNegative(x - set1(most)); });
  Vec sums = set1(0.0F);
  forVectors(classes, [&](int64_t at, auto left) { sums = sums + loadPart(grad + at, left); });
  const float total = sum(sums);
  const Vec factor = set1(scale / total);
  mapOne(classes, grad, grad, [&](Vec x) { return x * factor; });
  grad[label] -= scale;
  return std::log(total) - (scores[label] - most);
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA::small
