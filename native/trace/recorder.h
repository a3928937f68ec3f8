// Records the operators that run on this thread: what torch.export makes a graph of.
//
// While it records, a mode key above autograd and autocast is in the thread's dispatch keys. Its fallback
// sees the outermost operator of each call, whoever makes it: JavaScript, a layer of torch::nn, indexing.
// That is the level of Python's pre-dispatch graphs (aten.linear, aten.conv2d, aten.lstm.input).
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/impl/LocalDispatchKeySet.h>
#include <napi.h>

#include <string>

namespace ltn {

struct EnvState;

inline constexpr auto kRecordingKey = c10::DispatchKey::TESTING_ONLY_GenericMode;

// Whether operators of this thread are recorded now.
bool isRecording();

// What runs in its scope is no part of the graph: checks of arguments, bytes that go in and out.
class Unrecorded {
  c10::impl::ExcludeDispatchKeyGuard guard_{kRecordingKey};
};

// Throws if the elements of `tensor`, which JavaScript is about to read, depend on what the graph is given.
// `how` says what reads them, for the message: "item()".
void refuseReading(const at::Tensor& tensor, const std::string& how);

// beginRecording(place, modules, inputs), endRecording(), recordedCount(), recordedNumbers(tensors, made),
// unrecorded(body).
void initTrace(Napi::Object exports);

}  // namespace ltn
