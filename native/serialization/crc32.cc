#include "serialization/crc32.h"

#include <array>

namespace ltn::serialization {
namespace {

constexpr uint32_t kPolynomial = 0xedb88320;  // of IEEE 802.3, reflected

// Row k holds the checksum of a byte that k zero bytes follow, so that eight bytes go in one step.
using Tables = std::array<std::array<uint32_t, 256>, 8>;

constexpr Tables makeTables() {
  Tables tables = {};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = value & 1 ? value >> 1 ^ kPolynomial : value >> 1;
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

}  // namespace

uint32_t crc32(uint32_t crc, const void* data, size_t size) {
  const auto* at = static_cast<const uint8_t*>(data);
  crc = ~crc;
  for (; size >= 8; size -= 8, at += 8) {
    const uint32_t low = little32(at) ^ crc, high = little32(at + 4);
    crc = kTables[7][low & 0xff] ^ kTables[6][low >> 8 & 0xff] ^ kTables[5][low >> 16 & 0xff] ^
          kTables[4][low >> 24] ^ kTables[3][high & 0xff] ^ kTables[2][high >> 8 & 0xff] ^
          kTables[1][high >> 16 & 0xff] ^ kTables[0][high >> 24];
  }
  for (; size > 0; --size, ++at) crc = kTables[0][(crc ^ *at) & 0xff] ^ crc >> 8;
  return ~crc;
}

}  // namespace ltn::serialization
