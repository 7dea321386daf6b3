#include "service.h"

#include <doctest/doctest.h>

#include <string>

#include "reading_by_hand.h"
#include "report/json_access.h"
#include "report/reading_json.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

json_access::Json parsed(const std::string& bytes) {
  auto value = json_access::parse(bytes);
  REQUIRE(value.ok());
  return value.value();
}

// The code of the error that answers the request; "" where it is no error.
std::string code_of(Service& service, const std::string& request) {
  const Reply reply = service.call(request);
  if (reply.status == Status::kOk) return "";
  return json_access::string(parsed(reply.bytes), "code").value_or("none");
}

std::string ask(const std::string& question) { return R"({"op":"ask","question":)" + question + "}\n"; }

std::string nested(size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

void load_model(Service& service) {
  REQUIRE(service.call("{\"op\":\"model\"}\n" + std::string(embedded_model())).status == Status::kOk);
}

}  // namespace

TEST_CASE("service: a hostile request answers an error with a stable code, and the service stays usable") {
  Service service;
  load_model(service);
  const std::pair<std::string, std::string> kRequests[] = {
      {"", "bad-request"},
      {"{\"op\":\"version\"}", "bad-request"},
      {"\n", "json-invalid"},
      {"not json\n", "json-invalid"},
      {"{\"op\":\"version\"\n", "json-invalid"},
      {nested(1000) + "\n", "json-too-deep"},
      {nested(1000000) + "\n", "json-too-deep"},
      {"[]\n", "missing-key"},
      {"null\n", "missing-key"},
      {"{\"op\":7}\n", "missing-key"},
      {"{\"op\":\"fly\"}\n", "unknown-op"},
      {"{\"op\":\"open\"}\ntext", "missing-key"},
      {"{\"op\":\"open\",\"name\":\"x\"}\n", "empty-file"},
      {"{\"op\":\"model\"}\nRDOUT", "model-truncated"},
      {"{\"op\":\"read\"}\n", "json-invalid"},
      {"{\"op\":\"read\"}\n{\"id\":\"a\"}", "not-an-article"},
      {"{\"op\":\"read\"}\n" + nested(100), "json-too-deep"},
      {"{\"op\":\"add\"}\n", "json-invalid"},
      {"{\"op\":\"add\"}\n{}", "not-a-reading"},
      {"{\"op\":\"add\"}\n[1,2]", "not-a-reading"},
      {"{\"op\":\"remove\"}\n", "missing-key"},
      {"{\"op\":\"remove\",\"id\":[]}\n", "missing-key"},
      {"{\"op\":\"ask\"}\n", "missing-key"},
      {"{\"op\":\"ask\",\"question\":[]}\n", "missing-key"},
      {ask("{}"), "missing-key"},
      {ask(R"({"kind":"weather"})"), "unknown-question"},
      {ask(R"({"kind":"article"})"), "missing-key"},
      {ask(R"({"kind":"article","key":"000000000000"})"), "unknown-article"},
      {ask(R"({"kind":"input","key":""})"), "unknown-article"},
      {ask(R"({"kind":"aside","article":"x"})"), "unknown-article"},
      {ask(R"({"kind":"matrix"})"), "missing-key"},
      {ask(R"({"kind":"matrix","story":4294967295})"), "unknown-story"},
      {ask(R"({"kind":"matrix","story":-1})"), "missing-key"},
      {ask(R"({"kind":"table"})"), "missing-key"},
      {ask(R"({"kind":"table","table":"secrets"})"), "unknown-table"},
      {ask(R"({"kind":"table","table":"people","story":99})"), "unknown-story"},
      {ask(R"({"kind":"search"})"), "missing-key"},
      {"{\"op\":\"export\"}\n", "missing-key"},
      {"{\"op\":\"export\",\"format\":\"dossier.exe\"}\n", "unknown-format"},
      {"{\"op\":\"export\",\"format\":\".csv\"}\n", "unknown-format"},
  };
  for (const auto& [request, code] : kRequests) {
    const std::string shown = request.substr(0, 80);  // CAPTURE's lambda cannot take a structured binding
    CAPTURE(shown);
    CHECK(code_of(service, request) == code);
  }
  CHECK(code_of(service, "{\"op\":\"version\"}\n") == "");
}

TEST_CASE("service: numbers, pages and values that make no sense are taken as absent or as the nearest that does") {
  Service service;
  for (const char* question : {
           R"({"kind":"table","table":"figures","from":4294967295,"count":4294967295})",
           R"({"kind":"table","table":"figures","from":-5,"count":1e300})",
           R"({"kind":"table","table":"people","sort":"none","facet":[1],"text":7,"descending":"yes"})",
           R"({"kind":"table","table":"quotations","facet":{"speaker":{}},"story":null,"article":null})",
           R"({"kind":"search","query":""})",
           R"({"kind":"search","query":"\"\"\" * \u0000 \ud800"})",
           R"({"kind":"overview","count":{}})",
           R"({"kind":"aside","from":"x"})",
           R"({"kind":"origins"})",
           R"({"kind":"disagreements"})",
       }) {
    CAPTURE(question);
    CHECK(code_of(service, ask(question)) == "");
  }
}

TEST_CASE("service: a file goes the whole way, from its bytes to the dossier and the tables") {
  Service service;
  CHECK(code_of(service, "{\"op\":\"read\"}\n{}") == "no-model");
  load_model(service);
  const std::string text =
      "Harbour opens at Vessby\n\nThe harbour of Vessby opened on Monday. “It took ten years,” said Anna Holm, the "
      "mayor of Vessby.\n\nThe works cost $12 million, according to the port authority.\n";
  const Reply opened = service.call("{\"op\":\"open\",\"name\":\"vessby.txt\"}\n" + text);
  REQUIRE(opened.status == Status::kOk);
  REQUIRE(opened.bytes.find('\n') == opened.bytes.size() - 1);
  const Reply read = service.call("{\"op\":\"read\"}\n" + opened.bytes.substr(0, opened.bytes.size() - 1));
  REQUIRE(read.status == Status::kOk);
  CHECK(read.bytes.find('\n') == std::string::npos);
  const Reply added = service.call("{\"op\":\"add\"}\n" + read.bytes);
  REQUIRE(added.status == Status::kOk);
  CHECK(json_access::string(parsed(added.bytes), "key") ==
        json_access::string(parsed(read.bytes), "sha256")->substr(0, 12));
  CHECK(json_access::index(parsed(service.call("{\"op\":\"collate\"}\n").bytes), "articles") == 1u);
  CHECK(service.call("{\"op\":\"export\",\"format\":\"readings.ndjson\"}\n").bytes == read.bytes + "\n");
  const Reply dossier = service.call("{\"op\":\"export\",\"format\":\"dossier.json\"}\n");
  CHECK(json_access::string(parsed(dossier.bytes), "schema") == "readout/dossier/1");
  CHECK(json_access::boolean(parsed(service.call("{\"op\":\"remove\",\"id\":\"vessby.txt\"}\n").bytes), "removed") ==
        true);
  CHECK(json_access::index(parsed(service.call("{\"op\":\"collate\"}\n").bytes), "articles") == 0u);
}

TEST_CASE("service: bytes are decoded with what is known of them, and repaired only where asked") {
  Service service;
  const std::string bytes = "\u00e2\u20ac\u0153Hello\u00e2\u20ac\u009d, she said.";
  for (const bool repair : {false, true}) {
    const Reply reply =
        service.call(std::string("{\"op\":\"decode\",\"repair\":") + (repair ? "true" : "false") + "}\n" + bytes);
    REQUIRE(reply.status == Status::kOk);
    const size_t line_end = reply.bytes.find('\n');
    const auto about = parsed(reply.bytes.substr(0, line_end));
    CHECK(json_access::string(about, "encoding").value() == "utf-8");
    CHECK(json_access::boolean(about, "doubleEncoded").value() == !repair);
    CHECK(reply.bytes.substr(line_end + 1) == (repair ? "\u201cHello\u201d, she said." : bytes));
  }
}

TEST_CASE("service: blocks are what reading finds, without reading") {
  Service service;
  const std::string line =
      "{\"id\":\"a\",\"source\":\"text\",\"outlet\":\"The Post\",\"text\":\"\U0001F600 One line.\\n\\nAnother line.\"}";
  CHECK(code_of(service, "{\"op\":\"blocks\"}\n" + line) == "no-model");
  load_model(service);
  const Reply reply = service.call("{\"op\":\"blocks\"}\n" + line);
  REQUIRE(reply.status == Status::kOk);
  const auto about = parsed(reply.bytes);
  CHECK(json_access::string(about, "outlet").value() == "The Post");
  const auto blocks = json_access::elements(about, "blocks");
  REQUIRE(blocks.size() == 1);
  CHECK(json_access::index(*blocks[0], "begin").value() == 0);
  CHECK(json_access::index(*blocks[0], "end").value() == 26);
  CHECK(json_access::string(*blocks[0], "kind").value() == "body");
}

TEST_CASE("service: the reader's rules hold on the desk before what is inferred, and are taken back") {
  Service service;
  for (const char* id : {"a", "b"}) {
    const Reading reading = reading_by_hand(
        id, "Harbour\nThe harbour of Vessby was opened with flags, account " + std::string(id) + " says.");
    REQUIRE(service.call("{\"op\":\"add\"}\n" + reading_to_json(reading)).status == Status::kOk);
  }
  const auto stories = [&] {
    return json_access::index(parsed(service.call("{\"op\":\"collate\"}\n").bytes), "stories").value_or(0);
  };
  CHECK(stories() == 1);
  const std::string apart = R"({"rules":[{"rule":"split-story","articles":["a"]},{"do":"restore"}]})";
  CHECK(service.call("{\"op\":\"rules\"}\n" + apart).bytes == R"({"rules":1})");
  CHECK(stories() == 2);
  CHECK(service.call("{\"op\":\"export\",\"format\":\"dossier.json\"}\n").bytes.find(R"("decided":true)") !=
        std::string::npos);
  CHECK(code_of(service, "{\"op\":\"rules\"}\n{\"rules\":[{}]}") == "rules-invalid");
  CHECK(service.call("{\"op\":\"rules\"}\n{\"rules\":[]}").status == Status::kOk);
  CHECK(stories() == 1);
}
