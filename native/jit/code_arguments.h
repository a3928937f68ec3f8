// Arguments of TorchScript that are codes of libtorch's enumerations: dtypes, layouts, memory formats.
#pragma once

#include <ATen/core/function_schema.h>

#include <utility>
#include <vector>

namespace ltn {

class CodeArguments {
 public:
  explicit CodeArguments(const c10::FunctionSchema& schema);

  bool empty() const { return places_.empty(); }
  // Throws if one of them is not a code that libtorch has.
  void check(c10::ArrayRef<c10::IValue> arguments) const;

 private:
  // Where they are, and how many codes there are.
  std::vector<std::pair<size_t, int64_t>> places_;
};

}  // namespace ltn
