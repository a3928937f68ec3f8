// Operators that JavaScript defines: libraries of torch.library in libtorch's dispatcher.
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/library.h>

#include <mutex>
#include <unordered_map>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "library/init.h"
#include "library/js_kernel.h"

namespace ltn {

namespace {

struct JsLibrary {
  JsLibrary(torch::Library::Kind kind, const std::string& ns, std::optional<c10::DispatchKey> key)
      : library(kind, ns, key, "JavaScript", 0) {}
  torch::Library library;
  // Kernels with a key of their own, by "name key": each can be replaced.
  std::unordered_map<std::string, std::unique_ptr<torch::Library>> kernels;
};

}  // namespace

template <>
struct BoxName<JsLibrary> {
  static constexpr const char* kName = "Library";
};

namespace {

// Callers may have bound an operator that its library has taken back since. So its place in the dispatcher
// stays for the rest of the process, and it cannot come back with another schema, which would read their
// arguments wrongly.
class Definitions {
 public:
  static Definitions& ofProcess() {
    static auto* const definitions = new Definitions;
    return *definitions;
  }

  void add(const c10::FunctionSchema& schema) {
    const std::lock_guard lock(mutex_);
    const std::string name = c10::str(schema.operator_name());
    const auto known = schemas_.find(name);
    if (known == schemas_.end()) return;
    if (known->second == c10::str(schema)) return;
    throw KindError("torch", "the operator " + name + " was defined before, as " + known->second +
                                 ". It can be defined again with the same schema only");
  }

  void keep(const c10::FunctionSchema& schema) {
    const std::lock_guard lock(mutex_);
    if (!schemas_.emplace(c10::str(schema.operator_name()), c10::str(schema)).second) return;
    names_.push_back(c10::Dispatcher::singleton().registerName(schema.operator_name()));
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> schemas_;
  std::vector<c10::RegistrationHandleRAII> names_;
};

c10::DispatchKey readKey(const Napi::Value& value) {
  const std::string name = value.As<Napi::String>();
  try {
    return c10::parseDispatchKey(name);
  } catch (const c10::Error&) {
    throw KindError("torch", "could not parse dispatch key: " + name);
  }
}

// openLibrary(kind, namespace, key): "DEF", "FRAGMENT" or "IMPL"; the key may be "".
Napi::Value openLibrary(const Napi::CallbackInfo& info) {
  const std::string kind = info[0].As<Napi::String>();
  const std::string key = info[2].As<Napi::String>();
  const auto which = kind == "DEF"        ? torch::Library::DEF
                     : kind == "FRAGMENT" ? torch::Library::FRAGMENT
                                          : torch::Library::IMPL;
  const auto parsed = key.empty() ? std::nullopt : std::optional(readKey(info[2]));
  return box(info.Env(), std::make_shared<JsLibrary>(which, info[1].As<Napi::String>(), parsed), 4096);
}

JsLibrary& readLibrary(const Napi::CallbackInfo& info) {
  const auto& library = unbox<JsLibrary>(info.Env(), info[0]);
  if (!library) throw KindError("torch", "this Library has been destroyed");
  return *library;
}

// defineOperator(library, namespace, schema, tags): its name with the namespace and the overload.
Napi::Value defineOperator(const Napi::CallbackInfo& info) {
  auto& library = readLibrary(info);
  auto schema = torch::schema(std::string(info[2].As<Napi::String>()).c_str());
  const std::string ns = info[1].As<Napi::String>();
  if (const auto given = schema.getNamespace()) {
    if (*given != ns)
      throw KindError("value",
                      c10::str("the schema is of the namespace ", *given, ", and the Library of ", ns));
  } else {
    schema.setNamespaceIfNotSet(ns.c_str());
  }
  std::vector<at::Tag> tags;
  for (const int64_t tag : readInts(info.Env(), info[3])) tags.push_back(static_cast<at::Tag>(tag));
  auto& definitions = Definitions::ofProcess();
  definitions.add(schema);
  library.library.def(c10::FunctionSchema(schema), std::as_const(tags));
  definitions.keep(schema);
  stateOf(info.Env()).overloads.clear();
  return Napi::String::New(info.Env(), c10::str(schema.operator_name()));
}

// implementOperator(library, namespace, name, key, kernel): kernel([...arguments]) returns [...results], or
// is null for a key that hands the call on.
Napi::Value implementOperator(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  auto& library = readLibrary(info);
  const std::string name = info[2].As<Napi::String>(), ns = info[1].As<Napi::String>();
  // The former kernel goes first: libtorch warns where two are there at once.
  library.kernels.erase(name + " " + std::string(info[3].As<Napi::String>()));
  auto made = std::make_unique<torch::Library>(torch::Library::IMPL, ns, readKey(info[3]), "JavaScript", 0);
  if (info[4].IsNull()) {
    made->impl(name.c_str(), torch::CppFunction::makeFallthrough());
  } else {
    made->impl(name.c_str(),
               torch::CppFunction::makeFromBoxedFunctor(std::make_unique<JsKernel>(state, info[4])));
  }
  library.kernels[name + " " + std::string(info[3].As<Napi::String>())] = std::move(made);
  return info.Env().Undefined();
}

// closeLibrary(library): takes back all that it has registered.
Napi::Value closeLibrary(const Napi::CallbackInfo& info) {
  unbox<JsLibrary>(info.Env(), info[0]).reset();
  stateOf(info.Env()).overloads.clear();
  return info.Env().Undefined();
}

// hasKernel(name, overload, key)
Napi::Value hasKernel(const Napi::CallbackInfo& info) {
  const auto op =
      c10::Dispatcher::singleton().findOp({info[0].As<Napi::String>(), info[1].As<Napi::String>()});
  return Napi::Boolean::New(info.Env(), op && op->hasKernelForDispatchKey(readKey(info[2])));
}

// belowAutograd(body): what it returns; operators in it are not differentiated.
Napi::Value belowAutograd(const Napi::CallbackInfo& info) {
  const at::AutoDispatchBelowAutograd guard;
  napi_value result = nullptr;
  check(info.Env(), napi_call_function(info.Env(), info.Env().Undefined(), info[0], 0, nullptr, &result));
  return {info.Env(), result};
}

// operatorTags(): the number of each tag.
Napi::Value operatorTags(const Napi::CallbackInfo& info) {
  auto tags = Napi::Object::New(info.Env());
  const std::pair<const char*, at::Tag> known[] = {
      {"core", at::Tag::core},
      {"data_dependent_output", at::Tag::data_dependent_output},
      {"dynamic_output_shape", at::Tag::dynamic_output_shape},
      {"flexible_layout", at::Tag::flexible_layout},
      {"generated", at::Tag::generated},
      {"inplace_view", at::Tag::inplace_view},
      {"maybe_aliasing_or_mutating", at::Tag::maybe_aliasing_or_mutating},
      {"needs_contiguous_strides", at::Tag::needs_contiguous_strides},
      {"needs_exact_strides", at::Tag::needs_exact_strides},
      {"needs_fixed_stride_order", at::Tag::needs_fixed_stride_order},
      {"nondeterministic_bitwise", at::Tag::nondeterministic_bitwise},
      {"nondeterministic_seeded", at::Tag::nondeterministic_seeded},
      {"pointwise", at::Tag::pointwise},
      {"pt2_compliant_tag", at::Tag::pt2_compliant_tag},
      {"view_copy", at::Tag::view_copy},
  };
  for (const auto& [name, tag] : known) tags.Set(name, static_cast<int>(tag));
  return tags;
}

// withoutKey(key, body): what it returns; its operators skip the kernels of that key.
Napi::Value withoutKey(const Napi::CallbackInfo& info) {
  const c10::impl::ExcludeDispatchKeyGuard guard{c10::DispatchKeySet(readKey(info[0]))};
  napi_value result = nullptr;
  check(info.Env(), napi_call_function(info.Env(), info.Env().Undefined(), info[1], 0, nullptr, &result));
  return {info.Env(), result};
}

}  // namespace

void initDefine(Napi::Object exports) {
  expose<openLibrary>(exports, "openLibrary");
  expose<defineOperator>(exports, "defineOperator");
  expose<implementOperator>(exports, "implementOperator");
  expose<closeLibrary>(exports, "closeLibrary");
  expose<hasKernel>(exports, "hasKernel");
  expose<belowAutograd>(exports, "belowAutograd");
  expose<operatorTags>(exports, "operatorTags");
  expose<withoutKey>(exports, "withoutKey");
}

}  // namespace ltn
