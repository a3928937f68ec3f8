// Runs a fuzzer without libFuzzer, where only gcc is there: standalone SECONDS SEED FOLDER changes the files
// of the folder at random places and gives them to the fuzzer. What reaches a place in the code that none has
// reached before is kept, in the folder too, and changed again. See fuzz/run.sh.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
// What -fsanitize-coverage=trace-pc calls at every branch of what it compiles.
extern "C" void __sanitizer_cov_trace_pc();

namespace {

// Ways from one branch to the next that were taken, by a number that few of them share.
constexpr size_t kPlaces = 1 << 18;
bool reached[kPlaces];
uintptr_t last_place = 0;
bool is_new = false;

using Bytes = std::vector<uint8_t>;

Bytes contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(file), {});
}

// One to eight changes: a byte, a number, a part that is cut out, doubled, or taken from another file.
void change(Bytes& bytes, const Bytes& other, std::mt19937_64& random) {
  const auto below = [&](size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (size_t left = 1 + below(8); left > 0 && !bytes.empty(); --left) {
    const size_t at = below(bytes.size()), length = below(std::min<size_t>(bytes.size() - at, 64) + 1);
    const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(5)) {
      case 0:
        *from = static_cast<uint8_t>(random());
        break;
      case 1:
        *from = static_cast<uint8_t>(*from ^ (1u << below(8)));
        break;
      case 2:
        bytes.erase(from, from + static_cast<std::ptrdiff_t>(length));
        break;
      case 3: {
        const Bytes part(from, from + static_cast<std::ptrdiff_t>(length));
        bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size())), part.begin(),
                     part.end());
        break;
      }
      default:
        for (size_t i = 0; i < length && at + i < other.size(); ++i)
          bytes[at + i] = other[below(other.size())];
    }
  }
}

void write(const std::filesystem::path& path, const Bytes& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

bool reachesNewPlaces(const Bytes& bytes) {
  is_new = false;
  last_place = 0;
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  return is_new;
}

}  // namespace

extern "C" void __sanitizer_cov_trace_pc() {
  const auto place = reinterpret_cast<uintptr_t>(__builtin_return_address(0));
  const uintptr_t way = (place ^ (last_place << 1)) * 0x9e3779b97f4a7c15u;
  last_place = place;
  bool& known = reached[way >> 46];
  is_new |= !known;
  known = true;
}

int main(int count, char** arguments) {
  if (count != 4) return 2;
  const std::filesystem::path folder = arguments[3];
  std::vector<Bytes> corpus;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    corpus.push_back(contentOf(file.path()));
  if (corpus.empty()) return 2;
  for (const Bytes& bytes : corpus) reachesNewPlaces(bytes);
  const size_t first = corpus.size();
  std::mt19937_64 random(std::strtoull(arguments[2], nullptr, 10));
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(arguments[1]));
  uint64_t runs = 0;
  for (; std::chrono::steady_clock::now() < end; ++runs) {
    Bytes bytes = corpus[random() % corpus.size()];
    change(bytes, corpus[random() % corpus.size()], random);
    if (bytes.size() > 16384) continue;
    // What crashed stays in this file.
    write("standalone-input", bytes);
    if (!reachesNewPlaces(bytes)) continue;
    write(folder / ("kept-" + std::string(arguments[2]) + "-" + std::to_string(corpus.size())), bytes);
    corpus.push_back(std::move(bytes));
  }
  std::printf("%llu inputs, %zu at the start, %zu kept\n", static_cast<unsigned long long>(runs), first,
              corpus.size() - first);
  return 0;
}
