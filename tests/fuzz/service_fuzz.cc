// Articles and then requests, parted by zero bytes, to one service: every question about such articles is answered with
// JSON, and whatever the requests are, the service stays usable. The part before the first zero byte holds the
// articles, parted by bytes 0x1E.
#include "service.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "invariants.h"
#include "model.h"
#include "report/json_access.h"
#include "report/reading_json.h"

namespace {

using namespace readout;

std::vector<std::string_view> parts(std::string_view bytes, char mark) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at <= bytes.size();) {
    const size_t end = std::min(bytes.find(mark, at), bytes.size());
    out.push_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// The article's key, or none where it cannot be read.
std::optional<std::string> add(Service& service, std::string_view text, size_t number) {
  ArticleInput input;
  input.id = "article " + std::to_string(number);
  input.text = std::string(text);
  input.source = number % 2 == 0 ? SourceKind::kText : SourceKind::kPage;
  const auto reading = read(input, fuzz::model());
  if (!reading) return std::nullopt;
  const Reply reply = service.call("{\"op\":\"add\"}\n" + reading_to_json(reading.value()));
  fuzz::must(reply.status == Status::kOk, "a reading is taken");
  return json_access::string(json_access::parse(reply.bytes).value(), "key");
}

void must_answer(Service& service, const std::string& question) {
  const Reply reply = service.call("{\"op\":\"ask\",\"question\":" + question + "}\n");
  fuzz::must(reply.status == Status::kOk, "a question of the protocol is answered");
  fuzz::must(json_access::parse(reply.bytes).ok(), "an answer is JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kMostArticles = 4;
  const auto requests = parts({reinterpret_cast<const char*>(data), size}, '\0');
  Service service;
  bool any = false;
  const auto articles = parts(requests.front(), '\x1e');
  for (size_t i = 0; i < articles.size() && i < kMostArticles; ++i) {
    const auto key = add(service, articles[i], i);
    if (!key) continue;
    any = true;
    must_answer(service, R"({"kind":"article","key":")" + *key + "\"}");
    must_answer(service, R"({"kind":"input","key":")" + *key + "\"}");
  }
  for (const char* kind : {"overview", "aside", "origins", "disagreements"})
    must_answer(service, R"({"kind":")" + std::string(kind) + "\"}");
  for (const char* table : {"quotations", "people", "figures", "timeline"})
    must_answer(service, R"({"kind":"table","table":")" + std::string(table) + R"(","text":"a","sort":"where"})");
  must_answer(service, R"({"kind":"search","query":"the \"a b\" c*"})");
  if (any) must_answer(service, R"({"kind":"matrix","story":0})");
  for (size_t i = 1; i < requests.size(); ++i) service.call(requests[i]);
  fuzz::must(service.call("{\"op\":\"version\"}\n").status == Status::kOk, "the service stays usable");
  return 0;
}
