// The kernels in plain C++, for every other processor and compiler: four lanes that a compiler turns into
// SSE2 or NEON.
#include <cmath>
#include <cstring>

#include "nn/chain/kernels.h"
#include "nn/recurrent/kernels.h"

#define LTN_RECURRENT_ISA portable
namespace ltn::recurrent::portable {

constexpr int kLanes = 4;
constexpr int kAccumulators = 12;

// GCC and Clang have vectors of their own. Spelled lane by lane, each operator is four lambdas to inline, and
// GCC takes 40 s for this file.
#if defined(__GNUC__) || defined(__clang__)
using Vec = float __attribute__((vector_size(kLanes * sizeof(float))));
using Bits = int32_t __attribute__((vector_size(kLanes * sizeof(float))));
#else
struct Vec {
  float lanes[kLanes];
  float operator[](int i) const { return lanes[i]; }
};
#endif

template <class F>
inline Vec each(F f) {
  return Vec{f(0), f(1), f(2), f(3)};
}

inline Vec set1(float x) { return Vec{x, x, x, x}; }
inline Vec load(const float* p) {
  Vec a;
  std::memcpy(&a, p, sizeof a);
  return a;
}
inline void store(float* p, Vec a) { std::memcpy(p, &a, sizeof a); }
inline Vec loadSome(const float* p, int64_t n) {
  return each([&](int i) { return i < n ? p[i] : 0.0F; });
}
inline void storeSome(float* p, Vec a, int64_t n) {
  for (int i = 0; i < n; i++) p[i] = a[i];
}

// A NaN compares false: atLeast and atMost let it pass.
#if defined(__GNUC__) || defined(__clang__)
inline Vec choose(Bits where, Vec yes, Vec no) { return Vec((where & Bits(yes)) | (~where & Bits(no))); }
inline Vec atLeast(Vec a, float low) { return choose(a < set1(low), set1(low), a); }
inline Vec atMost(Vec a, float high) { return choose(a > set1(high), set1(high), a); }
inline Vec larger(Vec a, Vec b) { return choose(a > b, a, b); }
inline Vec absolute(Vec a) { return Vec(Bits(a) & ~Bits(set1(-0.0F))); }
inline Vec withSignOf(Vec magnitude, Vec s) { return choose(Bits(set1(-0.0F)), s, magnitude); }
inline Vec zeroUnlessPositive(Vec a, Vec where) { return Vec(Bits(a) & ~(where <= set1(0.0F))); }
#else
inline Vec operator+(Vec a, Vec b) {
  return each([&](int i) { return a[i] + b[i]; });
}
inline Vec operator-(Vec a, Vec b) {
  return each([&](int i) { return a[i] - b[i]; });
}
inline Vec operator*(Vec a, Vec b) {
  return each([&](int i) { return a[i] * b[i]; });
}
inline Vec operator/(Vec a, Vec b) {
  return each([&](int i) { return a[i] / b[i]; });
}
inline Vec atLeast(Vec a, float low) {
  return each([&](int i) { return a[i] < low ? low : a[i]; });
}
inline Vec atMost(Vec a, float high) {
  return each([&](int i) { return a[i] > high ? high : a[i]; });
}
inline Vec larger(Vec a, Vec b) {
  return each([&](int i) { return a[i] > b[i] ? a[i] : b[i]; });
}
inline Vec absolute(Vec a) {
  return each([&](int i) { return std::fabs(a[i]); });
}
inline Vec withSignOf(Vec magnitude, Vec s) {
  return each([&](int i) { return std::copysign(magnitude[i], s[i]); });
}
inline Vec zeroUnlessPositive(Vec a, Vec where) {
  return each([&](int i) { return where[i] <= 0.0F ? 0.0F : a[i]; });
}
#endif

inline Vec fma(Vec a, Vec b, Vec c) { return a * b + c; }
inline Vec fnma(Vec a, Vec b, Vec c) { return c - a * b; }
inline Vec quotient(Vec a, Vec b) { return a / b; }
inline Vec divide(Vec a, Vec b) { return a / b; }
inline Vec roundEven(Vec a) {
  return each([&](int i) { return std::nearbyint(a[i]); });
}
inline Vec powerOfTwo(Vec n) {
  return each([&](int i) { return std::isnan(n[i]) ? n[i] : std::ldexp(1.0F, static_cast<int>(n[i])); });
}
inline void prefetch(const float* p) {
#if defined(__GNUC__) || defined(__clang__)
  __builtin_prefetch(p);
#endif
}
inline float sum(Vec a) { return (a[0] + a[1]) + (a[2] + a[3]); }

}  // namespace ltn::recurrent::portable

#include "nn/recurrent/table.inl.h"
// Uses those before.
#include "nn/chain/table.inl.h"

const ltn::recurrent::Kernels ltn::recurrent::kPortableKernels = ltn::recurrent::portable::table("portable");
const ltn::chain::Kernels ltn::chain::kPortableKernels = ltn::recurrent::portable::small::chainTable();
