// The kernels with AVX-512. Nothing but the kernels is included below the pragma: an inline function of a
// library header, compiled here, could be the copy that the linker keeps for machines without AVX-512.
#include "nn/chain/kernels.h"
#include "nn/recurrent/kernels.h"

#if LTN_RECURRENT_X86
#include <immintrin.h>

#include <cmath>
#include <cstring>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx2,fma"))), apply_to = function)
#else
#pragma GCC diagnostic ignored "-Wuninitialized"  // g++ 12 says so of its own header's undefined vectors
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx2,fma")
#endif

#define LTN_RECURRENT_ISA avx512
namespace ltn::recurrent::avx512 {

constexpr int kLanes = 16;
constexpr int kAccumulators = 24;  // of 32 registers

struct Vec {
  __m512 v;
};

inline Vec set1(float x) { return {_mm512_set1_ps(x)}; }
inline Vec load(const float* p) { return {_mm512_loadu_ps(p)}; }
inline void store(float* p, Vec a) { _mm512_storeu_ps(p, a.v); }
inline __mmask16 first(int64_t n) { return static_cast<__mmask16>((1U << n) - 1U); }
inline Vec loadSome(const float* p, int64_t n) { return {_mm512_maskz_loadu_ps(first(n), p)}; }
inline void storeSome(float* p, Vec a, int64_t n) { _mm512_mask_storeu_ps(p, first(n), a.v); }
inline Vec operator+(Vec a, Vec b) { return {_mm512_add_ps(a.v, b.v)}; }
inline Vec operator-(Vec a, Vec b) { return {_mm512_sub_ps(a.v, b.v)}; }
inline Vec operator*(Vec a, Vec b) { return {_mm512_mul_ps(a.v, b.v)}; }
inline Vec fma(Vec a, Vec b, Vec c) { return {_mm512_fmadd_ps(a.v, b.v, c.v)}; }
inline Vec fnma(Vec a, Vec b, Vec c) { return {_mm512_fnmadd_ps(a.v, b.v, c.v)}; }
// x86 min and max return the second operand where either is NaN: the value that may be NaN comes second.
inline Vec atLeast(Vec a, float low) { return {_mm512_max_ps(_mm512_set1_ps(low), a.v)}; }
inline Vec atMost(Vec a, float high) { return {_mm512_min_ps(_mm512_set1_ps(high), a.v)}; }
inline Vec larger(Vec a, Vec b) { return {_mm512_max_ps(a.v, b.v)}; }
inline Vec absolute(Vec a) { return {_mm512_abs_ps(a.v)}; }
inline Vec withSignOf(Vec magnitude, Vec s) {
  return {_mm512_or_ps(magnitude.v, _mm512_and_ps(s.v, _mm512_set1_ps(-0.0F)))};
}
inline Vec roundEven(Vec a) {
  return {_mm512_roundscale_ps(a.v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)};
}
inline Vec powerOfTwo(Vec n) { return {_mm512_scalef_ps(_mm512_set1_ps(1.0F), n.v)}; }
// a / b for finite b: an estimate of 1/b and one Newton step, which is much cheaper here than a division.
inline Vec quotient(Vec a, Vec b) {
  const __m512 estimate = _mm512_rcp14_ps(b.v);
  const __m512 rest = _mm512_fnmadd_ps(b.v, estimate, _mm512_set1_ps(1.0F));
  return {_mm512_mul_ps(a.v, _mm512_fmadd_ps(estimate, rest, estimate))};
}
inline Vec divide(Vec a, Vec b) { return {_mm512_div_ps(a.v, b.v)}; }
inline Vec zeroUnlessPositive(Vec a, Vec where) {
  const __mmask16 keep = _mm512_cmp_ps_mask(where.v, _mm512_setzero_ps(), _CMP_NLE_UQ);
  return {_mm512_maskz_mov_ps(keep, a.v)};
}
inline void prefetch(const float* p) { _mm_prefetch(reinterpret_cast<const char*>(p), _MM_HINT_T0); }
inline float sum(Vec a) { return _mm512_reduce_add_ps(a.v); }

}  // namespace ltn::recurrent::avx512

#include "nn/recurrent/table.inl.h"
// Uses those before.
#include "nn/chain/table.inl.h"

const ltn::recurrent::Kernels ltn::recurrent::kAvx512Kernels = ltn::recurrent::avx512::table("avx512");
const ltn::chain::Kernels ltn::chain::kAvx512Kernels = ltn::recurrent::avx512::small::chainTable();

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif  // LTN_RECURRENT_X86
