// Names of element types as Python writes them, and the storage classes of `torch.save`.
#pragma once

#include <c10/core/ScalarType.h>

#include <optional>
#include <string_view>

namespace ltn::serialization {

// "float32" for ScalarType::Float; empty when Python has no name for it.
std::string_view dtypeName(c10::ScalarType type);
std::optional<c10::ScalarType> dtypeOfName(std::string_view name);

// "FloatStorage" for ScalarType::Float; empty for the types that Python writes as an untyped storage.
std::string_view storageName(c10::ScalarType type);
std::optional<c10::ScalarType> dtypeOfStorage(std::string_view name);

// Width of the numbers that byte order applies to: 4 for complex64.
uint32_t swapWidth(c10::ScalarType type);

// The element type of a numpy type string without its byte-order mark: "f8" is float64.
std::optional<c10::ScalarType> dtypeOfNumpy(std::string_view code);

}  // namespace ltn::serialization
