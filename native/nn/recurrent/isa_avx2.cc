// The kernels with AVX2 and FMA; see isa_avx512.cc for why nothing else is included below the pragma.
#include "nn/chain/kernels.h"
#include "nn/recurrent/kernels.h"

#if LTN_RECURRENT_X86
#include <immintrin.h>

#include <cmath>
#include <cstring>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,fma")
#endif

#define LTN_RECURRENT_ISA avx2
namespace ltn::recurrent::avx2 {

constexpr int kLanes = 8;
constexpr int kAccumulators = 12;  // of 16 registers

struct Vec {
  __m256 v;
};

inline Vec set1(float x) { return {_mm256_set1_ps(x)}; }
inline Vec load(const float* p) { return {_mm256_loadu_ps(p)}; }
inline void store(float* p, Vec a) { _mm256_storeu_ps(p, a.v); }
inline __m256i first(int64_t n) {
  return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(n)),
                            _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
inline Vec loadSome(const float* p, int64_t n) { return {_mm256_maskload_ps(p, first(n))}; }
inline void storeSome(float* p, Vec a, int64_t n) { _mm256_maskstore_ps(p, first(n), a.v); }
inline Vec operator+(Vec a, Vec b) { return {_mm256_add_ps(a.v, b.v)}; }
inline Vec operator-(Vec a, Vec b) { return {_mm256_sub_ps(a.v, b.v)}; }
inline Vec operator*(Vec a, Vec b) { return {_mm256_mul_ps(a.v, b.v)}; }
inline Vec fma(Vec a, Vec b, Vec c) { return {_mm256_fmadd_ps(a.v, b.v, c.v)}; }
inline Vec fnma(Vec a, Vec b, Vec c) { return {_mm256_fnmadd_ps(a.v, b.v, c.v)}; }
// x86 min and max return the second operand where either is NaN: the value that may be NaN comes second.
inline Vec atLeast(Vec a, float low) { return {_mm256_max_ps(_mm256_set1_ps(low), a.v)}; }
inline Vec atMost(Vec a, float high) { return {_mm256_min_ps(_mm256_set1_ps(high), a.v)}; }
inline Vec larger(Vec a, Vec b) { return {_mm256_max_ps(a.v, b.v)}; }
inline Vec absolute(Vec a) { return {_mm256_andnot_ps(_mm256_set1_ps(-0.0F), a.v)}; }
inline Vec withSignOf(Vec magnitude, Vec s) {
  return {_mm256_or_ps(magnitude.v, _mm256_and_ps(s.v, _mm256_set1_ps(-0.0F)))};
}
inline Vec roundEven(Vec a) { return {_mm256_round_ps(a.v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)}; }
inline Vec powerOfTwo(Vec n) {
  const __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n.v), _mm256_set1_epi32(127));
  return {_mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23))};
}
inline Vec quotient(Vec a, Vec b) { return {_mm256_div_ps(a.v, b.v)}; }
inline Vec divide(Vec a, Vec b) { return quotient(a, b); }
inline Vec zeroUnlessPositive(Vec a, Vec where) {
  return {_mm256_and_ps(a.v, _mm256_cmp_ps(where.v, _mm256_setzero_ps(), _CMP_NLE_UQ))};
}
inline void prefetch(const float* p) { _mm_prefetch(reinterpret_cast<const char*>(p), _MM_HINT_T0); }
inline float sum(Vec a) {
  __m128 half = _mm_add_ps(_mm256_castps256_ps128(a.v), _mm256_extractf128_ps(a.v, 1));
  half = _mm_add_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_add_ss(half, _mm_movehdup_ps(half)));
}

}  // namespace ltn::recurrent::avx2

#include "nn/recurrent/table.inl.h"
// Uses those before.
#include "nn/chain/table.inl.h"

const ltn::recurrent::Kernels ltn::recurrent::kAvx2Kernels = ltn::recurrent::avx2::table("avx2");
const ltn::chain::Kernels ltn::chain::kAvx2Kernels = ltn::recurrent::avx2::small::chainTable();

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif  // LTN_RECURRENT_X86
