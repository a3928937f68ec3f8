// libFuzzer: any bytes as a file that is described and not read, as `libtorch-node inspect` does. See
// fuzz/run.sh.
#include <c10/util/Exception.h>

#include "serialization/fuzz/scratch_file.h"
#include "serialization/open_checkpoint.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ltn::serialization;
  static ScratchFile file;
  for (const bool map : {false, true}) {
    try {
      OpenRequest request;
      request.path = file.holding(data, size);
      request.mode = OpenMode::kTree;
      request.map = map;
      const OpenCheckpoint opened(request);
      // What is shown must lie in memory that is still there.
      size_t characters = 0;
      for (const std::string& location : opened.locations()) characters += location.size();
      for (const auto& record : opened.checkpoint().records) characters += record.name.size();
      for (const std::string& name : opened.checkpoint().foreign) characters += name.size();
      for (const std::string_view text : opened.table().texts) characters += std::string(text).size();
      for (const std::string_view blob : opened.table().blobs) characters += std::string(blob).size();
      for (const Node* node : opened.table().tensors) {
        const TensorSpec& tensor = *node->tensor;
        characters += std::vector<int64_t>(tensor.size).size() + std::string(tensor.device).size();
      }
      if (characters == SIZE_MAX) return -1;
    } catch (const std::exception&) {
    }
  }
  return 0;
}
