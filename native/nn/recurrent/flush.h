// Denormal numbers as zero, for a while.
#pragma once

#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>
#define LTN_RECURRENT_SSE 1
#endif

#include <cstdint>

namespace ltn::recurrent {

// On this thread, for its lifetime, numbers below 1.2e-38 count as zero. Gradients that fade through a few
// hundred time steps end there, and arithmetic with such numbers is some hundred times slower.
class FlushDenormals {
 public:
#if LTN_RECURRENT_SSE
  FlushDenormals() : before_(_mm_getcsr()) { _mm_setcsr(before_ | 0x8040U); }
  ~FlushDenormals() { _mm_setcsr((_mm_getcsr() & ~0x8040U) | (before_ & 0x8040U)); }
#elif defined(__aarch64__) && defined(__GNUC__)
  FlushDenormals() : before_(read()) { write(before_ | kFlush); }
  ~FlushDenormals() { write(before_); }
#else
  FlushDenormals() = default;
  ~FlushDenormals() = default;
#endif
  FlushDenormals(const FlushDenormals&) = delete;
  FlushDenormals& operator=(const FlushDenormals&) = delete;

 private:
#if LTN_RECURRENT_SSE
  uint32_t before_;
#elif defined(__aarch64__) && defined(__GNUC__)
  static constexpr uint64_t kFlush = 1U << 24;
  static uint64_t read() {
    uint64_t value;
    asm volatile("mrs %0, fpcr" : "=r"(value));
    return value;
  }
  static void write(uint64_t value) { asm volatile("msr fpcr, %0" : : "r"(value)); }
  uint64_t before_;
#endif
};

}  // namespace ltn::recurrent
