// The C++ side of archive.test.ts: `archive write FOLDER` saves with torch::save, `archive read FOLDER` loads with
// torch::load what the test has saved, and answers with sums that only the right tensors have.
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adam.h>
#include <torch/serialize.h>

#include <cstdio>
#include <string>

namespace {

struct NetImpl : torch::nn::Module {
  NetImpl() {
    body = register_module("body", torch::nn::Sequential(torch::nn::Linear(3, 2), torch::nn::BatchNorm1d(2)));
    scale = register_parameter("scale", torch::full({2}, 0.5));
  }
  torch::nn::Sequential body{nullptr};
  torch::Tensor scale;
};
TORCH_MODULE(Net);

void write(const std::string& folder) {
  torch::manual_seed(1);
  Net net;
  torch::save(net, folder + "/module.archive");
  torch::save(torch::arange(6, torch::kFloat).reshape({2, 3}), folder + "/tensor.archive");
  torch::save(std::vector<torch::Tensor>{torch::ones({2}), torch::zeros({1}, torch::kLong)}, folder + "/vector.archive");
  torch::optim::Adam adam(net->parameters(), torch::optim::AdamOptions(0.25));
  net->scale.mutable_grad() = torch::ones({2});
  adam.step();
  torch::save(adam, folder + "/optimizer.archive");
}

void read(const std::string& folder) {
  Net net;
  torch::load(net, folder + "/module.back");
  double sum = 0;
  for (const auto& parameter : net->parameters()) sum += parameter.sum().item<double>();
  for (const auto& buffer : net->buffers()) sum += buffer.sum().item<double>();
  torch::Tensor tensor;
  torch::load(tensor, folder + "/tensor.back");
  std::vector<torch::Tensor> vector;
  torch::load(vector, folder + "/vector.back");
  std::printf("%.9g %s %g %zu %s\n", sum, c10::str(tensor.sizes()).c_str(), tensor.sum().item<double>(), vector.size(),
              c10::str(vector[1].dtype()).c_str());
}

}  // namespace

int main(int, char** arguments) {
  const std::string command = arguments[1], folder = arguments[2];
  if (command == "write") {
    write(folder);
  } else {
    read(folder);
  }
}
