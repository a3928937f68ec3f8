// The checksum of zip files.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ltn::serialization {

// Continues `crc`, which is 0 at the beginning.
uint32_t crc32(uint32_t crc, const void* data, size_t size);

}  // namespace ltn::serialization
