// What the files of guards share.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <unordered_map>

#include "dispatch/guard.h"

namespace ltn {

using torch::jit::Stack;

// By the operator's name, or by `name.overload`; without the namespace unless the table says so.
using GuardTable = std::unordered_map<std::string, Guard>;

// The guard of the overload, else the one of all overloads, else null.
Guard findGuard(const GuardTable& table, const std::string& name, const std::string& overload);
Guard findGuard(const GuardTable& table, const std::string& name);

// Whether an argument that may be left out is a tensor.
inline bool given(const c10::IValue& value) { return value.isTensor() && value.toTensor().defined(); }

// The elements as a guard can read them: on the CPU, dense, contiguous and without the lazy bits.
at::Tensor readable(const at::Tensor& tensor, at::ScalarType dtype);

// Throws unless the tensor is dense.
void checkDense(const at::Tensor& tensor);

}  // namespace ltn
