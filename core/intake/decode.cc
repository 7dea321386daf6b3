#include "intake/decode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "intake/code_pages.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

using intake::windows_1251;
using intake::windows_1252;
using intake::windows_1252_byte;

constexpr size_t kMaxReported = 100;

uint8_t byte_at(std::string_view bytes, size_t at) { return static_cast<uint8_t>(bytes[at]); }

// What a person calls a format that is no plain text, by its first bytes; empty where unknown.
std::string_view known_format(std::string_view bytes) {
  using Signature = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Signature, 14> kSignatures = {{
      {"%PDF-", "a PDF document"},
      {"PK\x03\x04", "a ZIP archive or an office document"},
      {"\x89PNG", "a picture (PNG)"},
      {"\xFF\xD8\xFF", "a picture (JPEG)"},
      {"GIF8", "a picture (GIF)"},
      {"\x1F\x8B", "a compressed file (gzip)"},
      {"\xD0\xCF\x11\xE0", "an old office document"},
      {"7z\xBC\xAF", "a compressed file (7z)"},
      {"Rar!", "a compressed file (RAR)"},
      {"\x7F"
       "ELF",
       "a program"},
      {"{\\rtf", "a rich-text document (RTF)"},
      {"OggS", "a recording"},
      {"ID3", "a recording"},
      {"SQLite format 3", "a database"},
  }};
  for (const auto& [signature, what] : kSignatures)
    if (bytes.substr(0, signature.size()) == signature) return what;
  return {};
}

Error binary_error(std::string_view what, std::optional<uint64_t> offset) {
  return {"binary-file",
          "This is " + std::string(what) + ", not plain text: save it as text, or open it in its own program first.",
          offset};
}

bool is_odd_control(uint8_t byte) {
  return byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1A && byte != 0x1B) || byte == 0x7F;
}

// Collects decoded characters: line ends become LF, wrong bytes are noted.
class Writer {
 public:
  Writer(Decoded& out, size_t expected) : out_(out) { out_.text.reserve(expected); }

  void put(char32_t c) {
    if (c == '\n' && after_return_) {
      after_return_ = false;
      return;
    }
    after_return_ = c == '\r';
    utf8::append(out_.text, after_return_ ? U'\n' : c);
  }
  // A run of bytes that is valid UTF-8 and holds no carriage return.
  void put_plain(std::string_view run) {
    if (run.empty()) return;
    if (after_return_ && run.front() == '\n') run.remove_prefix(1);
    after_return_ = false;
    out_.text.append(run);
  }
  void put_wrong(uint64_t offset) {
    if (out_.wrong_bytes.size() < kMaxReported) out_.wrong_bytes.push_back(offset);
    put(utf8::kReplacement);
  }

 private:
  Decoded& out_;
  bool after_return_ = false;
};

void write_utf8(std::string_view bytes, size_t from, Decoded& out) {
  Writer writer(out, bytes.size());
  size_t plain_from = from;
  for (size_t at = from; at < bytes.size();) {
    const uint8_t byte = byte_at(bytes, at);
    if (byte < 0x80 && byte != '\r' && byte != 0) {
      ++at;
      continue;
    }
    const utf8::CodePoint point = utf8::decode(bytes, at);
    if (point.valid && byte != '\r' && byte != 0) {
      at += point.size;
      continue;
    }
    writer.put_plain(bytes.substr(plain_from, at - plain_from));
    if (byte == '\r') {
      writer.put('\r');
    } else {
      writer.put_wrong(at);
    }
    at += point.size;
    plain_from = at;
  }
  writer.put_plain(bytes.substr(plain_from));
}

void write_utf16(std::string_view bytes, size_t from, bool little, Decoded& out) {
  Writer writer(out, bytes.size());
  const auto unit = [&](size_t at) {
    const uint32_t first = byte_at(bytes, at);
    const uint32_t second = byte_at(bytes, at + 1);
    return little ? first | (second << 8) : (first << 8) | second;
  };
  size_t at = from;
  for (; at + 1 < bytes.size(); at += 2) {
    const uint32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDBFF && at + 3 < bytes.size()) {
      const uint32_t low = unit(at + 2);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        writer.put(0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
        at += 2;
        continue;
      }
    }
    if (c == 0 || (c >= 0xD800 && c <= 0xDFFF)) {
      writer.put_wrong(at);
    } else {
      writer.put(c);
    }
  }
  if (at < bytes.size()) writer.put_wrong(at);
}

void write_single_byte(std::string_view bytes, char32_t (*character)(uint8_t), Decoded& out) {
  Writer writer(out, bytes.size() + bytes.size() / 8);
  for (size_t at = 0; at < bytes.size(); ++at) {
    const char32_t c = character(byte_at(bytes, at));
    if (c == 0) {
      writer.put_wrong(at);
    } else {
      writer.put(c);
    }
  }
}

// UTF-16 without a mark shows by the high halves of spaces, line ends and digits: zero on one side only.
std::optional<Encoding> unmarked_utf16(std::string_view bytes) {
  const size_t size = std::min<size_t>(bytes.size(), 1u << 16) & ~size_t{1};
  size_t zero_even = 0;
  size_t zero_odd = 0;
  size_t plain_even = 0;
  size_t plain_odd = 0;
  const auto is_plain = [](uint8_t byte) {
    return byte == 0x20 || byte == 0x0A || byte == 0x0D || (byte >= '0' && byte <= '9');
  };
  for (size_t at = 0; at < size; at += 2) {
    const uint8_t even = byte_at(bytes, at);
    const uint8_t odd = byte_at(bytes, at + 1);
    zero_even += even == 0;
    zero_odd += odd == 0;
    plain_even += odd == 0 && is_plain(even);
    plain_odd += even == 0 && is_plain(odd);
  }
  const size_t units = size / 2;
  if (units == 0) return std::nullopt;
  if (plain_even * 40 >= units && zero_even * 50 <= units && zero_odd * 20 >= units) return Encoding::kUtf16Le;
  if (plain_odd * 40 >= units && zero_odd * 50 <= units && zero_even * 20 >= units) return Encoding::kUtf16Be;
  return std::nullopt;
}

// What the bytes look like, counted once over the whole file.
struct Census {
  size_t odd_controls = 0;
  std::optional<uint64_t> first_control;
  size_t multibyte = 0;     // valid UTF-8 sequences of two bytes or more
  size_t invalid = 0;       // bytes that belong to none
  size_t high_letters = 0;  // bytes C0-FF: letters in both code pages
  size_t high_pairs = 0;    // of these, ones that follow another
  size_t low_letters = 0;   // ASCII letters
  size_t punctuation = 0;   // 80-9F: typographic signs in Windows pages
  size_t upper_half = 0;    // C0-DF: capitals in Windows-1251
};

Census count_bytes(std::string_view bytes) {
  Census census;
  for (size_t at = 0; at < bytes.size();) {
    const uint8_t byte = byte_at(bytes, at);
    if (byte < 0x80) {
      if (is_odd_control(byte)) {
        ++census.odd_controls;
        if (!census.first_control) census.first_control = at;
      }
      census.low_letters += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
      ++at;
      continue;
    }
    const utf8::CodePoint point = utf8::decode(bytes, at);
    if (point.valid) {
      ++census.multibyte;
      at += point.size;
      continue;
    }
    ++census.invalid;
    ++at;
  }
  if (census.invalid == 0) return census;
  bool after_high = false;
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    const bool high = byte >= 0xC0;
    census.high_letters += high;
    census.high_pairs += high && after_high;
    census.upper_half += byte >= 0xC0 && byte < 0xE0;
    census.punctuation += byte >= 0x80 && byte < 0xA0;
    after_high = high;
  }
  return census;
}

double ratio(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void decode_single_byte(std::string_view bytes, const Census& census, Decoded& out) {
  // Words of one alphabet stand together: in Windows-1251 a high letter nearly always follows another, in Western text
  // an accented letter stands alone among plain ones.
  const bool cyrillic = census.high_pairs * 2 > census.high_letters && census.high_letters > 3;
  if (cyrillic) {
    out.encoding = Encoding::kWindows1251;
    // Russian and its neighbours write mostly small letters, E0-FF; KOI8-R has its small letters in the other half.
    const double small = 1 - ratio(census.upper_half, census.high_letters);
    out.confidence = small < 0.5 ? 0.1 : 0.5 + 0.4 * ratio(census.high_pairs, census.high_letters);
    write_single_byte(bytes, windows_1251, out);
    return;
  }
  out.encoding = census.punctuation > 0 ? Encoding::kWindows1252 : Encoding::kLatin1;
  write_single_byte(bytes, windows_1252, out);
  const double strange = ratio(census.high_letters, census.high_letters + census.low_letters);
  out.confidence = std::max(0.1, 0.9 - 2 * strange - ratio(out.wrong_bytes.size(), census.invalid));
}

// A run of characters that were bytes of one UTF-8 character: its value and how far it reaches; size 0 where none.
struct Misread {
  char32_t value = 0;
  size_t size = 0;
};

Misread misread_at(std::string_view text, size_t at) {
  std::string bytes;
  size_t end = at;
  size_t wanted = 1;
  while (bytes.size() < wanted) {
    const utf8::CodePoint point = utf8::decode(text, end);
    if (point.size == 0 || !point.valid || point.value < 0x80) return {};
    const int byte = windows_1252_byte(point.value);
    if (byte < 0) return {};
    if (bytes.empty()) wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;
    if (wanted == 0) return {};
    bytes += static_cast<char>(byte);
    end += point.size;
  }
  const utf8::CodePoint point = utf8::decode(bytes, 0);
  if (!point.valid || point.size != bytes.size()) return {};
  return {point.value, end - at};
}

bool looks_double_encoded(std::string_view text) {
  size_t misread = 0;
  size_t others = 0;
  for (size_t at = 0; at < text.size();) {
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    if (const Misread found = misread_at(text, at); found.size > 0) {
      ++misread;
      at += found.size;
      continue;
    }
    ++others;
    at += utf8::decode(text, at).size;
  }
  return misread > 0 && misread > others;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "utf-8";
    case Encoding::kUtf16Le:
      return "utf-16le";
    case Encoding::kUtf16Be:
      return "utf-16be";
    case Encoding::kWindows1252:
      return "windows-1252";
    case Encoding::kWindows1251:
      return "windows-1251";
    case Encoding::kLatin1:
      return "iso-8859-1";
  }
  return {};
}

Result<Decoded> decode(std::string_view bytes, const DecodeLimits& limits) {
  if (bytes.empty()) return Error{"empty-file", "The file is empty.", std::nullopt};
  if (bytes.size() > limits.max_bytes)
    return Error{"file-too-large",
                 "The file is larger than the limit of " + std::to_string(limits.max_bytes >> 20) +
                     " MB: split it, or raise the limit.",
                 std::nullopt};
  if (const auto what = known_format(bytes); !what.empty()) return binary_error(what, 0);

  Decoded out;
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (starts("\xEF\xBB\xBF")) {
    write_utf8(bytes, 3, out);
  } else if (starts("\xFF\xFE") || starts("\xFE\xFF")) {
    const bool little = byte_at(bytes, 0) == 0xFF;
    out.encoding = little ? Encoding::kUtf16Le : Encoding::kUtf16Be;
    write_utf16(bytes, 2, little, out);
  } else if (const auto encoding = unmarked_utf16(bytes)) {
    out.encoding = *encoding;
    out.confidence = 0.9;
    write_utf16(bytes, 0, *encoding == Encoding::kUtf16Le, out);
  } else {
    const Census census = count_bytes(bytes);
    if (census.odd_controls > 1 && census.odd_controls * 50 > bytes.size())
      return binary_error("a file of bytes that are no letters", census.first_control);
    if (census.invalid == 0) {
      write_utf8(bytes, 0, out);
    } else if (census.multibyte >= census.invalid) {
      out.confidence = ratio(census.multibyte, census.multibyte + census.invalid);
      write_utf8(bytes, 0, out);
    } else {
      decode_single_byte(bytes, census, out);
    }
  }
  out.confidence = std::round(out.confidence * 100) / 100;
  out.double_encoded = looks_double_encoded(out.text);
  return out;
}

std::string repair_double_encoding(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (const Misread found = misread_at(text, at); found.size > 0) {
      utf8::append(out, found.value);
      at += found.size;
      continue;
    }
    const size_t size = utf8::decode(text, at).size;
    out.append(text.substr(at, size));
    at += size;
  }
  return out;
}

}  // namespace readout
