// The loader: a module without any libtorch dependency. It always loads, makes libtorch resident by absolute
// path, and reports what the system's dynamic linker said when that fails.
#include <napi.h>

#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#endif

#include <string>

namespace {

#ifdef _WIN32
std::string lastError() {
  char text[512] = {};
  FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, GetLastError(), 0, text,
                 sizeof text - 1, nullptr);
  return text;
}

// Returns what went wrong, or an empty string. The module stays loaded until the process ends.
std::string openLibrary(const std::u16string& path) {
  const auto* wide = reinterpret_cast<const wchar_t*>(path.c_str());
  const std::wstring name(wide);
  AddDllDirectory(name.substr(0, name.find_last_of(L"\\/")).c_str());
  const DWORD flags = LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS;
  return LoadLibraryExW(wide, nullptr, flags) ? "" : lastError();
}
#endif

// preload(path): opens one shared library and keeps it. Returns null, or the linker's message.
Napi::Value preload(const Napi::CallbackInfo& info) {
  if (info.Length() != 1 || !info[0].IsString()) {
    throw Napi::TypeError::New(info.Env(), "preload(path): expected one absolute path");
  }
#ifdef _WIN32
  const std::string message = openLibrary(info[0].As<Napi::String>().Utf16Value());
  if (message.empty()) return info.Env().Null();
  return Napi::String::New(info.Env(), message);
#else
  const std::string path = info[0].As<Napi::String>().Utf8Value();
  if (dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return info.Env().Null();
  const char* message = dlerror();
  return Napi::String::New(info.Env(), message ? message : "dlopen failed");
#endif
}

Napi::Object init(Napi::Env env, Napi::Object exports) {
  exports.Set("preload", Napi::Function::New<preload>(env, "preload"));
  return exports;
}

}  // namespace

NODE_API_MODULE(libtorch_node, init)
