// Texts as protocol 0 writes them: one line each, with escapes.
#include <charconv>
#include <string>

#include "serialization/pickle_reader.h"

namespace ltn::serialization {
namespace {

constexpr std::string_view kLetters = "ntrabfv", kControls = "\n\t\r\a\b\f\v";

void appendUtf8(std::string& out, uint32_t code) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xc0 | code >> 6));
    out.push_back(static_cast<char>(0x80 | (code & 0x3f)));
  } else if (code < 0x10000) {
    out.push_back(static_cast<char>(0xe0 | code >> 12));
    out.push_back(static_cast<char>(0x80 | (code >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (code & 0x3f)));
  } else {
    out.push_back(static_cast<char>(0xf0 | code >> 18));
    out.push_back(static_cast<char>(0x80 | (code >> 12 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (code >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (code & 0x3f)));
  }
}

// The number of so many digits at a place; false where they are none.
bool readDigits(std::string_view text, size_t at, size_t width, int base, uint32_t& out) {
  if (at > text.size() || text.size() - at < width) return false;
  const char* end = text.data() + at + width;
  const auto [stop, error] = std::from_chars(text.data() + at, end, out, base);
  return error == std::errc() && stop == end;
}

// One escape of a text of Python 2, from behind its backslash; returns how many characters it has, 0 for
// none.
size_t unescape(std::string_view text, size_t at, std::string& out) {
  if (at >= text.size()) return 0;
  const char letter = text[at];
  if (letter == '\\' || letter == '\'' || letter == '"') {
    out.push_back(letter);
    return 1;
  }
  const size_t control = kLetters.find(letter);
  if (control != std::string_view::npos) {
    out.push_back(kControls[control]);
    return 1;
  }
  uint32_t byte = 0;
  if (letter != 'x' || !readDigits(text, at + 1, 2, 16, byte)) return 0;
  out.push_back(static_cast<char>(byte));
  return 3;
}

}  // namespace

// A text of Python 2 as it would be written in a program, in quotes.
void PickleReader::opString() {
  const std::string_view quoted = line();
  const bool closed =
      quoted.size() >= 2 && (quoted[0] == '\'' || quoted[0] == '"') && quoted.back() == quoted[0];
  if (!closed) fail("a text has no quotes");
  const std::string_view text = quoted.substr(1, quoted.size() - 2);
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      out.push_back(text[at]);
      continue;
    }
    const size_t used = unescape(text, at + 1, out);
    if (used == 0) fail("a text has an escape that is not known");
    at += used;
  }
  pushText(builder_.arena().keep(std::move(out)));
}

// Latin-1, with \uXXXX and \UXXXXXXXX for the other characters.
void PickleReader::opUnicode() {
  const std::string_view text = line();
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool escape =
        text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == 'u' || text[at + 1] == 'U');
    uint32_t code = static_cast<uint8_t>(text[at]);
    if (escape) {
      const size_t width = text[at + 1] == 'u' ? 4 : 8;
      if (!readDigits(text, at + 2, width, 16, code) || code > 0x10ffff)
        fail("a text has an escape that is not known");
      at += 1 + width;
    }
    appendUtf8(out, code);
  }
  pushText(builder_.arena().keep(std::move(out)));
}

}  // namespace ltn::serialization
