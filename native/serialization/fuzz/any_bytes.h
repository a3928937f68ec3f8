// Any bytes as numbers: what a fuzzer makes its questions of. Every number is 0 once the bytes are used up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace ltn::serialization {

class AnyBytes {
 public:
  AnyBytes(const uint8_t* data, size_t size) : at_(data), end_(data + size) {}

  template <class T>
  T number() {
    T value{};
    const size_t there = static_cast<size_t>(end_ - at_), size = there < sizeof value ? there : sizeof value;
    if (size > 0) std::memcpy(&value, at_, size);
    at_ += size;
    return value;
  }

  // Between 0 and `last`, which is at most 254.
  uint8_t upTo(uint8_t last) { return static_cast<uint8_t>(number<uint8_t>() % (last + 1u)); }
  bool flag() { return (number<uint8_t>() & 1u) != 0; }
  std::vector<uint8_t> rest() const { return {at_, end_}; }

 private:
  const uint8_t* at_;
  const uint8_t* end_;
};

}  // namespace ltn::serialization
