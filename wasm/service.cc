#include "service.h"

#include <optional>
#include <utility>

#include "desk.h"
#include "intake/decode.h"
#include "readout.h"
#include "report/csv.h"
#include "report/dossier_json.h"
#include "report/json_access.h"
#include "report/json_writer.h"
#include "report/plover.h"
#include "report/reading_json.h"
#include "report/rules_json.h"
#include "report/vocabulary.h"
#include "text/offsets.h"
#include "text/sha256.h"

namespace readout {
namespace {

using json_access::Json;

Reply fail(const Error& error) {
  JsonWriter json;
  json.begin_object().member("code", error.code).member("message", error.message).member("offset", error.offset);
  return {Status::kError, json.end_object().take()};
}

Error missing(std::string_view key) {
  return {"missing-key", "The request lacks \"" + std::string(key) + "\", or it is not of the right type.",
          std::nullopt};
}

Error no_model() { return {"no-model", "The model is not loaded yet: send it with \"model\" first.", std::nullopt}; }

}  // namespace

struct Service::State {
  std::optional<Model> model;
  Desk desk;

  Reply version() const {
    JsonWriter json;
    json.begin_object().member("version", kVersion).member("model", model ? model->version : std::string());
    return {Status::kOk, json.end_object().take()};
  }

  Reply load_model(std::string_view bundle) {
    auto loaded = Model::load(bundle);
    if (!loaded) return fail(loaded.error());
    model = std::move(loaded).value();
    return version();
  }

  Reply open(const Json& header, std::string_view bytes) {
    const auto name = json_access::string(header, "name");
    if (!name) return fail(missing("name"));
    FileLimits limits;
    if (json_access::boolean(header, "whole").value_or(false)) limits.max_articles = 1;
    limits.repair_double_encoding = json_access::boolean(header, "repair").value_or(false);
    auto inputs = open_file(*name, bytes, limits);
    if (!inputs) return fail(inputs.error());
    Reply reply;
    for (const ArticleInput& input : inputs.value()) reply.bytes.append(input_to_json(input)).push_back('\n');
    return reply;
  }

  Reply decode_bytes(const Json& header, std::string_view bytes) const {
    auto decoded = decode(bytes);
    if (!decoded) return fail(decoded.error());
    Decoded& found = decoded.value();
    if (found.double_encoded && json_access::boolean(header, "repair").value_or(false)) {
      found.text = repair_double_encoding(found.text);
      found.double_encoded = false;
    }
    JsonWriter json;
    json.begin_object().member("sha256", sha256_hex(bytes)).member("encoding", name_of(found.encoding));
    json.member("confidence", found.confidence).member("wrongBytes", found.wrong_bytes.size());
    Reply reply{Status::kOk, json.member("doubleEncoded", found.double_encoded).end_object().take()};
    reply.bytes.append("\n").append(found.text);
    return reply;
  }

  Reply blocks_of(std::string_view line) const {
    if (!model) return fail(no_model());
    auto input = input_from_json(line);
    if (!input) return fail(input.error());
    const auto taken = take_in(input.value(), model->intake);
    if (!taken) return fail(taken.error());
    const OffsetMap offsets(taken.value().text, OffsetUnit::kCodePoints);
    JsonWriter json;
    json.begin_object().member("outlet", taken.value().masthead.outlet).key("blocks").begin_array();
    for (const Block& block : taken.value().blocks) {
      const Span span = offsets.to_unit(block.span);
      json.begin_object().member("begin", span.begin).member("end", span.end);
      json.member("kind", word_of(block.kind)).member("reason", block.reason).end_object();
    }
    return {Status::kOk, json.end_array().end_object().take()};
  }

  Reply read_line(const Json& header, std::string_view line) {
    if (!model) return fail(no_model());
    auto input = input_from_json(line);
    if (!input) return fail(input.error());
    auto reading = read(input.value(), *model);
    if (!reading) return fail(reading.error());
    const bool tokens = json_access::boolean(header, "tokens").value_or(false);
    const bool words = json_access::boolean(header, "words").value_or(false);
    return {Status::kOk, reading_to_json(reading.value(), {tokens, OffsetUnit::kCodePoints, words})};
  }

  Reply add(std::string_view line) {
    auto reading = reading_from_json(line);
    if (!reading) return fail(reading.error());
    const Desk::Added added = desk.add(std::move(reading).value());
    JsonWriter json;
    json.begin_object().member("key", added.key).member("duplicate", added.duplicate);
    return {Status::kOk, json.member("replaced", added.replaced).end_object().take()};
  }

  Reply remove(const Json& header) {
    const auto id = json_access::string(header, "id");
    if (!id) return fail(missing("id"));
    JsonWriter json;
    json.begin_object().member("removed", desk.remove(*id)).end_object();
    return {Status::kOk, json.take()};
  }

  Reply set_rules(std::string_view json_text) {
    auto rules = rules_from_json(json_text);
    if (!rules) return fail(rules.error());
    JsonWriter json;
    json.begin_object().member("rules", rules.value().size());
    desk.set_rules(std::move(rules).value());
    return {Status::kOk, json.end_object().take()};
  }

  Reply collate_desk() {
    const Dossier& dossier = desk.dossier();
    JsonWriter json;
    json.begin_object().member("articles", dossier.articles.size()).member("stories", dossier.stories.size());
    return {Status::kOk, json.member("facts", dossier.facts.size()).end_object().take()};
  }

  Reply ask(const Json& header) {
    const Json* question = json_access::member(header, "question");
    if (question == nullptr || !question->is_object()) return fail(missing("question"));
    auto answer = desk.ask(*question);
    if (!answer) return fail(answer.error());
    return {Status::kOk, std::move(answer).value()};
  }

  Reply export_file(const Json& header) {
    const auto format = json_access::string(header, "format");
    if (!format) return fail(missing("format"));
    Reply reply;
    if (*format == "readings.ndjson") {
      for (const Reading* reading : desk.readings()) reply.bytes.append(reading_to_json(*reading)).push_back('\n');
      return reply;
    }
    if (*format == "events.jsonl") {
      for (const Reading* reading : desk.readings()) reply.bytes += plover_lines(*reading);
      return reply;
    }
    const Dossier& dossier = desk.dossier();
    const std::string_view name = *format;
    const size_t dot = name.rfind(".csv");
    if (name == "dossier.json") {
      reply.bytes = dossier_to_json(dossier, desk.readings());
    } else if (dot != std::string_view::npos && dot + 4 == name.size()) {
      reply.bytes = table_csv(name.substr(0, dot), dossier, desk.readings());
    }
    if (reply.bytes.empty()) return fail({"unknown-format", "There is no export of that name.", std::nullopt});
    return reply;
  }
};

Service::Service() : state_(std::make_unique<State>()) {}
Service::~Service() = default;

Reply Service::call(std::string_view request) {
  const size_t line_end = request.find('\n');
  if (line_end == std::string_view::npos)
    return fail({"bad-request", "A request begins with one line of JSON, ended by a line feed.", std::nullopt});
  const auto header = json_access::parse(request.substr(0, line_end));
  if (!header) return fail(header.error());
  const auto op = json_access::string(header.value(), "op");
  if (!op) return fail(missing("op"));
  const std::string_view payload = request.substr(line_end + 1);
  if (*op == "version") return state_->version();
  if (*op == "model") return state_->load_model(payload);
  if (*op == "open") return state_->open(header.value(), payload);
  if (*op == "decode") return state_->decode_bytes(header.value(), payload);
  if (*op == "blocks") return state_->blocks_of(payload);
  if (*op == "read") return state_->read_line(header.value(), payload);
  if (*op == "add") return state_->add(payload);
  if (*op == "remove") return state_->remove(header.value());
  if (*op == "rules") return state_->set_rules(payload);
  if (*op == "collate") return state_->collate_desk();
  if (*op == "ask") return state_->ask(header.value());
  if (*op == "export") return state_->export_file(header.value());
  return fail({"unknown-op", "There is no operation of that name.", std::nullopt});
}

}  // namespace readout
