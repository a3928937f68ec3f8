// A checkpoint file, opened and checked, with no tensor data read yet.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "serialization/source.h"
#include "serialization/value.h"
#include "serialization/zip_index.h"

namespace ltn::serialization {

struct Checkpoint {
  Checkpoint(std::shared_ptr<Source> source, uint64_t pickle_size);

  std::shared_ptr<Source> source;
  std::string format;  // "zip", "legacy" or "pickle"
  std::string pickle;  // the nodes point into it
  Arena arena;
  Value root;
  bool big_endian = false;
  std::set<std::string> foreign;                  // names outside of the allow-list
  std::map<std::string, std::string> unreadable;  // names on it, and why a value of theirs is an Object
  uint64_t trailing = 0;                          // bytes behind a bare pickle
  std::vector<Node*> storages;                    // in the order in which the pickle names them
  std::unordered_map<std::string, Node*> by_key;
  std::vector<ZipRecord> records;  // of a zip file
  bool compressed = false;

  const ZipRecord& record(const std::string& name) const;
};

// What may be opened: a tree, in which unknown classes become Object nodes (whoever wants weights alone
// refuses it by `foreign` and `unreadable`); an archive of the C++ front end is a tree whose classes are
// TorchScript's, of which nothing is compiled; metadata is the bare pickle of a distributed checkpoint, with
// a list of names of its own.
enum class OpenMode : uint8_t { kTree, kArchive, kMetadata };

// Opens a file of `torch.save`, zip or legacy, or a bare pickle.
std::unique_ptr<Checkpoint> openCheckpoint(const std::shared_ptr<Source>& source, OpenMode mode);

// The bytes of a record, inflated.
std::string recordText(const Source& source, const ZipRecord& record);

// Throws unless the pickle of one record is sound; its storages are the records that begin with `folder`. Any
// class is let through.
void checkPickle(const std::shared_ptr<Source>& source, const ZipIndex& zip, const ZipRecord& record,
                 const std::string& folder);

}  // namespace ltn::serialization
