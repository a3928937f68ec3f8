// What libtorch does not check itself: arguments on which an operator would read or write outside of its
// tensors. Python can crash on them; JavaScript must not be able to.
#pragma once

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

#include <string>

namespace ltn {

// Throws if the arguments, complete and in the schema's order, do not fit each other. May replace one by
// another that gives the same result without the kernel's mistake.
using Guard = void (*)(torch::jit::Stack& stack);

// The guard of an operator (its name with the namespace, without the overload), or null: libtorch checks.
Guard guardOf(const std::string& name, const std::string& overload);

// Guards of the recurrent operators: lstm, gru and their kin, their cells and oneDNN's layer.
Guard recurrentGuardOf(const std::string& name, const std::string& overload);

// Guards that look at the values of tensors: labels, indices, lengths.
Guard valueGuardOf(const std::string& name, const std::string& overload);

// Guards of kernels that trust the shapes, layouts and sizes which another operator would have checked.
Guard kernelGuardOf(const std::string& name, const std::string& overload);

// Guards of integer divisions.
Guard divisionGuardOf(const std::string& name, const std::string& overload);

// Guards of layers: convolutions, linear layers, attention and pooling.
Guard layerGuardOf(const std::string& name);

// Guards of kernels that autograd calls, and of resampling.
Guard backwardGuardOf(const std::string& name);

// Guards of operators outside of aten, which libtorch registers for its own quantized models.
Guard quantizedGuardOf(const std::string& name);

// Throws if an operator gets a oneDNN tensor and has no kernel for it. The other kernels look for a storage,
// which such a tensor does not have.
Guard oneDnnGuardOf(const std::string& name, const std::string& overload);
void requireOneDnn(const c10::OperatorHandle& op);

// Whether an operator only looks at the parts of a sparse tensor, or at its shape.
bool onlyLooks(const std::string& name);

}  // namespace ltn
