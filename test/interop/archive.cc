// The C++ side of archive.test.ts: `archive write FOLDER` saves with torch::save, `archive read FOLDER` loads with
// torch::load what the test has saved, and answers with figures that only the right content has. Optimizers take two
// steps before they are saved; the parameters after a third are the figures. (C++ cannot save an LBFGS whose history is
// not full: it holds undefined tensors.)
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adagrad.h>
#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>
#include <torch/optim/lbfgs.h>
#include <torch/optim/rmsprop.h>
#include <torch/optim/sgd.h>
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

// Calls body(name, options) for every optimizer of C++.
template <class Body>
void eachOptimizer(Body body) {
  using namespace torch::optim;
  body("Adam", AdamOptions(0.25).betas({0.8, 0.95}).amsgrad(true), static_cast<Adam*>(nullptr));
  body("AdamW", AdamWOptions(0.125).weight_decay(0.5), static_cast<AdamW*>(nullptr));
  body("SGD", SGDOptions(0.0625).momentum(0.5).nesterov(true), static_cast<SGD*>(nullptr));
  body("Adagrad", AdagradOptions(0.25).lr_decay(0.125), static_cast<Adagrad*>(nullptr));
  body("RMSprop", RMSpropOptions(0.03125).momentum(0.5).centered(true), static_cast<RMSprop*>(nullptr));
  body("LBFGS", LBFGSOptions(0.5).max_iter(3).history_size(2), static_cast<LBFGS*>(nullptr));
}

std::vector<torch::Tensor> parameters() {
  std::vector<torch::Tensor> out = {torch::full({3}, 2.0), torch::full({2, 2}, -1.0)};
  for (auto& parameter : out) parameter.requires_grad_();
  return out;
}

template <class Optimizer>
void steps(Optimizer& optimizer, std::vector<torch::Tensor>& parameters, int count) {
  const auto closure = [&] {
    optimizer.zero_grad();
    torch::Tensor loss = parameters[0].pow(4).sum() + (parameters[1] - 0.25).pow(2).sum();
    loss.backward();
    return loss;
  };
  for (int i = 0; i < count; ++i) optimizer.step(closure);
}

void print(const std::string& name, const std::vector<torch::Tensor>& parameters) {
  std::printf("%s", name.c_str());
  for (const auto& parameter : parameters) {
    const torch::Tensor flat = parameter.detach().flatten();
    for (int64_t i = 0; i < flat.numel(); ++i) std::printf(" %.9g", flat[i].item<double>());
  }
  std::printf("\n");
}

void write(const std::string& folder) {
  torch::manual_seed(1);
  Net net;
  torch::save(net, folder + "/module.archive");
  torch::save(torch::arange(6, torch::kFloat).reshape({2, 3}), folder + "/tensor.archive");
  torch::save(std::vector<torch::Tensor>{torch::ones({2}), torch::zeros({1}, torch::kLong)}, folder + "/vector.archive");
  eachOptimizer([&]<class Options, class Optimizer>(const std::string& name, const Options& options, Optimizer*) {
    auto trained = parameters();
    Optimizer optimizer(trained, options);
    steps(optimizer, trained, 2);
    torch::save(trained, folder + "/" + name + "-parameters.archive");
    torch::save(optimizer, folder + "/" + name + ".archive");
    steps(optimizer, trained, 1);
    print(name, trained);
  });
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

void readOptimizers(const std::string& folder) {
  eachOptimizer([&]<class Options, class Optimizer>(const std::string& name, const Options&, Optimizer*) {
    std::vector<torch::Tensor> saved;
    torch::load(saved, folder + "/" + name + "-parameters.archive");
    std::vector<torch::Tensor> trained;
    for (const auto& tensor : saved) trained.push_back(tensor.detach().clone().requires_grad_());
    Optimizer optimizer(trained, Options(1.0));
    torch::load(optimizer, folder + "/" + name + ".back");
    steps(optimizer, trained, 1);
    print(name, trained);
  });
}

}  // namespace

int main(int, char** arguments) {
  const std::string command = arguments[1], folder = arguments[2];
  if (command == "write") write(folder);
  if (command == "read") read(folder);
  if (command == "read-optimizers") readOptimizers(folder);
}
