// Where the elements of small tensors live.
#pragma once

namespace ltn {

// Makes libtorch take CPU storages of at most 1 KB from free lists instead of posix_memalign, which takes as
// long as a tenth of an `add` of four elements. Once per process; where the address space cannot be reserved,
// nothing changes.
void installSmallStorages();

}  // namespace ltn
