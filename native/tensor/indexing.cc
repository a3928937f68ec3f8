// x[...] and x[...] = y, with libtorch's own rules (ATen/TensorIndexing.h), which are Python's.
#include <ATen/TensorIndexing.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "tensor/init.h"

namespace ltn {

namespace {

using at::indexing::TensorIndex;

// The codes of lib/indexing.ts: IndexKind.
enum : int64_t { kNone, kEllipsis, kBoolean, kInteger, kSlice, kTensor };

// Each index takes four numbers: its kind and up to three values; a missing bound of a slice is null.
constexpr uint32_t kWidth = 4;

std::optional<c10::SymInt> bound(const Napi::Value& value) {
  if (value.IsNull()) return std::nullopt;
  return c10::SymInt(readInt(value.Env(), value));
}

TensorIndex slice(const Napi::Array& codes, uint32_t at) {
  const auto step = bound(codes.Get(at + 3));
  if (step && *step <= 0) throw ArgumentError("slice step must be positive");
  return at::indexing::Slice(bound(codes.Get(at + 1)), bound(codes.Get(at + 2)), step);
}

TensorIndex readIndex(EnvState& state, const Napi::Array& codes, uint32_t at) {
  const Napi::Value value = codes.Get(at + 1);
  switch (readInt(state.env, codes.Get(at))) {
    case kNone:
      return at::indexing::None;
    case kEllipsis:
      return at::indexing::Ellipsis;
    case kBoolean:
      return readInt(state.env, value) != 0;
    case kInteger:
      return TensorIndex(c10::SymInt(readInt(state.env, value)));
    case kSlice:
      return slice(codes, at);
    case kTensor:
      return readTensor(state, value);
    default:
      throw ArgumentError("unknown index");
  }
}

std::vector<TensorIndex> readIndices(EnvState& state, const Napi::Value& value) {
  const auto codes = value.As<Napi::Array>();
  std::vector<TensorIndex> result;
  for (uint32_t at = 0; at + kWidth <= codes.Length(); at += kWidth)
    result.push_back(readIndex(state, codes, at));
  return result;
}

Napi::Value index(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor self = readTensor(state, info[0]);
  return {info.Env(), toJs(state, self.index(readIndices(state, info[1])))};
}

// indexPut(handle, indices, value: handle or null, scalar)
Napi::Value indexPut(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  at::Tensor self = readTensor(state, info[0]);
  const auto indices = readIndices(state, info[1]);
  if (info[2].IsNull()) {
    self.index_put_(indices, readScalar(info.Env(), info[3]));
  } else {
    self.index_put_(indices, readTensor(state, info[2]));
  }
  return info.Env().Undefined();
}

}  // namespace

void initIndexing(Napi::Object exports) {
  expose<index>(exports, "index");
  expose<indexPut>(exports, "indexPut");
}

}  // namespace ltn
