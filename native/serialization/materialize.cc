#include "serialization/materialize.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/_empty_affine_quantized.h>
#include <ATen/ops/_empty_per_channel_affine_quantized.h>
#include <ATen/ops/_nested_view_from_buffer.h>
#include <ATen/ops/_sparse_compressed_tensor_unsafe.h>
#include <ATen/ops/_sparse_coo_tensor_unsafe.h>
#include <ATen/ops/_validate_sparse_compressed_tensor_args.h>
#include <ATen/ops/_validate_sparse_coo_tensor_args.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_strided.h>
#include <c10/core/GradMode.h>

#include <cstring>

#include "serialization/dtypes.h"
#include "serialization/storage_io.h"
#include "serialization/tensor_spec.h"
#include "tensor/foreign.h"

namespace ltn::serialization {
namespace {

constexpr uintptr_t kAlignment = 16;  // of the widest element, complex128

const std::unordered_map<std::string_view, c10::Layout>& layouts() {
  static const std::unordered_map<std::string_view, c10::Layout> table = {
      {"torch.sparse_coo", c10::kSparse},    {"torch.sparse_csr", c10::kSparseCsr},
      {"torch.sparse_csc", c10::kSparseCsc}, {"torch.sparse_bsr", c10::kSparseBsr},
      {"torch.sparse_bsc", c10::kSparseBsc},
  };
  return table;
}

// A storage on another device, with the same bytes.
c10::Storage onDevice(const c10::Storage& cpu, const std::string& device) {
  const auto options = at::TensorOptions().dtype(at::kByte);
  at::Tensor bytes = at::empty({0}, options).set_(cpu, 0, {static_cast<int64_t>(cpu.nbytes())}, {1});
  return bytes.to(c10::Device(device)).storage();
}

}  // namespace

Materializer::Materializer(const Checkpoint& checkpoint, MapLocation map_location, bool alias, bool skip_data)
    : checkpoint_(checkpoint),
      map_location_(std::move(map_location)),
      alias_(alias && checkpoint.source->data()),
      skip_data_(skip_data) {}

void Materializer::readStorages() {
  std::vector<ReadTask> tasks;
  for (const Node* node : checkpoint_.storages) {
    const StorageSpec& spec = *node->storage;
    if (map_location_(spec.location) == "meta") {
      at::Tensor bytes = at::empty({static_cast<int64_t>(spec.bytes)},
                                   at::TensorOptions().dtype(at::kByte).device(at::kMeta));
      storages_.emplace(node, bytes.storage());
      continue;
    }
    if (skip_data_) {
      const c10::Storage zeros = allocateStorage(spec.bytes);
      if (spec.bytes > 0) std::memset(zeros.mutable_data(), 0, spec.bytes);
      storages_.emplace(node, zeros);
      continue;
    }
    const c10::Storage storage = load(spec);
    const bool pending = storage.nbytes() > 0 && spec.record.empty() && storage.allocator();
    if (pending) tasks.push_back({spec.position, static_cast<uint8_t*>(storage.mutable_data()), spec.bytes});
    storages_.emplace(node, storage);
  }
  readAll(*checkpoint_.source, tasks);
  for (const Node* node : checkpoint_.storages) {
    const StorageSpec& spec = *node->storage;
    c10::Storage& storage = storages_.at(node);
    if (storage.device_type() == c10::DeviceType::Meta) continue;
    if (checkpoint_.big_endian && !skip_data_)
      swapBytes(static_cast<uint8_t*>(storage.mutable_data()), spec.bytes, spec.swap_width);
    const std::string device = map_location_(spec.location);
    if (device != "cpu") storage = onDevice(storage, device);
  }
}

// In the source when it may lie there, else memory of its own, which is filled later unless it must be
// inflated.
c10::Storage Materializer::load(const StorageSpec& spec) {
  uint8_t* data = checkpoint_.source->data();
  const bool aligned = reinterpret_cast<uintptr_t>(data + spec.position) % kAlignment == 0;
  if (alias_ && aligned && spec.record.empty()) {
    return foreignStorage(checkpoint_.source->owner(), data + spec.position, spec.bytes);
  }
  c10::Storage storage = allocateStorage(spec.bytes);
  if (!spec.record.empty()) {
    const ZipRecord& record = checkpoint_.record(spec.record);
    std::string whole(record.size, '\0');
    if (!inflater_) inflater_ = std::make_unique<Inflater>(*checkpoint_.source);
    inflater_->inflate(record.name, whole.data(), whole.size(), record.crc);
    std::memcpy(storage.mutable_data(), whole.data(), spec.bytes);
  }
  return storage;
}

c10::Storage Materializer::place(const Node* node) {
  const StorageSpec& spec = *node->storage;
  const auto found = storages_.find(node);
  if (found != storages_.end()) return found->second;
  if (spec.inlined) {
    const c10::Storage storage = allocateStorage(spec.bytes);
    spec.inlined->read(spec.position, storage.mutable_data(), spec.bytes);
    return storages_.emplace(node, storage).first->second;
  }
  if (!spec.base) throw CheckpointError("a storage was not read");
  const c10::Storage base = place(spec.base);
  auto owner = std::make_shared<c10::Storage>(base);
  c10::Storage window =
      aliasStorage(owner, static_cast<uint8_t*>(base.mutable_data()) + spec.base_offset, spec.bytes);
  storages_.emplace(node, window);
  return window;
}

at::Tensor Materializer::tensor(const Node* node) {
  const auto found = tensors_.find(node);
  if (found != tensors_.end()) return found->second;
  const c10::AutoGradMode guard(false);
  at::Tensor out = make(node);
  if (node->tensor->conjugate && !out.is_complex())
    throw CheckpointError("a real tensor claims to be conjugated");
  if (node->tensor->conjugate) out._set_conj(true);
  if (node->tensor->negative) out._set_neg(true);
  if (node->tensor->requires_grad) out.set_requires_grad(true);
  tensors_.emplace(node, out);
  return out;
}

at::Tensor Materializer::make(const Node* node) {
  const TensorSpec& spec = *node->tensor;
  switch (spec.form) {
    case TensorForm::kMeta:
      return meta(spec);
    case TensorForm::kQuantized:
      return quantized(spec);
    case TensorForm::kSparse:
      return sparse(spec);
    case TensorForm::kNested:
      return nested(spec);
    case TensorForm::kConverted:
      return converted(spec);
    case TensorForm::kNumpy:
      return numpy(spec);
    case TensorForm::kStrided:
      break;
  }
  return strided(spec);
}

at::Tensor Materializer::strided(const TensorSpec& spec) {
  const c10::Storage storage = place(spec.storage);
  at::Tensor out = at::empty({0}, at::TensorOptions().dtype(spec.dtype).device(storage.device()));
  return out.set_(storage, spec.offset, spec.size, spec.stride);
}

at::Tensor Materializer::meta(const TensorSpec& spec) {
  return at::empty_strided(spec.size, spec.stride, at::TensorOptions().dtype(spec.dtype).device(at::kMeta));
}

at::Tensor Materializer::quantized(const TensorSpec& spec) {
  const c10::Storage storage = place(spec.storage);
  const auto options = at::TensorOptions().dtype(spec.dtype).device(storage.device());
  const std::vector<Value>& scheme = spec.scheme.node->items;
  at::Tensor out;
  if (spec.parts.empty()) {
    const double scale = scheme[1].tag == Tag::kInt ? static_cast<double>(scheme[1].integer) : scheme[1].real;
    out = at::_empty_affine_quantized({0}, options, scale, scheme[2].integer);
  } else {
    const at::Tensor scales = tensor(spec.parts[0]), zero_points = tensor(spec.parts[1]);
    const int64_t axis = scheme[3].integer;
    const int64_t channels = spec.size[static_cast<size_t>(axis)];
    if (scales.dim() != 1 || zero_points.dim() != 1 || scales.numel() != channels ||
        zero_points.numel() != channels) {
      throw CheckpointError("a quantized tensor has different numbers of scales and channels");
    }
    std::vector<int64_t> empty(spec.size.size(), 0);
    out = at::_empty_per_channel_affine_quantized(empty, scales, zero_points, axis, options);
  }
  return out.set_(storage, spec.offset, spec.size, spec.stride);
}

at::Tensor Materializer::sparse(const TensorSpec& spec) {
  const auto layout = layouts().find(spec.layout);
  if (layout == layouts().end())
    throw CheckpointError("layout " + std::string(spec.layout) + " is not known");
  std::vector<at::Tensor> parts;
  parts.reserve(spec.parts.size());
  for (const Node* part : spec.parts) parts.push_back(tensor(part));
  const at::TensorOptions options = parts.back().options().layout(layout->second);
  if (layout->second == c10::kSparse) {
    const auto coalesced = spec.coalesced < 0 ? std::nullopt : std::optional<bool>(spec.coalesced == 1);
    if (!parts[0].is_meta()) at::_validate_sparse_coo_tensor_args(parts[0], parts[1], spec.size, coalesced);
    return at::_sparse_coo_tensor_unsafe(parts[0], parts[1], spec.size, options, coalesced);
  }
  if (!parts[0].is_meta()) {
    at::_validate_sparse_compressed_tensor_args(parts[0], parts[1], parts[2], spec.size, layout->second);
  }
  return at::_sparse_compressed_tensor_unsafe(parts[0], parts[1], parts[2], spec.size, options);
}

// Each component must lie in the buffer, or reading it would leave the memory.
at::Tensor Materializer::nested(const TensorSpec& spec) {
  const at::Tensor buffer = tensor(spec.parts[0]);
  const at::Tensor sizes = tensor(spec.parts[1]).to(at::kCPU, at::kLong).contiguous();
  const at::Tensor strides = tensor(spec.parts[2]).to(at::kCPU, at::kLong).contiguous();
  const at::Tensor offsets = tensor(spec.parts[3]).to(at::kCPU, at::kLong).contiguous();
  const bool shaped = buffer.dim() == 1 && buffer.is_contiguous() && sizes.dim() == 2 &&
                      strides.sizes() == sizes.sizes() && offsets.dim() == 1 &&
                      offsets.size(0) == sizes.size(0);
  if (!shaped) throw CheckpointError("the parts of a nested tensor do not fit together");
  Node window;
  window.storage = std::make_unique<StorageSpec>();
  window.storage->bytes = static_cast<uint64_t>(buffer.numel()) * buffer.element_size();
  for (int64_t row = 0; row < sizes.size(0); ++row) {
    TensorSpec component;
    component.storage = &window;
    component.dtype = buffer.scalar_type();
    component.offset = offsets.const_data_ptr<int64_t>()[row];
    const int64_t* size = sizes.const_data_ptr<int64_t>() + row * sizes.size(1);
    const int64_t* stride = strides.const_data_ptr<int64_t>() + row * sizes.size(1);
    component.size.assign(size, size + sizes.size(1));
    component.stride.assign(stride, stride + sizes.size(1));
    checkStrided(component);
  }
  return at::_nested_view_from_buffer(buffer, sizes, strides, offsets);
}

at::Tensor Materializer::converted(const TensorSpec& spec) {
  const std::string device = map_location_(std::string(spec.device));
  return tensor(spec.parts[0]).to(at::TensorOptions().dtype(spec.dtype).device(c10::Device(device)));
}

at::Tensor Materializer::numpy(const TensorSpec& spec) {
  at::Tensor out = at::empty_strided(spec.size, spec.stride, at::TensorOptions().dtype(spec.dtype));
  const uint64_t bytes = static_cast<uint64_t>(out.numel()) * out.element_size();
  if (bytes > 0) std::memcpy(out.mutable_data_ptr(), spec.raw.data(), bytes);
  if (spec.big_endian) swapBytes(static_cast<uint8_t*>(out.mutable_data_ptr()), bytes, swapWidth(spec.dtype));
  return out;
}

}  // namespace ltn::serialization
