#include "report/json_access.h"

#include <cmath>
#include <limits>

#include "text/utf8.h"

namespace readout::json_access {

namespace {

constexpr const char* kInvalid =
    "This is not valid JSON; each line must hold one complete object, as the program that wrote the file would make "
    "it.";
constexpr const char* kTooDeep = "The JSON is nested more than 64 levels deep; no article needs that.";

// The four hexadecimal digits of an escape whose backslash is at `at`; -1 where there are none.
int32_t escaped_unit(std::string_view bytes, size_t at) {
  if (at + 6 > bytes.size() || bytes[at] != '\\' || bytes[at + 1] != 'u') return -1;
  int32_t unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const char c = bytes[i];
    const int32_t digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high_surrogate(int32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(int32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

struct Survey {
  std::optional<uint64_t> too_deep;     // where the limit is passed
  std::vector<size_t> lone_surrogates;  // escapes of half a pair, which the parser would refuse
};

// One pass over the text outside and inside strings, before the parser sees it.
Survey survey(std::string_view bytes) {
  Survey found;
  int depth = 0;
  bool in_string = false;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (in_string) {
      if (c == '"') in_string = false;
      if (c != '\\') continue;
      const int32_t unit = escaped_unit(bytes, at);
      if (is_high_surrogate(unit) && is_low_surrogate(escaped_unit(bytes, at + 6))) {
        at += 11;
      } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
        found.lone_surrogates.push_back(at);
        at += 5;
      } else {
        ++at;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) {
        found.too_deep = at;
        return found;
      }
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return found;
}

// Takes in everything and keeps nothing: what the listeners below have in common.
struct Listener : nlohmann::json_sax<Json> {
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }
};

// Where the parser stopped.
struct ErrorPlace : Listener {
  std::optional<uint64_t> offset;

  bool parse_error(size_t position, const std::string&, const nlohmann::detail::exception&) override {
    offset = position > 0 ? position - 1 : 0;
    return false;
  }
};

// The string under one key of the outermost object; stops the parser once it is there.
struct StringFinder : Listener {
  explicit StringFinder(std::string_view wanted_key) : wanted(wanted_key) {}
  std::string_view wanted;
  std::string found;
  int depth = 0;
  bool next = false;  // the wanted key was just read

  bool string(string_t& value) override {
    if (next) found = value;
    return !next;
  }
  bool key(string_t& name) override {
    next = depth == 1 && name == wanted;
    return true;
  }
  bool start_object(size_t) override { return enter(); }
  bool start_array(size_t) override { return enter(); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }

 private:
  bool enter() {
    next = false;
    ++depth;
    return true;
  }
  bool leave() {
    --depth;
    return true;
  }
};

// The offset in `bytes` of what stands at `offset` in utf8::repaired(bytes), where every wrong byte takes three.
uint64_t before_repair(std::string_view bytes, uint64_t offset) {
  size_t at = 0;
  for (uint64_t repaired = 0; at < bytes.size();) {
    const auto point = utf8::decode(bytes, at);
    repaired += point.valid ? point.size : 3;
    if (repaired > offset) break;
    at += point.size;
  }
  return at;
}

Result<Json> parse_repaired(std::string_view bytes) {
  Json value = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
  if (!value.is_discarded()) return value;
  ErrorPlace place;
  Json::sax_parse(bytes.begin(), bytes.end(), &place);
  return Error{"json-invalid", kInvalid, place.offset};
}

}  // namespace

Result<Json> parse(std::string_view bytes) {
  const Survey found = survey(bytes);
  if (found.too_deep) return Error{"json-too-deep", kTooDeep, found.too_deep};
  const bool wrong_bytes = utf8::find_invalid(bytes) != std::string_view::npos;
  if (!wrong_bytes && found.lone_surrogates.empty()) return parse_repaired(bytes);
  std::string repaired(bytes);
  for (const size_t at : found.lone_surrogates) repaired.replace(at, 6, "\\ufffd");
  if (!wrong_bytes) return parse_repaired(repaired);
  auto parsed = parse_repaired(utf8::repaired(repaired));
  if (parsed || !parsed.error().offset) return parsed;
  return Error{parsed.error().code, parsed.error().message, before_repair(bytes, *parsed.error().offset)};
}

std::string first_string(std::string_view bytes, std::string_view key) {
  StringFinder finder(key);
  Json::sax_parse(bytes.begin(), bytes.end(), &finder);
  return finder.found;
}

const Json* member(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found != object.end() ? &*found : nullptr;
}

std::optional<std::string> as_string(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  return *value.get_ptr<const Json::string_t*>();
}

std::optional<uint32_t> as_index(const Json& value) {
  if (!value.is_number()) return std::nullopt;
  const auto number = value.get<double>();
  if (!(number >= 0) || number > std::numeric_limits<uint32_t>::max() || std::trunc(number) != number) {
    return std::nullopt;
  }
  return static_cast<uint32_t>(number);
}

std::optional<std::string> string(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  return value != nullptr ? as_string(*value) : std::nullopt;
}

std::optional<double> number(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  return value->get<double>();
}

std::optional<uint32_t> index(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  return value != nullptr ? as_index(*value) : std::nullopt;
}

std::optional<bool> boolean(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  if (value == nullptr || !value->is_boolean()) return std::nullopt;
  return value->get<bool>();
}

std::vector<const Json*> elements(const Json& object, std::string_view key) {
  std::vector<const Json*> found;
  const Json* value = member(object, key);
  if (value == nullptr || !value->is_array()) return found;
  found.reserve(value->size());
  for (const Json& element : *value) found.push_back(&element);
  return found;
}

std::string dump(const OrderedJson& value) { return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace); }

}  // namespace readout::json_access
