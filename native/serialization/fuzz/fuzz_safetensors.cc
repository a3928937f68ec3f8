// libFuzzer: any bytes as a file, and any places in it as tensors: what a header that passed its checks, or
// lied to them, could ask for. See fuzz/run.sh.
#include <ATen/ATen.h>
#include <fuzzer/FuzzedDataProvider.h>

#include "serialization/fuzz/scratch_file.h"
#include "serialization/raw.h"

namespace {

using namespace ltn::serialization;

// Places near the file's, and any.
uint64_t anyPosition(FuzzedDataProvider& bytes) {
  return bytes.ConsumeBool() ? bytes.ConsumeIntegralInRange<uint64_t>(0, 64)
                             : bytes.ConsumeIntegral<uint64_t>();
}

RawTensor anyTensor(FuzzedDataProvider& bytes) {
  constexpr auto kLast = static_cast<uint8_t>(c10::ScalarType::Float8_e8m0fnu);
  RawTensor tensor{static_cast<c10::ScalarType>(bytes.ConsumeIntegralInRange<uint8_t>(0, kLast)), {}, 0};
  tensor.position = anyPosition(bytes);
  const auto dims = bytes.ConsumeIntegralInRange<size_t>(0, 5);
  for (size_t i = 0; i < dims; ++i) {
    tensor.size.push_back(bytes.ConsumeBool() ? bytes.ConsumeIntegralInRange<int64_t>(0, 8)
                                              : bytes.ConsumeIntegral<int64_t>());
  }
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
  FuzzedDataProvider bytes(data, size);
  std::vector<RawTensor> tensors;
  const auto count = bytes.ConsumeIntegralInRange<size_t>(0, 4);
  for (size_t i = 0; i < count; ++i) tensors.push_back(anyTensor(bytes));
  const std::vector<uint8_t> content = bytes.ConsumeRemainingBytes<uint8_t>();
  const std::string& path = file.holding(content.data(), content.size());
  readAllOf([&] { return openFile(path); }, tensors, false);
  readAllOf([&] { return mapFile(path); }, tensors, true);
  readAllOf([&] { return copyMemory(content.data(), content.size()); }, tensors, true);
  return 0;
}
