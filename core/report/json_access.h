// The one file that touches JSON values from outside: checked accessors, and parsing with the depth limited to
// kMaxDepth, so that no input can end the program (nlohmann/json is built without exceptions).
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace readout::json_access {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr int kMaxDepth = 64;

// Bytes that are no UTF-8, and \u escapes of half a surrogate pair, read as U+FFFD; everything else that breaks the
// grammar (RFC 8259) is refused. Linear. Errors: "json-invalid", "json-too-deep", with the byte offset.
Result<Json> parse(std::string_view bytes);

// The string under `key` of the outermost object, read from the front and no further than needed: it may stand in a
// line that breaks off or breaks the grammar later on. Empty where it is not met.
std::string first_string(std::string_view bytes, std::string_view key);

// Members of an object; empty where `object` is none, lacks the key, or holds another type.
const Json* member(const Json& object, std::string_view key);
std::optional<std::string> string(const Json& object, std::string_view key);
std::optional<double> number(const Json& object, std::string_view key);
std::optional<uint32_t> index(const Json& object, std::string_view key);  // a whole number below 2^32
std::optional<bool> boolean(const Json& object, std::string_view key);
// The value itself, where it is of that kind.
std::optional<uint32_t> as_index(const Json& value);
std::optional<std::string> as_string(const Json& value);
// An array's elements; none where the member is no array.
std::vector<const Json*> elements(const Json& object, std::string_view key);

// Compact, one line, invalid UTF-8 replaced.
std::string dump(const OrderedJson& value);

}  // namespace readout::json_access
