// The numbers that native code and lib/native/codes.ts share. Each function here stands beside its enums and
// names their values; codes() hands all of them out, and a test compares them with TypeScript's.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace ltn {

struct Codes {
  // Its name in lib/native/codes.ts.
  std::string family;
  std::vector<std::pair<std::string, int64_t>> values;
};

// Names the values of an enum.
template <class Enum>
Codes codesOf(const char* family, std::initializer_list<std::pair<const char*, Enum>> values) {
  Codes result{family, {}};
  for (const auto& [name, value] : values) result.values.emplace_back(name, static_cast<int64_t>(value));
  return result;
}

using CodeLists = std::vector<Codes>;

CodeLists libtorchCodes();       // tensor/libtorch_codes.cc
CodeLists handleCodes();         // tensor/handles_init.cc
CodeLists propertyCodes();       // tensor/properties.cc
CodeLists indexCodes();          // tensor/indexing.cc
CodeLists serializationCodes();  // serialization/table.cc
CodeLists optimCodes();          // optim/init.cc
CodeLists muonCodes();           // optim/muon.cc
CodeLists planCodes();           // export/init.cc
CodeLists scriptCodes();         // jit/values.cc

}  // namespace ltn
