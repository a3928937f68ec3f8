#include "serialization/zip_writer.h"

#include <algorithm>
#include <array>

#include "serialization/crc32.h"

namespace ltn::serialization {
namespace {

constexpr uint32_t kLocal = 0x04034b50, kDescriptor = 0x08074b50, kDirectory = 0x02014b50;
constexpr uint32_t kEnd = 0x06054b50, kEnd64 = 0x06064b50, kLocator64 = 0x07064b50;
constexpr uint64_t kMax32 = 0xffffffff, kMax16 = 0xffff;
constexpr uint64_t kLocalSize = 30, kAlignment = 64;
constexpr uint16_t kZip64Extra = 1, kPadding = 0x4246;      // "FB"
constexpr uint16_t kFlags = 0x0808;                         // checksum behind the data, names in UTF-8
constexpr uint16_t kMadeBy = 0x031e, kNeedsZip64 = 0x002d;  // what libtorch's writer says
// What is checksummed is still in the processor's cache when it is copied.
constexpr uint64_t kPiece = uint64_t{256} << 10;

// Little-endian numbers one behind the other.
class Bytes {
 public:
  Bytes& u16(uint64_t value) { return number(value, 2); }
  Bytes& u32(uint64_t value) { return number(value, 4); }
  Bytes& u64(uint64_t value) { return number(value, 8); }
  Bytes& text(std::string_view value) {
    bytes_.append(value);
    return *this;
  }
  const std::string& str() const { return bytes_; }

 private:
  Bytes& number(uint64_t value, int width) {
    for (int i = 0; i < width; ++i) bytes_.push_back(static_cast<char>(value >> 8 * i & 0xff));
    return *this;
  }
  std::string bytes_;
};

uint64_t capped(uint64_t value, uint64_t limit) { return std::min(value, limit); }

// The fields that need 64 bits; empty where none does.
std::string zip64Extra(uint64_t size, uint64_t position) {
  Bytes values;
  if (size >= kMax32) values.u64(size).u64(size);
  if (position >= kMax32) values.u64(position);
  if (values.str().empty()) return {};
  return Bytes().u16(kZip64Extra).u16(values.str().size()).text(values.str()).str();
}

uint64_t mix(uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<uint8_t>(byte)) * 0x100000001b3;  // FNV-1a
  return hash;
}

std::string digits(uint64_t value) {
  const std::string text = std::to_string(value);
  return std::string(20 - text.size(), '0') + text;
}

}  // namespace

void ZipWriter::put(std::string_view bytes) {
  write_(bytes.data(), bytes.size());
  position_ += bytes.size();
}

void ZipWriter::localHeader(const Entry& entry) {
  const std::string extra = zip64Extra(entry.size, entry.position);
  const uint64_t before = entry.position + kLocalSize + entry.name.size() + extra.size() + 4;
  const uint64_t padding = (kAlignment - before % kAlignment) % kAlignment;
  Bytes header;
  header.u32(kLocal).u16(0).u16(kFlags).u16(0).u32(0);  // version, method, time
  header.u32(0).u32(0).u32(0);                          // checksum and sizes follow the data
  header.u16(entry.name.size()).u16(extra.size() + 4 + padding);
  header.text(entry.name).text(extra).u16(kPadding).u16(padding).text(std::string(padding, 'Z'));
  put(header.str());
}

void ZipWriter::dataDescriptor(const Entry& entry) {
  Bytes descriptor;
  descriptor.u32(kDescriptor).u32(entry.crc);
  if (zip64Extra(entry.size, entry.position).empty()) {
    descriptor.u32(entry.size).u32(entry.size);
  } else {
    descriptor.u64(entry.size).u64(entry.size);
  }
  put(descriptor.str());
}

void ZipWriter::record(std::string_view name, const void* data, uint64_t size) {
  Entry entry{"archive/" + std::string(name), position_, size, 0};
  localHeader(entry);
  const auto* from = static_cast<const char*>(data);
  for (uint64_t at = 0; at < size; at += kPiece) {
    const std::string_view piece(from + at, std::min(kPiece, size - at));
    if (checksums_) entry.crc = crc32(entry.crc, piece.data(), piece.size());
    put(piece);
  }
  dataDescriptor(entry);
  entries_.push_back(std::move(entry));
}

void ZipWriter::emptyRecord(std::string_view name, uint64_t size) {
  static constexpr std::array<char, 4096> kZeros{};
  Entry entry{"archive/" + std::string(name), position_, size, 0};
  localHeader(entry);
  for (uint64_t at = 0; at < size; at += kZeros.size())
    put({kZeros.data(), static_cast<size_t>(std::min<uint64_t>(kZeros.size(), size - at))});
  dataDescriptor(entry);
  entries_.push_back(std::move(entry));
}

// Forty digits that tell files of other content apart: half of them from the names, half from the checksums.
std::string ZipWriter::identity() const {
  uint64_t names = 0xcbf29ce484222325, contents = names;
  for (const Entry& entry : entries_) {
    names = mix(names, entry.name);
    contents = mix(contents, Bytes().u32(entry.crc).str());
  }
  return digits(names) + digits(contents);
}

void ZipWriter::finish() {
  record(".data/serialization_id", identity());
  directory();
}

void ZipWriter::directory() {
  const uint64_t begin = position_;
  for (const Entry& entry : entries_) {
    const std::string extra = zip64Extra(entry.size, entry.position);
    Bytes row;
    row.u32(kDirectory).u16(0).u16(extra.empty() ? 0 : kNeedsZip64).u16(kFlags).u16(0).u32(0);
    row.u32(entry.crc).u32(capped(entry.size, kMax32)).u32(capped(entry.size, kMax32));
    row.u16(entry.name.size()).u16(extra.size()).u16(0).u16(0).u16(0).u32(0);  // comment, disk, attributes
    row.u32(capped(entry.position, kMax32)).text(entry.name).text(extra);
    put(row.str());
  }
  const uint64_t end = position_, size = end - begin, count = entries_.size();
  Bytes tail;
  tail.u32(kEnd64).u64(44).u16(kMadeBy).u16(kNeedsZip64).u32(0).u32(0);
  tail.u64(count).u64(count).u64(size).u64(begin);
  tail.u32(kLocator64).u32(0).u64(end).u32(1);
  tail.u32(kEnd).u16(0).u16(0).u16(capped(count, kMax16)).u16(capped(count, kMax16));
  tail.u32(capped(size, kMax32)).u32(capped(begin, kMax32)).u16(0);
  put(tail.str());
}

}  // namespace ltn::serialization
