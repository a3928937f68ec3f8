#include "tensor/init.h"

#include "tensor/small_storages.h"

namespace ltn {

void initTensor(Napi::Object exports) {
  installSmallStorages();
  initHandles(exports);
  initProperties(exports);
  initData(exports);
  initIndexing(exports);
}

}  // namespace ltn
