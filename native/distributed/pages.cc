// Memory for parameters that are whole only for a while: `fullyShard` fills it before a layer runs, and gives
// it back to the system behind the tensors' backs, which then read zeros. A tensor whose memory has been
// given back counts as changed in place: autograd refuses to use it unless it has been filled again.
#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <memory>
#include <vector>

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/mman.h>
#include <unistd.h>
#endif

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "distributed/init.h"

namespace ltn {

namespace {

// Bytes that are filled at this moment in the whole process, and the most that ever were.
std::atomic<int64_t> filled_bytes{0}, most_filled_bytes{0};

constexpr size_t kAlignment = 64;

// More changes in place than a tensor sees while it is whole.
constexpr int64_t kGone = int64_t{1} << 30;

size_t alignedUp(size_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

// Anonymous memory of the system; empty regions have none.
class Pages {
 public:
  explicit Pages(size_t bytes) : bytes_(bytes) {
    if (bytes == 0) return;
#ifdef _WIN32
    data_ = VirtualAlloc(nullptr, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    const bool failed = data_ == nullptr;
#else
    data_ = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    const bool failed = data_ == MAP_FAILED;
#endif
    TORCH_CHECK_WITH(OutOfMemoryError, !failed, "cannot allocate ", bytes, " bytes for whole parameters");
  }
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;
  ~Pages() {
    if (bytes_ == 0) return;
    count(false);
#ifdef _WIN32
    VirtualFree(data_, 0, MEM_RELEASE);
#else
    munmap(data_, bytes_);
#endif
  }

  uint8_t* data() const { return static_cast<uint8_t*>(data_); }
  bool filled() const { return filled_; }

  // Notes whether the memory is in use.
  void count(bool filled) {
    if (filled == filled_) return;
    filled_ = filled;
    const auto change = static_cast<int64_t>(bytes_);
    const int64_t now = filled_bytes += filled ? change : -change;
    int64_t most = most_filled_bytes;
    while (now > most && !most_filled_bytes.compare_exchange_weak(most, now)) {
    }
  }

  // Gives the memory back; from here on it reads as zeros (on Windows: as anything).
  void drop() {
    if (bytes_ == 0) return;
#ifdef _WIN32
    VirtualAlloc(data_, bytes_, MEM_RESET, PAGE_READWRITE);
#else
    void* again = mmap(data_, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    if (again != data_) std::memset(data_, 0, bytes_);
#endif
    count(false);
  }

 private:
  size_t bytes_;
  void* data_ = nullptr;
  bool filled_ = false;
};

}  // namespace

struct Place {
  size_t offset;
  size_t bytes;
  c10::VariableVersion version;
  int64_t base;
};

// The tensors of one region, and what their versions were when they were made.
struct Whole {
  std::shared_ptr<Pages> pages;
  std::vector<Place> places;

  // In inference mode versions are not counted.
  void changeVersions(int64_t by) {
    for (Place& place : places) {
      if (place.version.enabled()) place.version.set_version(place.base + by);
    }
  }
};

template <>
struct BoxName<Whole> {
  static constexpr const char* kName = "region of whole parameters";
};

namespace {

// wholeCreate(dtypes, shapes): the region and the handles of its tensors.
Napi::Value wholeCreate(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto dtypes = readInts(env, info[0]);
  const auto shapes = info[1].As<Napi::Array>();
  if (dtypes.size() != shapes.Length()) throw ArgumentError("expected a shape for each dtype");
  std::vector<c10::ScalarType> types;
  std::vector<std::vector<int64_t>> sizes;
  std::vector<size_t> bytes;
  size_t total = 0;
  for (uint32_t i = 0; i < shapes.Length(); ++i) {
    types.push_back(readDtype(env, Napi::Number::New(env, static_cast<double>(dtypes[i]))));
    sizes.push_back(readInts(env, shapes.Get(i)));
    size_t count = at::elementSize(types.back());
    for (const int64_t extent : sizes.back()) {
      if (extent < 0 || __builtin_mul_overflow(count, static_cast<size_t>(extent), &count)) {
        throw ArgumentError("the shape is too large: its bytes do not fit int64");
      }
    }
    bytes.push_back(count);
    if (__builtin_add_overflow(total, alignedUp(count), &total))
      throw ArgumentError("the shapes are too large: their bytes do not fit int64");
  }
  auto whole = std::make_shared<Whole>();
  whole->pages = std::make_shared<Pages>(total);
  std::vector<at::Tensor> tensors;
  size_t offset = 0;
  for (size_t i = 0; i < sizes.size(); ++i) {
    at::Tensor tensor = at::from_blob(
        whole->pages->data() + offset, sizes[i], [pages = whole->pages](void*) {}, at::dtype(types[i]));
    const c10::VariableVersion version = tensor.unsafeGetTensorImpl()->version_counter();
    const int64_t base = version.enabled() ? version.current_version() : 0;
    whole->places.push_back({offset, bytes[i], version, base});
    tensors.push_back(std::move(tensor));
    offset += alignedUp(bytes[i]);
  }
  Napi::Array out = Napi::Array::New(env, 2);
  out.Set(0u, box(env, whole));
  out.Set(1u, Napi::Value(env, tensorsToJs(stateOf(env), tensors)));
  return out;
}

// wholeFill(region, gathered, ranks, offsets, lengths): from bytes that `ranks` ranks gave, each as many. Of
// rank r, tensor i has the `lengths[i]` bytes at `offsets[i]`; the last ones may be padded.
Napi::Value wholeFill(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::shared_ptr<Whole> whole = unbox<Whole>(env, info[0]);
  const at::Tensor gathered = readTensor(stateOf(env), info[1]);
  const int64_t ranks = readInt(env, info[2]);
  const auto offsets = readInts(env, info[3]), lengths = readInts(env, info[4]);
  const bool plain =
      gathered.device().is_cpu() && gathered.is_contiguous() && gathered.scalar_type() == at::kByte;
  if (!plain || ranks < 1 || gathered.numel() % ranks != 0)
    throw ArgumentError("expected the bytes of all ranks");
  if (offsets.size() != whole->places.size() || lengths.size() != offsets.size()) {
    throw ArgumentError("expected a part for each tensor");
  }
  const int64_t each = gathered.numel() / ranks;
  const auto* from = static_cast<const uint8_t*>(gathered.const_data_ptr());
  for (size_t i = 0; i < offsets.size(); ++i) {
    const Place& place = whole->places[i];
    const bool inside =
        offsets[i] >= 0 && lengths[i] >= 0 && offsets[i] <= each && lengths[i] <= each - offsets[i];
    if (!inside || static_cast<size_t>(lengths[i]) * static_cast<size_t>(ranks) < place.bytes) {
      throw ArgumentError("a part goes beyond the end of the gathered bytes");
    }
  }
  for (size_t i = 0; i < offsets.size(); ++i) {
    const Place& place = whole->places[i];
    for (int64_t rank = 0; rank < ranks; ++rank) {
      const auto begin = static_cast<size_t>(rank * lengths[i]);
      if (begin >= place.bytes) break;
      const size_t count = std::min(static_cast<size_t>(lengths[i]), place.bytes - begin);
      std::memcpy(whole->pages->data() + place.offset + begin, from + rank * each + offsets[i], count);
    }
  }
  whole->pages->count(true);
  whole->changeVersions(0);
  return env.Undefined();
}

// wholeDrop(region)
Napi::Value wholeDrop(const Napi::CallbackInfo& info) {
  const std::shared_ptr<Whole> whole = unbox<Whole>(info.Env(), info[0]);
  if (whole->pages->filled()) {
    whole->pages->drop();
    whole->changeVersions(kGone);
  }
  return info.Env().Undefined();
}

// wholeFilled(region)
Napi::Value wholeFilled(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), unbox<Whole>(info.Env(), info[0])->pages->filled());
}

// wholeBytes(): how many are filled, and the most since the last call.
Napi::Value wholeBytes(const Napi::CallbackInfo& info) {
  Napi::Array out = Napi::Array::New(info.Env(), 2);
  const int64_t now = filled_bytes;
  out.Set(0u, static_cast<double>(now));
  out.Set(1u, static_cast<double>(most_filled_bytes.exchange(now)));
  return out;
}

}  // namespace

void initPages(Napi::Object exports) {
  expose<wholeCreate>(exports, "wholeCreate");
  expose<wholeFill>(exports, "wholeFill");
  expose<wholeDrop>(exports, "wholeDrop");
  expose<wholeFilled>(exports, "wholeFilled");
  expose<wholeBytes>(exports, "wholeBytes");
}

}  // namespace ltn
