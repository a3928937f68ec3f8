// Runs a fuzzer without libFuzzer, where only gcc is there: standalone SECONDS SEED FILE... changes the files
// at random places and gives them to the fuzzer. Nothing guides it; AddressSanitizer watches. See
// fuzz/run.sh.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

using Bytes = std::vector<uint8_t>;

Bytes contentOf(const char* path) {
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

// What crashed stays in this file.
void keep(const Bytes& bytes) {
  std::ofstream file("standalone-input", std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 2;
  std::vector<Bytes> corpus;
  for (int i = 3; i < count; ++i) corpus.push_back(contentOf(arguments[i]));
  std::mt19937_64 random(std::strtoull(arguments[2], nullptr, 10));
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(arguments[1]));
  uint64_t runs = 0;
  for (; std::chrono::steady_clock::now() < end; ++runs) {
    Bytes bytes = corpus[random() % corpus.size()];
    change(bytes, corpus[random() % corpus.size()], random);
    keep(bytes);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
  std::printf("%llu inputs\n", static_cast<unsigned long long>(runs));
  return 0;
}
