// What torch::data asks for: a dataset that gathers the rows of a batch at once, and a sampler that follows
// an order that TypeScript has drawn the way Python draws it.
#pragma once

#include <torch/data/datasets/base.h>
#include <torch/data/samplers/base.h>

#include <utility>
#include <vector>

namespace ltn {

// The rows of one batch: a view of the epoch's order. torch::data wants a `size()`.
struct Rows {
  at::Tensor indices;
  size_t size() const { return static_cast<size_t>(indices.size(0)); }
};

using Batch = std::vector<at::Tensor>;

// Tensors of equal first extents; a batch is one index_select per tensor. torch::data copies it into each of
// its threads, which share the storages.
class GatherDataset : public torch::data::datasets::BatchDataset<GatherDataset, Batch, Rows> {
 public:
  explicit GatherDataset(std::vector<at::Tensor> tensors) : tensors_(std::move(tensors)) {}

  Batch get_batch(Rows rows) override {
    Batch batch;
    batch.reserve(tensors_.size());
    for (const auto& tensor : tensors_) {
      batch.push_back(tensor.index_select(0, rows.indices.to(tensor.device())));
    }
    return batch;
  }

  std::optional<size_t> size() const override { return static_cast<size_t>(tensors_.front().size(0)); }

 private:
  std::vector<at::Tensor> tensors_;
};

// Yields a given order in batches.
class OrderSampler : public torch::data::samplers::Sampler<Rows> {
 public:
  explicit OrderSampler(at::Tensor order) : order_(std::move(order)) {}

  void reset(std::optional<size_t> = std::nullopt) override { position_ = 0; }

  std::optional<Rows> next(size_t batch_size) override {
    const int64_t left = order_.size(0) - position_;
    if (left <= 0) return std::nullopt;
    const int64_t count = std::min<int64_t>(left, static_cast<int64_t>(batch_size));
    Rows rows{order_.narrow(0, position_, count)};
    position_ += count;
    return rows;
  }

  // An epoch's state is kept in TypeScript (DataLoader.stateDict), where Python's libraries keep it.
  void save(torch::serialize::OutputArchive&) const override {
    TORCH_CHECK(false, "an order is not serialized");
  }
  void load(torch::serialize::InputArchive&) override { TORCH_CHECK(false, "an order is not serialized"); }

 private:
  at::Tensor order_;
  int64_t position_ = 0;
};

}  // namespace ltn
