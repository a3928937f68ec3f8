// Elements in and out: bytes of a dtype. TypeScript picks the typed array; nothing here knows of
// Float32Array.
#include <ATen/TracerMode.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/set.h>
#include <c10/util/strides.h>

#include <cstring>

#include "core/boundary.h"
#include "core/js_reference.h"
#include "core/state.h"
#include "core/tracing.h"
#include "dispatch/values.h"
#include "func/bare.h"
#include "tensor/foreign.h"
#include "tensor/init.h"
#include "tensor/sparse.h"
#include "trace/recorder.h"

namespace ltn {

namespace {

// Below this a copy is cheaper than an external ArrayBuffer (docs/memory.md).
constexpr size_t kShareBytes = 64 << 10;

struct Bytes {
  uint8_t* data;
  size_t length;
};

// (buffer, byteOffset, byteLength) at info[first]
Bytes readBytes(const Napi::CallbackInfo& info, size_t first) {
  auto buffer = info[first].As<Napi::ArrayBuffer>();
  const auto offset = static_cast<size_t>(readInt(info.Env(), info[first + 1]));
  const auto length = static_cast<size_t>(readInt(info.Env(), info[first + 2]));
  if (buffer.IsDetached()) throw ArgumentError("the ArrayBuffer has been detached");
  if (offset > buffer.ByteLength() || length > buffer.ByteLength() - offset) {
    throw ArgumentError("the view lies outside its ArrayBuffer");
  }
  return {static_cast<uint8_t*>(buffer.Data()) + offset, length};
}

struct Layout {
  std::vector<int64_t> shape;
  at::ScalarType dtype;
};

void checkSize(const Layout& layout, size_t length) {
  size_t count = 1;
  for (const int64_t extent : layout.shape) {
    if (extent < 0) throw ArgumentError("expected sizes of at least 0 in the shape");
    if (__builtin_mul_overflow(count, static_cast<size_t>(extent), &count))
      throw ArgumentError("the shape is too large");
  }
  size_t bytes = 0;
  if (__builtin_mul_overflow(count, at::elementSize(layout.dtype), &bytes) || bytes != length) {
    throw ArgumentError(c10::str("a tensor of shape ", at::IntArrayRef(layout.shape), " and dtype ",
                                 layout.dtype, " needs ", bytes, " bytes, got ", length));
  }
}

// fromBytes(buffer, byteOffset, byteLength, dtype, shape): copies.
Napi::Value fromBytes(const Napi::CallbackInfo& info) {
  const Bytes bytes = readBytes(info, 0);
  const Layout layout{readInts(info.Env(), info[4]), readDtype(info.Env(), info[3])};
  checkSize(layout, bytes.length);
  const Unrecorded constant;
  // Nor does libtorch's tracer record it: the trace would have the memory without the bytes.
  const at::tracer::impl::NoTracerDispatchMode untraced;
  at::Tensor tensor = at::empty(layout.shape, at::dtype(layout.dtype));
  if (bytes.length) std::memcpy(tensor.data_ptr(), bytes.data, bytes.length);
  return {info.Env(), toJs(stateOf(info.Env()), std::move(tensor))};
}

// viewBytes(buffer, byteOffset, byteLength, dtype, shape): shares the memory, which stays alive as long as
// the storage.
Napi::Value viewBytes(const Napi::CallbackInfo& info) {
  const Bytes bytes = readBytes(info, 0);
  const Layout layout{readInts(info.Env(), info[4]), readDtype(info.Env(), info[3])};
  checkSize(layout, bytes.length);
  if (reinterpret_cast<uintptr_t>(bytes.data) % at::elementSize(layout.dtype) != 0) {
    throw ArgumentError(c10::str("the view is not aligned for ", layout.dtype));
  }
  const Unrecorded constant;
  const at::tracer::impl::NoTracerDispatchMode untraced;
  auto owner = std::make_shared<JsReference>(info.Env(), info[0]);
  at::Tensor tensor = at::empty({0}, at::dtype(layout.dtype));
  tensor.set_(jsStorage(std::move(owner), bytes.data, bytes.length), 0, layout.shape,
              c10::contiguous_strides(layout.shape));
  return {info.Env(), toJs(stateOf(info.Env()), std::move(tensor))};
}

Napi::Value copyOut(Napi::Env env, const at::Tensor& tensor) {
  auto buffer = Napi::ArrayBuffer::New(env, tensor.nbytes());
  if (tensor.nbytes()) std::memcpy(buffer.Data(), tensor.const_data_ptr(), tensor.nbytes());
  return buffer;
}

// An ArrayBuffer over the tensor's own memory, or null where the host does not allow that.
Napi::Value shareOut(Napi::Env env, const at::Tensor& tensor) {
  auto* keeper = new at::Tensor(tensor);
  napi_value buffer = nullptr;
  const auto finalize = [](napi_env, void*, void* hint) { delete static_cast<at::Tensor*>(hint); };
  const auto status =
      napi_create_external_arraybuffer(env, tensor.data_ptr(), tensor.nbytes(), finalize, keeper, &buffer);
  if (status == napi_ok) return {env, buffer};
  // After another failure, as in a worker that is being terminated, Node may have the finalizer already.
  if (status == napi_no_external_buffers_allowed) delete keeper;
  return {};
}

at::Tensor dense(const at::Tensor& tensor) {
  const OutsideTransforms outside;
  if (isTransformed(tensor)) return dense(valuesOf(tensor));
  checkIndices(tensor);
  at::Tensor result = tensor.detach();
  if (result.layout() != at::kStrided) result = result.to_dense();
  return result.cpu().resolve_conj().resolve_neg().contiguous();
}

// A trace cannot record what JavaScript computes with the elements of a tensor.
void warnOfConstant() {
  if (!isTracing()) return;
  TORCH_WARN(
      "Converting a tensor to JavaScript values might cause the trace to be incorrect. The data flow of "
      "JavaScript values is not recorded, so these values will be treated as constants in the future. The "
      "trace might not generalize to other inputs!");
}

// toBytes(handle): the elements in row-major order, in memory that is the caller's own.
Napi::Value toBytes(const Napi::CallbackInfo& info) {
  warnOfConstant();
  const at::Tensor& source = readTensor(stateOf(info.Env()), info[0]);
  refuseReading(source, "tolist() or toTypedArray()");
  const Unrecorded reading;
  const at::Tensor elements = dense(source);
  const bool fresh =
      elements.defined() && elements.storage().use_count() == 1 && !elements.is_alias_of(source);
  if (fresh && elements.nbytes() >= kShareBytes) {
    const Napi::Value shared = shareOut(info.Env(), elements);
    if (!shared.IsEmpty()) return shared;
  }
  return copyOut(info.Env(), elements);
}

// shareBytes(handle): the memory of a contiguous CPU tensor itself.
Napi::Value shareBytes(const Napi::CallbackInfo& info) {
  const at::Tensor& tensor = readTensor(stateOf(info.Env()), info[0]);
  if (!tensor.device().is_cpu() || tensor.layout() != at::kStrided || !tensor.is_contiguous()) {
    throw ArgumentError(
        "only a contiguous tensor on the CPU shares its memory: call cpu() and contiguous() first");
  }
  if (tensor.is_conj() || tensor.is_neg())
    throw ArgumentError(
        "this tensor is a lazy conjugate or negative: call resolveConj() or resolveNeg() first");
  if (isTransformed(tensor)) {
    valuesOf(tensor);  // Says what is wrong within vmap.
    throw ArgumentError("Cannot access data pointer of Tensor that doesn't have storage");
  }
  if (tensor.nbytes() == 0) return Napi::ArrayBuffer::New(info.Env(), 0);
  refuseReading(tensor, "shareBytes()");
  // A resize would move the memory away from under the view.
  tensor.storage().unsafeGetStorageImpl()->set_resizable(false);
  const Napi::Value shared = shareOut(info.Env(), tensor.detach());
  if (shared.IsEmpty()) throw ArgumentError("this host does not allow memory to be shared with JavaScript");
  return shared;
}

Napi::Value item(const Napi::CallbackInfo& info) {
  const at::Tensor& tensor = readTensor(stateOf(info.Env()), info[0]);
  warnOfConstant();
  if (tensor.numel() != 1) {
    throw ArgumentError(
        c10::str("a Tensor with ", tensor.numel(), " elements cannot be converted to Scalar"));
  }
  return {info.Env(), scalarToJs(info.Env(), tensor.item())};
}

Napi::Value elementSize(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), at::elementSize(readDtype(info.Env(), info[0])));
}

}  // namespace

void initData(Napi::Object exports) {
  expose<fromBytes>(exports, "fromBytes");
  expose<viewBytes>(exports, "viewBytes");
  expose<toBytes>(exports, "toBytes");
  expose<shareBytes>(exports, "shareBytes");
  expose<item>(exports, "item");
  expose<elementSize>(exports, "elementSize");
}

}  // namespace ltn
