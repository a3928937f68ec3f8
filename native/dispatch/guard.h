// What libtorch does not check itself: arguments on which an operator would read or write outside of its
// tensors. Python can crash on them; JavaScript must not be able to.
#pragma once

#include <ATen/core/stack.h>

#include <string>

namespace ltn {

// Throws if the arguments, complete and in the schema's order, do not fit each other.
using Guard = void (*)(const torch::jit::Stack& stack);

// The guard of an operator (its name with the namespace, without the overload), or null: libtorch checks.
Guard guardOf(const std::string& name, const std::string& overload);

// Guards of the recurrent operators: lstm, gru and their kin, their cells and oneDNN's layer.
Guard recurrentGuardOf(const std::string& name, const std::string& overload);

}  // namespace ltn
