// What libtorch's reader of TorchScript trusts: the directory of the zip file, its pickles, its source code.
#pragma once

#include <memory>

#include "serialization/source.h"

namespace ltn::serialization {

// Throws CheckpointError unless the file is an archive of torch.jit.save that is sound: records that do not
// overlap, pickles whose tensors lie in their storages, code that is not nested without end.
void checkScriptArchive(const std::shared_ptr<Source>& source);

}  // namespace ltn::serialization
