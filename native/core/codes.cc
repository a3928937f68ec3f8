#include "core/codes.h"

#include "core/boundary.h"
#include "core/init.h"

namespace ltn {

namespace {

// codes(): { family: { name: number } } of every enum that TypeScript has, too.
Napi::Value codes(const Napi::CallbackInfo& info) {
  auto result = Napi::Object::New(info.Env());
  for (const auto& lists : {libtorchCodes(), handleCodes(), propertyCodes(), indexCodes(),
                            serializationCodes(), optimCodes(), muonCodes(), planCodes(), scriptCodes()}) {
    for (const Codes& list : lists) {
      auto family = Napi::Object::New(info.Env());
      for (const auto& [name, value] : list.values) family.Set(name, static_cast<double>(value));
      result.Set(list.family, family);
    }
  }
  return result;
}

}  // namespace

void initCodes(Napi::Object exports) { expose<codes>(exports, "codes"); }

}  // namespace ltn
