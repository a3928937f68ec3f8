#include "tensor/init.h"

namespace ltn {

void initTensor(Napi::Object exports) {
  initHandles(exports);
  initProperties(exports);
  initData(exports);
  initIndexing(exports);
}

}  // namespace ltn
