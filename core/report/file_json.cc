#include "report/file_json.h"

#include <algorithm>

namespace readout {

namespace {

// 2^53: the last whole number that every reader of JSON keeps.
uint64_t whole(std::optional<double> value) {
  return value && *value > 0 && *value <= 9007199254740992.0 ? static_cast<uint64_t>(*value) : 0;
}

}  // namespace

void write_file(JsonWriter& json, const FileOrigin& file) {
  json.key("file").begin_object().member("name", file.name);
  json.member("begin", file.begin).member("end", file.end);
  if (!file.encoding.empty()) {
    json.member("encoding", file.encoding).member("confidence", file.confidence);
    json.member("wrongBytes", file.wrong_bytes).member("doubleEncoded", file.double_encoded);
  }
  json.end_object();
}

std::optional<FileOrigin> read_file(const json_access::Json& object) {
  const json_access::Json* file = json_access::member(object, "file");
  if (file == nullptr || !file->is_object()) return std::nullopt;
  FileOrigin out;
  out.name = json_access::string(*file, "name").value_or("");
  out.begin = whole(json_access::number(*file, "begin"));
  out.end = whole(json_access::number(*file, "end"));
  out.encoding = json_access::string(*file, "encoding").value_or("");
  out.confidence = std::clamp(json_access::number(*file, "confidence").value_or(1), 0.0, 1.0);
  out.wrong_bytes = json_access::index(*file, "wrongBytes").value_or(0);
  out.double_encoded = json_access::boolean(*file, "doubleEncoded").value_or(false);
  return out;
}

}  // namespace readout
