#pragma once

namespace ltn {

// Number.MAX_SAFE_INTEGER: beyond it a JavaScript number no longer says which integer is meant.
inline constexpr double kMaxSafe = 9007199254740991.0;

}  // namespace ltn
