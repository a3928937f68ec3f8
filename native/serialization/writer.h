// Writing the container of `torch.save`: the pickle comes ready, the storages are streamed behind it.
#pragma once

#include <c10/core/Storage.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ltn::serialization {

using WriteBytes = std::function<void(const void* data, size_t size)>;

// Writes the zip file of Python's `torch.save`; storage i becomes record data/i.
void writeZip(const WriteBytes& write, std::string_view pickle, const std::vector<c10::Storage>& storages);

// The same into a file, which appears whole or not at all.
void writeZipFile(const std::string& path, std::string_view pickle,
                  const std::vector<c10::Storage>& storages);

// A storage that lives on a device, copied to memory; CPU storages are returned as they are.
c10::Storage onCpu(const c10::Storage& storage);

}  // namespace ltn::serialization
