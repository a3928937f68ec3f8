// libFuzzer: any bytes as a file, and any places in it as tensors: what a header that passed its checks, or
// lied to them, could ask for. See fuzz/run.sh.
#include <ATen/ATen.h>

#include "serialization/fuzz/any_bytes.h"
#include "serialization/fuzz/scratch_file.h"
#include "serialization/raw.h"

namespace {

using namespace ltn::serialization;

// Places near the file's, and any.
uint64_t anyPosition(AnyBytes& bytes) { return bytes.flag() ? bytes.upTo(64) : bytes.number<uint64_t>(); }

RawTensor anyTensor(AnyBytes& bytes) {
  constexpr auto kLast = static_cast<uint8_t>(c10::ScalarType::Float8_e8m0fnu);
  RawTensor tensor{static_cast<c10::ScalarType>(bytes.upTo(kLast)), {}, 0};
  tensor.position = anyPosition(bytes);
  const size_t dims = bytes.upTo(5);
  for (size_t i = 0; i < dims; ++i)
    tensor.size.push_back(bytes.flag() ? bytes.upTo(8) : bytes.number<int64_t>());
  return tensor;
}

template <class Open>
void readAllOf(Open open, const std::vector<RawTensor>& tensors, bool alias) {
  try {
    const std::shared_ptr<Source> source = open();
    // Every element must lie in readable memory.
    for (const at::Tensor& tensor : readRaw(*source, tensors, alias)) tensor.clone();
  } catch (const std::exception&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static ScratchFile file;
  AnyBytes bytes(data, size);
  std::vector<RawTensor> tensors;
  const auto count = size_t{bytes.upTo(4)};
  for (size_t i = 0; i < count; ++i) tensors.push_back(anyTensor(bytes));
  const std::vector<uint8_t> content = bytes.rest();
  const std::string& path = file.holding(content.data(), content.size());
  readAllOf([&] { return openFile(path); }, tensors, false);
  readAllOf([&] { return mapFile(path); }, tensors, true);
  readAllOf([&] { return copyMemory(content.data(), content.size()); }, tensors, true);
  return 0;
}
