// Hooks on the tensors that operators save for backward.
#pragma once

namespace ltn {

// Whether JavaScript has opened any on this thread.
bool hasSavedHooks();

}  // namespace ltn
