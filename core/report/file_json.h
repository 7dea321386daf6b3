// Where an article's bytes came from, as JSON: {"name","begin","end"}, and where the text was
// decoded from bytes {"encoding","confidence","wrongBytes","doubleEncoded"}, in inputs and in readings alike.
#pragma once

#include "report/json_access.h"
#include "report/json_writer.h"
#include "text/article.h"

namespace readout {

void write_file(JsonWriter& json, const FileOrigin& file);

// None where the member "file" is missing or no object.
std::optional<FileOrigin> read_file(const json_access::Json& object);

}  // namespace readout
