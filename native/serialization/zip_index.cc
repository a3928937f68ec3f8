#include "serialization/zip_index.h"

#include <algorithm>

#include "serialization/value.h"

namespace ltn::serialization {
namespace {

constexpr uint32_t kLocalSignature = 0x04034b50, kEntrySignature = 0x02014b50, kEndSignature = 0x06054b50;
constexpr uint32_t kEnd64Signature = 0x06064b50, kLocator64Signature = 0x07064b50;
constexpr uint64_t kEndSize = 22, kLocator64Size = 20, kEnd64Size = 56, kEntrySize = 46, kLocalSize = 30;
constexpr uint64_t kLongestComment = 0xffff;
constexpr uint32_t kMax32 = 0xffffffff;
constexpr uint16_t kMax16 = 0xffff;
constexpr uint16_t kEncrypted = 1, kZip64Extra = 1, kStored = 0, kDeflated = 8;
constexpr uint64_t kBestDeflateRatio = 1032;

[[noreturn]] void fail(const std::string& what) {
  throw CheckpointError("the zip file is damaged or hostile: " + what);
}

// Little-endian numbers of a block that was read from the file.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : bytes_(bytes) {}
  uint64_t number(uint64_t at, unsigned width) const {
    if (at + width > bytes_.size()) fail("a header is cut off");
    uint64_t value = 0;
    for (unsigned i = width; i-- > 0;) value = value << 8 | static_cast<uint8_t>(bytes_[at + i]);
    return value;
  }
  uint16_t u16(uint64_t at) const { return static_cast<uint16_t>(number(at, 2)); }
  uint32_t u32(uint64_t at) const { return static_cast<uint32_t>(number(at, 4)); }
  uint64_t u64(uint64_t at) const { return number(at, 8); }
  std::string_view slice(uint64_t at, uint64_t count) const {
    if (at > bytes_.size() || count > bytes_.size() - at) fail("a header is cut off");
    return bytes_.substr(at, count);
  }
  uint64_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

// Position of the end record, which is followed by nothing but its comment.
uint64_t findEnd(const std::string& tail) {
  for (uint64_t at = tail.size() - kEndSize + 1; at-- > 0;) {
    const Fields end(std::string_view(tail).substr(at));
    if (end.u32(0) == kEndSignature && at + kEndSize + end.u16(20) == tail.size()) return at;
  }
  fail("it has no directory; perhaps it is cut off");
}

// Replaces the fields that say "see the zip64 extra field".
void takeZip64(std::string_view extra, ZipRecord& record) {
  const Fields fields(extra);
  for (uint64_t at = 0; at + 4 <= fields.size();) {
    const uint16_t size = fields.u16(at + 2);
    if (fields.u16(at) == kZip64Extra) {
      const Fields values(fields.slice(at + 4, size));
      uint64_t next = 0;
      for (uint64_t* field : {&record.size, &record.stored, &record.header}) {
        if (*field == kMax32) *field = values.u64(next), next += 8;
      }
      return;
    }
    at += 4 + uint64_t{size};
  }
}

}  // namespace

bool ZipIndex::matches(const Source& source) {
  return source.size() >= 4 && Fields(source.text(0, 4)).u32(0) == kLocalSignature;
}

ZipIndex::ZipIndex(const Source& source) {
  if (source.size() < kEndSize) fail("it is too short");
  const uint64_t tail_size = std::min(source.size(), kEndSize + kLongestComment);
  const std::string tail = source.text(source.size() - tail_size, tail_size);
  const uint64_t end_in_tail = findEnd(tail);
  const Fields end(std::string_view(tail).substr(end_in_tail));
  const uint64_t end_at = source.size() - tail_size + end_in_tail;
  if (end.u16(4) != 0 && end.u16(4) != kMax16) fail("it spans several disks");
  count_ = end.u16(10);
  directory_size_ = end.u32(12);
  directory_ = end.u32(16);
  uint64_t limit = end_at;
  if (end_at >= kLocator64Size) {
    const std::string locator_text = source.text(end_at - kLocator64Size, kLocator64Size);
    const Fields locator(locator_text);
    if (locator.u32(0) == kLocator64Signature) {
      limit = locator.u64(8);
      const std::string text = source.text(limit, kEnd64Size);
      const Fields end64(text);
      if (end64.u32(0) != kEnd64Signature) fail("its zip64 directory is missing");
      count_ = end64.u64(32);
      directory_size_ = end64.u64(40);
      directory_ = end64.u64(48);
    }
  }
  if (directory_ > limit || directory_size_ > limit - directory_)
    fail("its directory lies outside of the file");
  if (count_ > directory_size_ / kEntrySize) fail("it claims more records than its directory can hold");
  readDirectory(source);
  locateData(source);
  checkOverlap(directory_);
  nameRecords();
}

void ZipIndex::readDirectory(const Source& source) {
  const std::string bytes = source.text(directory_, directory_size_);
  const Fields fields(bytes);
  records_.reserve(count_);
  uint64_t at = 0;
  for (uint64_t i = 0; i < count_; ++i) {
    const Fields entry(fields.slice(at, kEntrySize));
    if (entry.u32(0) != kEntrySignature) fail("an entry of its directory is malformed");
    if (entry.u16(8) & kEncrypted) fail("a record is encrypted");
    const uint16_t method = entry.u16(10);
    if (method != kStored && method != kDeflated) fail("a record is compressed by an unknown method");
    ZipRecord record;
    record.compressed = method == kDeflated;
    record.crc = entry.u32(16);
    record.stored = entry.u32(20);
    record.size = entry.u32(24);
    record.header = entry.u32(42);
    const uint64_t name_size = entry.u16(28), extra_size = entry.u16(30), comment_size = entry.u16(32);
    record.name = std::string(fields.slice(at + kEntrySize, name_size));
    takeZip64(fields.slice(at + kEntrySize + name_size, extra_size), record);
    at += kEntrySize + name_size + extra_size + comment_size;
    if (!record.compressed && record.size != record.stored) fail("a stored record has two sizes");
    if (record.compressed && record.size / kBestDeflateRatio > record.stored)
      fail("a record claims an impossible size");
    records_.push_back(std::move(record));
  }
}

void ZipIndex::locateData(const Source& source) {
  for (ZipRecord& record : records_) {
    if (record.header > directory_ || directory_ - record.header < kLocalSize)
      fail("a record lies outside of the file");
    const std::string text = source.text(record.header, kLocalSize);
    const Fields local(text);
    if (local.u32(0) != kLocalSignature) fail("a record has no header");
    const uint64_t name_size = local.u16(26);
    if (name_size != record.name.size()) fail("a record's two names differ");
    if (directory_ - record.header < kLocalSize + name_size) fail("a record lies outside of the file");
    if (source.text(record.header + kLocalSize, name_size) != record.name)
      fail("a record's two names differ");
    record.offset = record.header + kLocalSize + name_size + local.u16(28);
    if (record.offset > directory_ || record.stored > directory_ - record.offset) {
      fail("record " + record.name + " goes beyond the end of the file");
    }
  }
}

void ZipIndex::checkOverlap(uint64_t end) {
  std::vector<const ZipRecord*> order;
  order.reserve(records_.size());
  for (const ZipRecord& record : records_) order.push_back(&record);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->header < b->header; });
  for (size_t i = 0; i < order.size(); ++i) {
    const uint64_t next = i + 1 < order.size() ? order[i + 1]->header : end;
    if (order[i]->offset + order[i]->stored > next)
      fail("record " + order[i]->name + " overlaps another one");
  }
}

// All records live in one folder, whose name says nothing.
void ZipIndex::nameRecords() {
  if (records_.empty()) fail("it is empty");
  const size_t slash = records_.front().name.find('/');
  const std::string folder = slash == std::string::npos ? "" : records_.front().name.substr(0, slash + 1);
  for (size_t i = 0; i < records_.size(); ++i) {
    std::string& name = records_[i].name;
    records_[i].whole = name;
    if (name.starts_with(folder)) name.erase(0, folder.size());
    if (!by_name_.emplace(name, i).second) fail("record " + name + " is there twice");
  }
}

const ZipRecord* ZipIndex::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &records_[found->second];
}

bool ZipIndex::anyCompressed() const {
  return std::any_of(records_.begin(), records_.end(),
                     [](const ZipRecord& record) { return record.compressed; });
}

}  // namespace ltn::serialization
