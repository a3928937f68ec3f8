#include "serialization/checkpoint.h"

#include <c10/util/safe_numerics.h>

#include <algorithm>
#include <utility>

#include "serialization/builder.h"
#include "serialization/dtypes.h"
#include "serialization/inflate.h"
#include "serialization/pickle_reader.h"
#include "serialization/zip_index.h"

namespace ltn::serialization {
namespace {

// Room for the object tree. What Python pickles takes less for each byte (a list and its place in another are
// two bytes and a node); JavaScript could not hold what goes beyond the most.
constexpr uint64_t kTreeFloor = uint64_t{1} << 20, kTreePerByte = 96, kTreeMost = uint64_t{2} << 30;
constexpr std::string_view kMagic("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10);
constexpr std::string_view kMagicDigits = "119547037146038801333356";
constexpr int64_t kLegacyProtocol = 1001;
constexpr uint64_t kLegacyHead = uint64_t{1} << 20;
Names namesOf(OpenMode mode) { return mode == OpenMode::kMetadata ? Names::kMetadata : Names::kAny; }

void takeNames(Checkpoint& checkpoint, const Builder& builder) {
  checkpoint.foreign = builder.foreign();
  checkpoint.unreadable = builder.unreadable();
}

std::string storageText(const Arguments& id, size_t index) { return std::string(id.text(index)); }

c10::ScalarType storageType(std::string_view class_name, bool& untyped) {
  untyped = class_name == "torch.storage.UntypedStorage";
  if (untyped) return c10::ScalarType::Byte;
  const auto type = dtypeOfStorage(class_name.substr(class_name.rfind('.') + 1));
  if (!type) throw CheckpointError(std::string(class_name) + " is not a storage class");
  return *type;
}

// The node of ('storage', class, key, location, number of elements): made once for each key.
Node* storageNode(Checkpoint& checkpoint, const Arguments& id) {
  StorageSpec spec;
  spec.dtype = storageType(id.node(1, NodeKind::kGlobal, "a storage class")->text, spec.untyped);
  spec.key = storageText(id, 2);
  spec.location = storageText(id, 3);
  const int64_t count = id.integer(4);
  if (count < 0) throw CheckpointError("a storage has a negative size");
  if (c10::mul_overflows(static_cast<uint64_t>(count), uint64_t{c10::elementSize(spec.dtype)}, &spec.bytes) ||
      spec.bytes > checkpoint.source->size() * (checkpoint.compressed ? 2 : 1)) {
    throw CheckpointError("storage " + spec.key + " is larger than the file");
  }
  spec.swap_width = swapWidth(spec.dtype);
  const auto found = checkpoint.by_key.find(spec.key);
  if (found != checkpoint.by_key.end()) {
    const StorageSpec& first = *found->second->storage;
    if (first.dtype != spec.dtype || first.bytes != spec.bytes || first.untyped != spec.untyped) {
      throw CheckpointError("storage " + spec.key + " is described in two ways");
    }
    return found->second;
  }
  checkpoint.arena.charge(sizeof(StorageSpec) + 256);
  Node* node = checkpoint.arena.make(NodeKind::kStorage);
  node->storage = std::make_unique<StorageSpec>(std::move(spec));
  checkpoint.by_key.emplace(node->storage->key, node);
  checkpoint.storages.push_back(node);
  return node;
}

void checkStorageId(const Arguments& id) {
  if (id.text(0) != "storage")
    throw CheckpointError("the pickle refers to a " + std::string(id.text(0)) + " outside");
}

// --- zip

Value zipStorage(Checkpoint& checkpoint, const ZipIndex& zip, const std::string& folder, Value value) {
  const Arguments id("storage", value);
  checkStorageId(id);
  const size_t known = checkpoint.storages.size();
  Node* node = storageNode(checkpoint, id);
  if (checkpoint.storages.size() == known) return Value::of(node);
  StorageSpec& spec = *node->storage;
  const ZipRecord* record = zip.find(folder + spec.key);
  if (!record) throw CheckpointError("the file has no record for storage " + spec.key);
  if (record->size < spec.bytes) {
    throw CheckpointError("storage " + spec.key + " needs " + std::to_string(spec.bytes) +
                          " bytes, its record has " + std::to_string(record->size));
  }
  spec.position = record->offset;
  if (record->compressed) spec.record = folder + spec.key;
  return Value::of(node);
}

bool isBigEndian(const Source& source, const ZipIndex& zip) {
  const ZipRecord* record = zip.find("byteorder");
  if (!record) return false;
  if (record->size > 6) throw CheckpointError("the byte order is not known");
  const std::string order = recordText(source, *record);
  if (order != "little" && order != "big") throw CheckpointError("the byte order " + order + " is not known");
  return order == "big";
}

// Everything that is inflated fits into twice the file.
void checkInflatedSize(const Source& source, const ZipIndex& zip) {
  uint64_t total = 0;
  for (const ZipRecord& record : zip.records()) {
    if (c10::add_overflows(total, record.size, &total) || total > 2 * source.size()) {
      throw CheckpointError(
          "the file is compressed to less than half; unpack it and zip it without compression");
    }
  }
}

std::unique_ptr<Checkpoint> openZip(const std::shared_ptr<Source>& source, OpenMode mode) {
  const ZipIndex zip(*source);
  if (zip.find("constants.pkl") && mode != OpenMode::kArchive) {
    throw CheckpointError(
        "the file is a TorchScript archive, of torch::save in C++ or of torch.jit.save; torch.loadArchive "
        "reads "
        "its tensors");
  }
  const ZipRecord* pickle = zip.find("data.pkl");
  if (!pickle) throw CheckpointError("the zip file has no data.pkl, so it is not a checkpoint");
  if (zip.anyCompressed()) checkInflatedSize(*source, zip);
  auto checkpoint = std::make_unique<Checkpoint>(source, pickle->size);
  checkpoint->format = "zip";
  checkpoint->compressed = zip.anyCompressed();
  checkpoint->big_endian = isBigEndian(*source, zip);
  checkpoint->pickle = recordText(*source, *pickle);
  checkpoint->records = zip.records();
  Builder builder(checkpoint->arena, namesOf(mode));
  PickleReader reader(builder, checkpoint->pickle,
                      [&](Value id) { return zipStorage(*checkpoint, zip, "data/", id); });
  checkpoint->root = reader.load();
  takeNames(*checkpoint, builder);
  return checkpoint;
}

// --- legacy: five pickles, then the storages one behind the other

Value windowOf(Checkpoint& checkpoint, Node* base, Value view) {
  const Arguments window("storage view", view);
  const std::string key = std::string(window.text(0));
  const auto found = checkpoint.by_key.find(key);
  if (found != checkpoint.by_key.end()) return Value::of(found->second);
  const StorageSpec& whole = *base->storage;
  const uint64_t width = c10::elementSize(whole.dtype);
  const int64_t offset = window.integer(1), size = window.integer(2);
  const uint64_t count = whole.bytes / width;
  const bool fits = offset >= 0 && size >= 0 && std::cmp_less_equal(offset, count) &&
                    static_cast<uint64_t>(size) <= count - static_cast<uint64_t>(offset);
  if (!fits) throw CheckpointError("a view leaves its storage");
  checkpoint.arena.charge(sizeof(StorageSpec) + 256);
  Node* node = checkpoint.arena.make(NodeKind::kStorage);
  node->storage = std::make_unique<StorageSpec>(whole);
  node->storage->key = key;
  node->storage->bytes = static_cast<uint64_t>(size) * width;
  node->storage->base = base;
  node->storage->base_offset = static_cast<uint64_t>(offset) * width;
  checkpoint.by_key.emplace(key, node);
  return Value::of(node);
}

Value legacyStorage(Checkpoint& checkpoint, Value value) {
  const Arguments id("storage", value);
  if (id.text(0) == "module") return id.at(1);  // a class with its source, which is not needed
  checkStorageId(id);
  Node* node = storageNode(checkpoint, id);
  if (id.size() < 6 || id.at(5).isNone()) return Value::of(node);
  return windowOf(checkpoint, node, id.at(5));
}

// The bytes of each storage follow its number of elements, in the order of the list of keys.
void locateLegacyStorages(Checkpoint& checkpoint, Value keys, uint64_t position) {
  if (!keys.is(NodeKind::kList)) throw CheckpointError("the list of storages is missing");
  std::set<std::string> seen;
  for (const Value& key : keys.node->items) {
    if (!key.is(NodeKind::kText)) throw CheckpointError("a storage key is not a string");
    const auto found = checkpoint.by_key.find(std::string(key.node->text));
    if (found == checkpoint.by_key.end() || found->second->storage->base ||
        !seen.insert(found->first).second) {
      throw CheckpointError("the list of storages does not fit the pickle");
    }
    StorageSpec& spec = *found->second->storage;
    uint64_t count = 0;
    checkpoint.source->read(position, &count, sizeof count);
    if (count != spec.bytes / c10::elementSize(spec.dtype)) {
      throw CheckpointError("storage " + spec.key + " has a different size than the pickle says");
    }
    spec.position = position + sizeof count;
    if (spec.bytes > checkpoint.source->size() - spec.position) throw CheckpointError("the file is cut off");
    position = spec.position + spec.bytes;
  }
  if (seen.size() != checkpoint.storages.size()) throw CheckpointError("the file lacks some of its storages");
}

[[noreturn]] void failUnknown() {
  throw CheckpointError(
      "the file is not a checkpoint of torch.save: neither a zip file nor the legacy format, and no pickle");
}

// Reads the five pickles from the first `length` bytes of the file.
std::unique_ptr<Checkpoint> readLegacy(const std::shared_ptr<Source>& source, OpenMode mode,
                                       uint64_t length) {
  auto checkpoint = std::make_unique<Checkpoint>(source, length);
  checkpoint->format = "legacy";
  checkpoint->pickle = source->text(0, length);
  const std::string_view all = checkpoint->pickle;
  Builder builder(checkpoint->arena, namesOf(mode));
  uint64_t position = 0;
  const auto next = [&] {
    PickleReader reader(builder, all.substr(position),
                        [&](Value id) { return legacyStorage(*checkpoint, id); });
    const Value value = reader.load();
    position += reader.position();
    return value;
  };
  const Value magic = next();
  if (!magic.is(NodeKind::kBigInt) || magic.node->text != kMagic) failUnknown();
  const Value protocol = next();
  if (protocol.tag != Tag::kInt || protocol.integer != kLegacyProtocol) failUnknown();
  next();  // sizes of C types; the storages are little-endian whatever it says
  checkpoint->root = next();
  const Value keys = next();
  locateLegacyStorages(*checkpoint, keys, position);
  takeNames(*checkpoint, builder);
  return checkpoint;
}

// A pickle without a container, which has no storages beside those in it, from the first `length` bytes.
std::unique_ptr<Checkpoint> readBare(const std::shared_ptr<Source>& source, OpenMode mode, uint64_t length) {
  auto checkpoint = std::make_unique<Checkpoint>(source, length);
  checkpoint->format = "pickle";
  checkpoint->pickle = source->text(0, length);
  Builder builder(checkpoint->arena, namesOf(mode));
  PickleReader reader(builder, checkpoint->pickle, [](Value) -> Value {
    throw CheckpointError("the pickle refers to something outside of it");
  });
  checkpoint->root = reader.load();
  checkpoint->trailing = source->size() - reader.position();
  // A legacy file whose first number is another one.
  const bool number = checkpoint->root.is(NodeKind::kBigInt) || checkpoint->root.tag == Tag::kInt;
  if (number && checkpoint->trailing > 0) failUnknown();
  takeNames(*checkpoint, builder);
  return checkpoint;
}

// Nothing says how long the pickles are, so a beginning of the file is tried first: the storages, which are
// most of it, need not be read twice.
template <class Read>
std::unique_ptr<Checkpoint> readBeginning(const std::shared_ptr<Source>& source, OpenMode mode, Read read) {
  for (uint64_t length = kLegacyHead; length < source->size(); length *= 8) {
    try {
      return read(source, mode, length);
    } catch (const CutOff&) {
      continue;
    }
  }
  return read(source, mode, source->size());
}

// A legacy file begins with a pickle of a number, which old protocols write in decimal digits.
std::unique_ptr<Checkpoint> openPickles(const std::shared_ptr<Source>& source, OpenMode mode) {
  const std::string head = source->text(0, std::min<uint64_t>(source->size(), 64));
  if (head.empty()) throw CheckpointError("the file is empty, so it is not a checkpoint");
  const bool legacy = head.find(kMagic) != std::string::npos || head.find(kMagicDigits) != std::string::npos;
  if (legacy) return readBeginning(source, mode, readLegacy);
  if (head[0] == '\x80') return readBeginning(source, mode, readBare);
  try {
    return readBeginning(source, mode, readBare);
  } catch (const CheckpointError&) {
    failUnknown();  // nothing says that it is a pickle
  }
}

}  // namespace

Checkpoint::Checkpoint(std::shared_ptr<Source> from, uint64_t pickle_size)
    : source(std::move(from)), arena(kTreeFloor + std::min(kTreePerByte * pickle_size, kTreeMost)) {}

const ZipRecord& Checkpoint::record(const std::string& name) const {
  for (const ZipRecord& record : records) {
    if (record.name == name) return record;
  }
  throw CheckpointError("record " + name + " is missing");
}

std::string recordText(const Source& source, const ZipRecord& record) {
  if (!record.compressed) return source.text(record.offset, record.size);
  std::string out(record.size, '\0');
  Inflater(source).inflate(record.name, out.data(), out.size(), record.crc);
  return out;
}

void checkPickle(const std::shared_ptr<Source>& source, const ZipIndex& zip, const ZipRecord& record,
                 const std::string& folder) {
  Checkpoint checkpoint(source, record.size);
  checkpoint.pickle = recordText(*source, record);
  Builder builder(checkpoint.arena, Names::kAny);
  PickleReader(builder, checkpoint.pickle, [&](Value id) {
    return zipStorage(checkpoint, zip, folder, id);
  }).load();
}

std::unique_ptr<Checkpoint> openCheckpoint(const std::shared_ptr<Source>& source, OpenMode mode) {
  if (mode == OpenMode::kMetadata) return readBeginning(source, mode, readBare);
  return ZipIndex::matches(*source) ? openZip(source, mode) : openPickles(source, mode);
}

}  // namespace ltn::serialization
