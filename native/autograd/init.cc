#include "autograd/init.h"

namespace ltn {

void initAutograd(Napi::Object exports) {
  initBackward(exports);
  initModes(exports);
  initHooks(exports);
  initFunction(exports);
  initCycles(exports);
  initNode(exports);
  initNodeEngine(exports);
}

}  // namespace ltn
