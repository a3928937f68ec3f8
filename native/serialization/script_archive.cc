#include "serialization/script_archive.h"

#include <algorithm>
#include <utility>

#include "serialization/checkpoint.h"
#include "serialization/error.h"

namespace ltn::serialization {
namespace {

// The parser and the compiler of TorchScript call themselves for each level of the source, and a deep one
// would end the process. What Python writes has one line for each operator.
constexpr uint64_t kMostInflated = uint64_t{512} << 20;
constexpr int kMostBrackets = 200;
constexpr int kMostIndent = 200;
constexpr int kMostOperators = 500;

[[noreturn]] void tooDeep(const std::string& name) {
  throw CheckpointError(name + " is nested too deeply to be code that torch.jit.save has written");
}

// The end of a string that begins at `at`; the size of the code if it has none.
size_t endOfString(const std::string& code, size_t at) {
  const char quote = code[at];
  for (++at; at < code.size() && code[at] != quote && code[at] != '\n'; ++at) {
    if (code[at] == '\\') ++at;
  }
  return at;
}

// Counts what makes the tree of a statement deep.
class DepthOfCode {
 public:
  DepthOfCode(const std::string& name, std::string code) : name_(name), code_(std::move(code)) {}

  void check() {
    for (size_t at = 0; at < code_.size(); ++at) {
      const char c = code_[at];
      if (c == '"' || c == '\'') {
        at = endOfString(code_, at);
      } else if (c == '#') {
        at = std::min(code_.find('\n', at), code_.size()) - 1;
      } else if (c == '\n') {
        beginLine(at + 1);
      } else {
        count(at);
      }
    }
  }

 private:
  void beginLine(size_t at) {
    if (brackets_ == 0) operators_ = 0;
    size_t spaces = 0;
    while (at + spaces < code_.size() && (code_[at + spaces] == ' ' || code_[at + spaces] == '\t')) ++spaces;
    if (brackets_ == 0 && spaces > 2 * kMostIndent) tooDeep(name_);
  }

  void count(size_t at) {
    switch (code_[at]) {
      case '(':
      case '[':
      case '{':
        if (++brackets_ > kMostBrackets) tooDeep(name_);
        break;
      case ')':
      case ']':
      case '}':
        brackets_ = std::max(0, brackets_ - 1);
        break;
      case ',':
        // The items of a list stand beside each other.
        operators_ = 0;
        break;
      case '+':
      case '-':
      case '*':
      case '/':
      case '~':
      case '.':
      case '&':
      case '|':
      case '^':
      case '<':
      case '>':
      case '=':
      case '%':
      case ':':
      case '@':
        addOperator();
        break;
      default:
        if (isWord(at)) addOperator();
    }
  }

  // `not`, `and`, `or`, `if`, `lambda`, `in`, `is`: any word between spaces.
  bool isWord(size_t at) const { return at > 0 && code_[at] == ' ' && code_[at - 1] != ' '; }

  void addOperator() {
    if (++operators_ > 4 * kMostOperators) tooDeep(name_);
  }

  const std::string& name_;
  const std::string code_;
  int brackets_ = 0;
  int operators_ = 0;
};

// Code is compressed, so a small file may hold much of it.
void checkInflatedSize(const ZipIndex& zip) {
  uint64_t total = 0;
  for (const ZipRecord& record : zip.records()) {
    if (!record.compressed) continue;
    // The sum of such sizes cannot overflow: a larger one ends it.
    if (record.size <= kMostInflated) total += record.size;
    if (record.size > kMostInflated || total > kMostInflated)
      throw CheckpointError("the archive unpacks to more than code that torch.jit.save writes");
  }
}

}  // namespace

void checkScriptArchive(const std::shared_ptr<Source>& source) {
  if (!ZipIndex::matches(*source))
    throw CheckpointError("the file is not an archive of torch.jit.save: it is not a zip file");
  const ZipIndex zip(*source);
  if (!zip.find("constants.pkl")) {
    throw CheckpointError(
        "the file is not an archive of torch.jit.save: it has no constants.pkl. torch.load reads what "
        "torch.save wrote, torch.export.load what torch.export.save wrote");
  }
  checkInflatedSize(zip);
  for (const ZipRecord& record : zip.records()) {
    if (record.name == "data.pkl" || record.name == "constants.pkl") {
      // Tensors of data.pkl lie in data/, of constants.pkl in constants/.
      checkPickle(source, zip, record, record.name.substr(0, record.name.size() - 4) + "/");
    } else if (record.name.ends_with("debug_pkl")) {
      checkPickle(source, zip, record, "data/");
    } else if (record.name.starts_with("code/")) {
      DepthOfCode(record.name, recordText(*source, record)).check();
    }
  }
}

}  // namespace ltn::serialization
