// One head of self-attention. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA::small {

using chain::Head;

// Parts of a thread's memory.
class Scratch {
 public:
  explicit Scratch(float* base) : next_(base) {}
  float* take(int64_t count) {
    float* taken = next_;
    next_ += count;
    return taken;
  }

 private:
  float* next_;
};

inline int64_t headScratch(int64_t length, int64_t size) {
  return 5 * length * size + 2 * packedSize(length, size) + 2 * length * length;
}

inline float* gather(Scratch& scratch, const Head& head, const float* from, int64_t stride) {
  float* to = scratch.take(head.length * head.size);
  for (int64_t row = 0; row < head.length; row++) {
    std::memcpy(to + row * head.size, from + row * stride, sizeof(float) * static_cast<size_t>(head.size));
  }
  return to;
}

inline void scatter(const Head& head, const float* from, float* to, int64_t stride) {
  for (int64_t row = 0; row < head.length; row++) {
    std::memcpy(to + row * stride, from + row * head.size, sizeof(float) * static_cast<size_t>(head.size));
  }
}

// a · bᵀ, where both have a row for each position.
inline void productOfRows(Scratch scratch, const Head& head, const float* a, const float* b, float* out) {
  float* packed = scratch.take(packedSize(head.length, head.size));
  packWeight(head.length, head.size, b, packed);
  linear(head.length, head.size, head.length, a, packed, nullptr, out);
}

// What is added to a row of scores, and what of it counts at all.
inline void scaleRow(const Head& head, int64_t row, float* scores) {
  const int64_t count = head.length;
  if (head.mask == nullptr) {
    mapOne(count, scores, scores, [&](Vec x) { return x * set1(head.scale); });
  } else {
    const float* mask = head.mask + row * head.mask_stride;
    mapTwo(count, scores, mask, scores, [&](Vec x, Vec m) { return fma(x, set1(head.scale), m); });
  }
  if (!head.causal) return;
  for (int64_t i = row + 1; i < count; i++) scores[i] = -INFINITY;
}

// e^(x - level), 0 for a row without anything that counts, whose level is infinite.
inline void exponentials(int64_t count, float* scores, float level) {
  mapOne(count, scores, scores, [&](Vec x) { return expOfNegative(x - set1(level)); });
}

inline void headForward(const Head& head, float* memory) {
  Scratch scratch(memory);
  const int64_t count = head.length;
  const float* q = gather(scratch, head, head.q, head.stride);
  const float* k = gather(scratch, head, head.k, head.stride);
  const float* v = gather(scratch, head, head.v, head.stride);
  float* out = scratch.take(count * head.size);
  float* scores = scratch.take(count * count);
  productOfRows(scratch, head, q, k, scores);
  for (int64_t row = 0; row < count; row++) {
    float* x = scores + row * count;
    scaleRow(head, row, x);
    const float most = largest(x, count);
    exponentials(count, x, most == -INFINITY ? INFINITY : most);
    Vec sums = set1(0.0F);
    forVectors(count, [&](int64_t at, auto left) { sums = sums + loadPart(x + at, left); });
    const float total = sum(sums);
    head.levels[row] = most == -INFINITY ? INFINITY : most + std::log(total);
    const float share = most == -INFINITY ? 0.0F : 1.0F / total;
    if (head.keep != nullptr) {
      keep(count, x, head.keep + row * count, head.keep_scale * share, x);
    } else {
      mapOne(count, x, x, [&](Vec e) { return e * set1(share); });
    }
  }
  productOf(count, head.size, count, ByRows{scores, count}, v, out);
  scatter(head, out, head.out, head.out_stride);
}

// From the weights p and the gradient of what was kept of them: the gradient of the scores into `grads`, and
// what was kept into `weights`.
inline void scoresBackward(const Head& head, int64_t row, float* weights, float* grads) {
  const int64_t count = head.length;
  const uint8_t* kept = head.keep == nullptr ? nullptr : head.keep + row * count;
  if (kept != nullptr) keep(count, grads, kept, head.keep_scale, grads);
  Vec products = set1(0.0F);
  forVectors(count, [&](int64_t at, auto left) {
    products = fma(loadPart(weights + at, left), loadPart(grads + at, left), products);
  });
  const Vec mean = set1(sum(products));
  mapTwo(count, weights, grads, grads, [&](Vec p, Vec d) { return p * (d - mean) * set1(head.scale); });
  if (kept != nullptr) keep(count, weights, kept, head.keep_scale, weights);
}

inline void headBackward(const Head& head, float* memory) {
  Scratch scratch(memory);
  const int64_t count = head.length;
  const float* q = gather(scratch, head, head.q, head.stride);
  const float* k = gather(scratch, head, head.k, head.stride);
  const float* v = gather(scratch, head, head.v, head.stride);
  const float* d = gather(scratch, head, head.grad, head.out_stride);
  float* out = scratch.take(count * head.size);
  float* weights = scratch.take(count * count);
  float* grads = scratch.take(count * count);
  productOfRows(scratch, head, q, k, weights);
  productOfRows(scratch, head, d, v, grads);
  for (int64_t row = 0; row < count; row++) {
    float* x = weights + row * count;
    scaleRow(head, row, x);
    exponentials(count, x, head.levels[row]);
    scoresBackward(head, row, x, grads + row * count);
  }
  productOf(count, head.size, count, ByColumns{weights, count}, d, out);
  scatter(head, out, head.dv, head.stride);
  productOf(count, head.size, count, ByRows{grads, count}, k, out);
  scatter(head, out, head.dq, head.stride);
  productOf(count, head.size, count, ByColumns{grads, count}, q, out);
  scatter(head, out, head.dk, head.stride);
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA::small
