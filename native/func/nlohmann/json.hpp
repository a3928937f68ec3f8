// libtorch's functorch headers name nlohmann::json, which libtorch does not ship, in functions that write a
// layer as text. Nothing here calls those, so a declaration is enough for them to compile.
#pragma once

#include <string>

namespace nlohmann {

class json {
 public:
  json();
  template <typename T>
  explicit json(const T& value);
  static json parse(const std::string& text);
  template <typename T>
  T get() const;
  std::string dump() const;
};

}  // namespace nlohmann
