#include "report/file_json.h"

namespace readout {

namespace {

// 2^53: the last whole number that every reader of JSON keeps.
uint64_t whole(std::optional<double> value) {
  return value && *value > 0 && *value <= 9007199254740992.0 ? static_cast<uint64_t>(*value) : 0;
}

}  // namespace

void write_file(JsonWriter& json, const FileOrigin& file) {
  json.key("file").begin_object().member("name", file.name);
  json.member("begin", file.begin).member("end", file.end).end_object();
}

std::optional<FileOrigin> read_file(const json_access::Json& object) {
  const json_access::Json* file = json_access::member(object, "file");
  if (file == nullptr || !file->is_object()) return std::nullopt;
  return FileOrigin{json_access::string(*file, "name").value_or(""), whole(json_access::number(*file, "begin")),
                    whole(json_access::number(*file, "end"))};
}

}  // namespace readout
