// The rows of the registry: one optimizer each, in a namespace of its own.
#pragma once

#include "optim/holder.h"

namespace ltn::optim {

namespace adadelta {
extern const Row kRow;
}
namespace adafactor {
extern const Row kRow;
}
namespace adagrad {
extern const Row kRow;
}
namespace adam {
extern const Row kRow;
}
namespace adamax {
extern const Row kRow;
}
namespace asgd {
extern const Row kRow;
}
namespace muon {
extern const Row kRow;
}
namespace nadam {
extern const Row kRow;
}
namespace radam {
extern const Row kRow;
}
namespace rmsprop {
extern const Row kRow;
}
namespace rprop {
extern const Row kRow;
}
namespace sgd {
extern const Row kRow;
}
namespace sparse_adam {
extern const Row kRow;
}

}  // namespace ltn::optim
