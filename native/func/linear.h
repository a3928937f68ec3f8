// What torch.func.linearize keeps of a function: the operators that compute its tangents, without those that
// depend on the primals alone, whose results are kept.
#pragma once

#include <ATen/core/Tensor.h>
#include <napi.h>

#include <string>

namespace ltn {

// Throws if the elements of `tensor`, which JavaScript is about to read, depend on a tangent that stands for
// any. `how` says what reads them, for the message: "item()".
void refuseTangentReading(const at::Tensor& tensor, const std::string& how);

// beginLinear(tangents), endLinear(outputs), runLinear(function, tangents).
void initLinear(Napi::Object exports);

}  // namespace ltn
