#include "serialization/raw.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <c10/core/GradMode.h>

#include "serialization/atomic_file.h"
#include "serialization/error.h"
#include "serialization/saver.h"
#include "serialization/storage_io.h"
#include "serialization/tensor_spec.h"
#include "tensor/foreign.h"

namespace ltn::serialization {
namespace {

uint64_t bytesOf(const RawTensor& tensor, uint64_t available) {
  TensorSpec spec;
  spec.dtype = tensor.dtype;
  spec.size = tensor.size;
  spec.stride = contiguousStride(tensor.size, false);
  spec.form = TensorForm::kMeta;  // sizes only
  checkStrided(spec);
  uint64_t bytes = c10::elementSize(tensor.dtype);
  for (const int64_t dim : tensor.size) bytes *= static_cast<uint64_t>(dim);
  if (bytes > available) throw CheckpointError("the file is cut off");
  return bytes;
}

}  // namespace

std::vector<at::Tensor> readRaw(const Source& source, const std::vector<RawTensor>& tensors, bool alias) {
  const c10::AutoGradMode guard(false);
  std::vector<at::Tensor> out;
  std::vector<ReadTask> tasks;
  for (const RawTensor& tensor : tensors) {
    if (tensor.position > source.size()) throw CheckpointError("the file is cut off");
    const uint64_t bytes = bytesOf(tensor, source.size() - tensor.position);
    uint8_t* data = source.data() ? source.data() + tensor.position : nullptr;
    const bool aligned = data && reinterpret_cast<uintptr_t>(data) % c10::elementSize(tensor.dtype) == 0;
    const bool in_place = alias && aligned;
    const c10::Storage storage =
        in_place ? foreignStorage(source.owner(), data, bytes) : allocateStorage(bytes);
    if (!in_place && bytes > 0) {
      tasks.push_back({tensor.position, static_cast<uint8_t*>(storage.mutable_data()), bytes});
    }
    at::Tensor made = at::empty({0}, at::TensorOptions().dtype(tensor.dtype));
    out.push_back(made.set_(storage, 0, tensor.size, contiguousStride(tensor.size, false)));
  }
  readAll(source, tasks);
  return out;
}

void writeRaw(const std::string& path, std::string_view header, const std::vector<at::Tensor>& tensors) {
  const c10::AutoGradMode guard(false);
  AtomicFile file(path);
  file.write(header.data(), header.size());
  for (const at::Tensor& tensor : tensors) {
    const at::Tensor plain = withStorage(tensor).resolve_conj().resolve_neg().cpu().contiguous();
    file.write(plain.const_data_ptr(), plain.nbytes());
  }
  file.commit();
}

}  // namespace ltn::serialization
