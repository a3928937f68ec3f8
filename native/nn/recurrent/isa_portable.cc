// The kernels in plain C++, for every other processor and compiler: four lanes that a compiler turns into
// SSE2 or NEON.
#include <cmath>
#include <cstring>

#include "nn/recurrent/kernels.h"

#define LTN_RECURRENT_ISA portable
namespace ltn::recurrent::portable {

constexpr int kLanes = 4;
constexpr int kAccumulators = 12;

struct Vec {
  float v[kLanes];
};

template <class F>
inline Vec each(F f) {
  return {{f(0), f(1), f(2), f(3)}};
}

inline Vec set1(float x) { return {{x, x, x, x}}; }
inline Vec load(const float* p) { return {{p[0], p[1], p[2], p[3]}}; }
inline void store(float* p, Vec a) {
  for (int i = 0; i < kLanes; i++) p[i] = a.v[i];
}
inline Vec load_some(const float* p, int64_t n) {
  return each([&](int i) { return i < n ? p[i] : 0.0F; });
}
inline void store_some(float* p, Vec a, int64_t n) {
  for (int i = 0; i < n; i++) p[i] = a.v[i];
}
inline Vec operator+(Vec a, Vec b) {
  return each([&](int i) { return a.v[i] + b.v[i]; });
}
inline Vec operator-(Vec a, Vec b) {
  return each([&](int i) { return a.v[i] - b.v[i]; });
}
inline Vec operator*(Vec a, Vec b) {
  return each([&](int i) { return a.v[i] * b.v[i]; });
}
inline Vec fma(Vec a, Vec b, Vec c) {
  return each([&](int i) { return a.v[i] * b.v[i] + c.v[i]; });
}
inline Vec fnma(Vec a, Vec b, Vec c) {
  return each([&](int i) { return c.v[i] - a.v[i] * b.v[i]; });
}
// A NaN compares false and stays.
inline Vec at_least(Vec a, float low) {
  return each([&](int i) { return a.v[i] < low ? low : a.v[i]; });
}
inline Vec at_most(Vec a, float high) {
  return each([&](int i) { return a.v[i] > high ? high : a.v[i]; });
}
inline Vec absolute(Vec a) {
  return each([&](int i) { return std::fabs(a.v[i]); });
}
inline Vec with_sign_of(Vec magnitude, Vec s) {
  return each([&](int i) { return std::copysign(magnitude.v[i], s.v[i]); });
}
inline Vec round_even(Vec a) {
  return each([&](int i) { return std::nearbyint(a.v[i]); });
}
inline Vec power_of_two(Vec n) {
  return each(
      [&](int i) { return std::isnan(n.v[i]) ? n.v[i] : std::ldexp(1.0F, static_cast<int>(n.v[i])); });
}
inline Vec quotient(Vec a, Vec b) {
  return each([&](int i) { return a.v[i] / b.v[i]; });
}
inline Vec zero_unless_positive(Vec a, Vec where) {
  return each([&](int i) { return where.v[i] <= 0.0F ? 0.0F : a.v[i]; });
}
inline void prefetch(const float* p) {
#if defined(__GNUC__) || defined(__clang__)
  __builtin_prefetch(p);
#endif
}
inline float sum(Vec a) { return (a.v[0] + a.v[1]) + (a.v[2] + a.v[3]); }

}  // namespace ltn::recurrent::portable

#include "nn/recurrent/table.inl.h"

const ltn::recurrent::Kernels ltn::recurrent::kPortableKernels = ltn::recurrent::portable::table("portable");
