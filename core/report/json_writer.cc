#include "report/json_writer.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace readout {

namespace {

constexpr double kExactIntegers = 9007199254740992.0;  // 2^53

void append_escape(std::string& out, unsigned char control) {
  switch (control) {
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u00";
  out += kHex[control >> 4];
  out += kHex[control & 15];
}

}  // namespace

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  out_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  out_ += '"';
  size_t plain = 0;  // start of the run that needs no change
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    if (byte >= 0x80) {
      const auto point = utf8::decode(text, at);
      if (!point.valid) {
        out_.append(text, plain, at - plain);
        utf8::append(out_, utf8::kReplacement);
        plain = at + point.size;
      }
      at += point.size;
      continue;
    }
    out_.append(text, plain, at - plain);
    if (byte < 0x20) {
      append_escape(out_, byte);
    } else {
      out_ += '\\';
      out_ += text[at];
    }
    plain = ++at;
  }
  out_.append(text, plain, text.size() - plain);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::integer(int64_t value) {
  separate();
  char digits[24];
  out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  if (std::fabs(value) <= kExactIntegers && std::trunc(value) == value) return integer(static_cast<int64_t>(value));
  separate();
  out_ += nlohmann::json(value).dump();
  return *this;
}

}  // namespace readout
