// FileStore over a file that is looked at before libtorch reads it.
#pragma once

#include <string>
#include <torch/csrc/distributed/c10d/FileStore.hpp>

namespace ltn {

// libtorch reads lengths from the file, and tries again without end where the file is shorter than they say
// or than it was. So each call looks at what is new in it first, and throws KindError where that is no store:
// the file may have been there before, or be emptied, or be written to by others, or a rank may be killed in
// the middle of an entry. Nothing at the path is fine.
class CheckedFileStore : public c10d::FileStore {
 public:
  CheckedFileStore(const std::string& path, int workers);
  CheckedFileStore(const CheckedFileStore&) = delete;
  CheckedFileStore& operator=(const CheckedFileStore&) = delete;
  ~CheckedFileStore() override;

  void set(const std::string& key, const std::vector<uint8_t>& value) override;
  std::vector<uint8_t> compareSet(const std::string& key, const std::vector<uint8_t>& expected,
                                  const std::vector<uint8_t>& desired) override;
  std::vector<uint8_t> get(const std::string& key) override;
  int64_t add(const std::string& key, int64_t value) override;
  int64_t getNumKeys() override;
  bool deleteKey(const std::string& key) override;
  bool check(const std::vector<std::string>& keys) override;
  std::vector<std::string> listKeys() override;

 private:
  void requireIntact();
};

}  // namespace ltn
