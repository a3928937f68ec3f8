// The file of a FileStore, looked at before libtorch reads it.
#pragma once

#include <string>

namespace ltn {

// Throws KindError for a path at which something else lies than the file of a store: libtorch reads lengths
// from it, and tries again without end where it is shorter than they say. Nothing at the path is fine.
void requireStoreFile(const std::string& path);

}  // namespace ltn
