#pragma once

#include <cstddef>

namespace ltn {

// Gives the system the whole pages within memory that has been read for the last time; what it holds is
// undefined then.
void discardPages(void* memory, size_t bytes);

}  // namespace ltn
