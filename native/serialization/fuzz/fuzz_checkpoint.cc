// libFuzzer: any bytes as a checkpoint, opened, flattened and read, in every mode. See fuzz/run.sh.
#include <c10/util/Exception.h>

#include <cstddef>
#include <cstdint>

#include "serialization/open_checkpoint.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ltn::serialization;
  if (size == 0) return 0;
  for (const OpenMode mode : {OpenMode::kTree, OpenMode::kArchive, OpenMode::kMetadata}) {
    try {
      OpenRequest request;
      request.source = copyMemory(data, size);
      request.mode = mode;
      OpenCheckpoint opened(request);
      std::map<std::string, std::string> devices;
      for (const std::string& location : opened.locations()) devices[location] = "cpu";
      for (const at::Tensor& tensor : opened.read(devices, false)) {
        // Every element must lie in readable memory.
        const bool dense = tensor.layout() == c10::kStrided && !tensor.is_nested() && tensor.numel() < 4096;
        if (dense && !tensor.is_quantized()) tensor.clone();
      }
    } catch (const std::exception&) {
    }
  }
  return 0;
}
