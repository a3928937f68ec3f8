#include "serialization/crc32.h"

#include <array>

// Compilers that can turn an instruction set on for one function; elsewhere the tables do.
#if defined(__x86_64__) && defined(__GNUC__)
#define LTN_CRC32_CLMUL 1
#include <immintrin.h>
#endif

namespace ltn::serialization {
namespace {

constexpr uint32_t kPolynomial = 0xedb88320;  // of IEEE 802.3, reflected

// Row k holds the checksum of a byte that k zero bytes follow, so that eight bytes go in one step.
using Tables = std::array<std::array<uint32_t, 256>, 8>;

constexpr uint32_t timesX(uint32_t value) { return value & 1 ? value >> 1 ^ kPolynomial : value >> 1; }

constexpr Tables makeTables() {
  Tables tables = {};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = timesX(value);
    tables[0][i] = value;
  }
  for (size_t row = 1; row < 8; ++row) {
    for (size_t i = 0; i < 256; ++i) {
      const uint32_t last = tables[row - 1][i];
      tables[row][i] = last >> 8 ^ tables[0][last & 0xff];
    }
  }
  return tables;
}

constexpr Tables kTables = makeTables();

uint32_t little32(const uint8_t* at) {
  return uint32_t{at[0]} | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16 | uint32_t{at[3]} << 24;
}

// Takes the register, not the checksum: the two are each other's complement.
uint32_t byTables(uint32_t state, const uint8_t* at, size_t size) {
  for (; size >= 8; size -= 8, at += 8) {
    const uint32_t low = little32(at) ^ state, high = little32(at + 4);
    state = kTables[7][low & 0xff] ^ kTables[6][low >> 8 & 0xff] ^ kTables[5][low >> 16 & 0xff] ^
            kTables[4][low >> 24] ^ kTables[3][high & 0xff] ^ kTables[2][high >> 8 & 0xff] ^
            kTables[1][high >> 16 & 0xff] ^ kTables[0][high >> 24];
  }
  for (; size > 0; --size, ++at) state = kTables[0][(state ^ *at) & 0xff] ^ state >> 8;
  return state;
}

#ifdef LTN_CRC32_CLMUL

// Carry-less multiplication moves 128 bits a distance ahead in the message, modulo the polynomial. Four such
// lanes run side by side; what they fold into is a message of 16 bytes with the same checksum.
#define LTN_CLMUL __attribute__((target("pclmul,sse2")))

// x^power modulo the polynomial as a factor: the product of two reflected numbers is one bit short.
constexpr uint64_t factor(int power) {
  uint32_t value = 0x80000000;  // x^0, reflected
  for (int i = 1; i < power; ++i) value = timesX(value);
  return uint64_t{value} << 32;
}

constexpr size_t kLane = 16, kStride = 4 * kLane;

LTN_CLMUL inline __m128i ahead(__m128i lane, __m128i factors) {
  return _mm_xor_si128(_mm_clmulepi64_si128(lane, factors, 0x00), _mm_clmulepi64_si128(lane, factors, 0x11));
}

LTN_CLMUL inline __m128i load(const uint8_t* at) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}

template <int kBits>
LTN_CLMUL inline __m128i factors() {
  constexpr uint64_t kLow = factor(kBits + 64), kHigh = factor(kBits);
  return _mm_set_epi64x(static_cast<long long>(kHigh), static_cast<long long>(kLow));
}

// `size` is at least kStride; the rest that is shorter than a lane goes through the tables.
LTN_CLMUL uint32_t byFolding(uint32_t state, const uint8_t* at, size_t size) {
  const __m128i far = factors<8 * kStride>(), near = factors<8 * kLane>();
  __m128i a = _mm_xor_si128(load(at), _mm_cvtsi32_si128(static_cast<int>(state)));
  __m128i b = load(at + kLane), c = load(at + 2 * kLane), d = load(at + 3 * kLane);
  for (at += kStride, size -= kStride; size >= kStride; at += kStride, size -= kStride) {
    a = _mm_xor_si128(ahead(a, far), load(at));
    b = _mm_xor_si128(ahead(b, far), load(at + kLane));
    c = _mm_xor_si128(ahead(c, far), load(at + 2 * kLane));
    d = _mm_xor_si128(ahead(d, far), load(at + 3 * kLane));
  }
  b = _mm_xor_si128(ahead(a, near), b);
  c = _mm_xor_si128(ahead(b, near), c);
  d = _mm_xor_si128(ahead(c, near), d);
  uint8_t folded[kLane];
  _mm_storeu_si128(reinterpret_cast<__m128i*>(folded), d);
  return byTables(byTables(0, folded, kLane), at, size);
}

bool canFold() {
  static const bool can = __builtin_cpu_supports("pclmul");
  return can;
}

#endif

}  // namespace

uint32_t crc32(uint32_t crc, const void* data, size_t size) {
  const auto* at = static_cast<const uint8_t*>(data);
#ifdef LTN_CRC32_CLMUL
  if (size >= kStride && canFold()) return ~byFolding(~crc, at, size);
#endif
  return ~byTables(~crc, at, size);
}

}  // namespace ltn::serialization
