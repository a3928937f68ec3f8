// Rows of losses over classes.
#include <torch/nn/modules/loss.h>

#include "nn/fields.h"

namespace ltn {

namespace {

namespace nn = torch::nn;

ModulePtr makeNLLLoss(EnvState& state, napi_value object) {
  using Options = nn::NLLLossOptions;
  Options options;
  readOptions<Options>(
      state, object, options,
      {LTN_FIELD(Options, weight), LTN_FIELD(Options, ignore_index), LTN_FIELD(Options, reduction)});
  return std::make_shared<nn::NLLLossImpl>(options);
}

ModulePtr makeCrossEntropyLoss(EnvState& state, napi_value object) {
  using Options = nn::CrossEntropyLossOptions;
  Options options;
  readOptions<Options>(state, object, options,
                       {LTN_FIELD(Options, weight), LTN_FIELD(Options, ignore_index),
                        LTN_FIELD(Options, reduction), LTN_FIELD(Options, label_smoothing)});
  return std::make_shared<nn::CrossEntropyLossImpl>(options);
}

}  // namespace

const ModuleRows& lossRows() {
  static const ModuleRows rows = {
      {"NLLLoss", makeNLLLoss, forwardTwo<nn::NLLLossImpl>, snapshotWeight<nn::NLLLossImpl>,
       assignWeight<nn::NLLLossImpl>, resetNothing, nullptr},
      {"CrossEntropyLoss", makeCrossEntropyLoss, forwardTwo<nn::CrossEntropyLossImpl>,
       snapshotWeight<nn::CrossEntropyLossImpl>, assignWeight<nn::CrossEntropyLossImpl>, resetNothing,
       nullptr},
  };
  return rows;
}

}  // namespace ltn
