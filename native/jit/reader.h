// Archives of TorchScript, checked before libtorch reads them.
#pragma once

#include <caffe2/serialize/read_adapter_interface.h>

#include <memory>

#include "serialization/source.h"

namespace ltn {

// The bytes of a file as libtorch's reader takes them. Throws CheckpointError unless the zip file and each
// pickle in it are sound.
std::shared_ptr<caffe2::serialize::ReadAdapterInterface> openScriptArchive(
    const std::shared_ptr<serialization::Source>& source);

}  // namespace ltn
