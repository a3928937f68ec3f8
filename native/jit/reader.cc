#include "jit/reader.h"

#include <algorithm>

#include "serialization/error.h"
#include "serialization/script_archive.h"

namespace ltn {

namespace {

class Adapter final : public caffe2::serialize::ReadAdapterInterface {
 public:
  explicit Adapter(std::shared_ptr<serialization::Source> source) : source_(std::move(source)) {}
  size_t size() const override { return source_->size(); }
  size_t read(uint64_t position, void* buffer, size_t count, const char*) const override {
    if (position >= source_->size()) return 0;
    const size_t fits = std::min<uint64_t>(count, source_->size() - position);
    source_->read(position, buffer, fits);
    return fits;
  }

 private:
  std::shared_ptr<serialization::Source> source_;
};

}  // namespace

std::shared_ptr<caffe2::serialize::ReadAdapterInterface> openScriptArchive(
    const std::shared_ptr<serialization::Source>& source) {
  serialization::checkScriptArchive(source);
  return std::make_shared<Adapter>(source);
}

}  // namespace ltn
