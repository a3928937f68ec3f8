// Tensors that lie in a file as plain bytes, as safetensors keeps them.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "serialization/source.h"

namespace ltn::serialization {

struct RawTensor {
  c10::ScalarType dtype;
  std::vector<int64_t> size;
  uint64_t position;  // of the first byte in the source
};

// Reads the tensors, or lets them lie in the source where that is addressable and `alias` allows it.
// Throws when one leaves the source.
std::vector<at::Tensor> readRaw(const Source& source, const std::vector<RawTensor>& tensors, bool alias);

// Writes `header` and then the elements of each tensor in row-major order; the file appears whole or not at
// all.
void writeRaw(const std::string& path, std::string_view header, const std::vector<at::Tensor>& tensors);

}  // namespace ltn::serialization
