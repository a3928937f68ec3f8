// Compressed records, which `torch.save` never writes but a repacked zip file has: libtorch's own reader
// inflates them.
#pragma once

#include <caffe2/serialize/inline_container.h>

#include <memory>
#include <string>

#include "serialization/source.h"

namespace ltn::serialization {

class Inflater {
 public:
  // `source` must have passed ZipIndex and must outlive this.
  explicit Inflater(const Source& source);

  // Throws when the data does not have the checksum `crc`: libtorch's reader does not always notice damage.
  void inflate(const std::string& name, void* out, uint64_t size, uint32_t crc);

 private:
  caffe2::serialize::PyTorchStreamReader reader_;
};

}  // namespace ltn::serialization
