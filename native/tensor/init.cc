#include "tensor/init.h"

#include "tensor/storages.h"

namespace ltn {

void initTensor(Napi::Object exports) {
  installStorages();
  initHandles(exports);
  initProperties(exports);
  initData(exports);
  initIndexing(exports);
}

}  // namespace ltn
