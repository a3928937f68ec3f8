#include "serialization/inflate.h"

#include "serialization/crc32.h"
#include "serialization/value.h"

namespace ltn::serialization {
namespace {

class Adapter final : public caffe2::serialize::ReadAdapterInterface {
 public:
  explicit Adapter(const Source& source) : source_(source) {}
  size_t size() const override { return source_.size(); }
  size_t read(uint64_t position, void* out, size_t count, const char*) const override {
    source_.read(position, out, count);
    return count;
  }

 private:
  const Source& source_;
};

}  // namespace

Inflater::Inflater(const Source& source) : reader_(std::make_shared<Adapter>(source)) {}

void Inflater::inflate(const std::string& name, void* out, uint64_t size, uint32_t crc) {
  reader_.getRecord(name, out, size);
  if (crc32(0, out, size) != crc)
    throw CheckpointError("record " + name + " is damaged: its checksum differs");
}

}  // namespace ltn::serialization
