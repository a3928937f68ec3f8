#pragma once

namespace ltn {

// Number.MAX_SAFE_INTEGER: beyond it a JavaScript number no longer says which integer is meant.
inline constexpr double kMaxSafe = 9007199254740991.0;

// 2^63, the first number that int64 does not hold.
inline constexpr double kInt64End = 9223372036854775808.0;

}  // namespace ltn
