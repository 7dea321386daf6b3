#include "report/plover.h"

#include <algorithm>
#include <utility>

#include "reading/place.h"
#include "report/json_writer.h"
#include "report/vocabulary.h"
#include "text/offsets.h"

namespace readout {

namespace {

// ISO 3166-1: two letters, then three; sorted. XKX stands for Kosovo, as in most event data.
constexpr std::string_view kCountryCodes =
    "ADANDAEAREAFAFGAGATGAIAIAALALBAMARMAOAGOAQATAARARGASASMATAUTAUAUSAWABWAXALAAZAZEBABIHBBBRBBDBGDBEBEL"
    "BFBFABGBGRBHBHRBIBDIBJBENBLBLMBMBMUBNBRNBOBOLBQBESBRBRABSBHSBTBTNBVBVTBWBWABYBLRBZBLZCACANCCCCKCDCOD"
    "CFCAFCGCOGCHCHECICIVCKCOKCLCHLCMCMRCNCHNCOCOLCRCRICUCUBCVCPVCWCUWCXCXRCYCYPCZCZEDEDEUDJDJIDKDNKDMDMA"
    "DODOMDZDZAECECUEEESTEGEGYEHESHERERIESESPETETHFIFINFJFJIFKFLKFMFSMFOFROFRFRAGAGABGBGBRGDGRDGEGEOGFGUF"
    "GGGGYGHGHAGIGIBGLGRLGMGMBGNGINGPGLPGQGNQGRGRCGSSGSGTGTMGUGUMGWGNBGYGUYHKHKGHMHMDHNHNDHRHRVHTHTIHUHUN"
    "IDIDNIEIRLILISRIMIMNININDIOIOTIQIRQIRIRNISISLITITAJEJEYJMJAMJOJORJPJPNKEKENKGKGZKHKHMKIKIRKMCOMKNKNA"
    "KPPRKKRKORKWKWTKYCYMKZKAZLALAOLBLBNLCLCALILIELKLKALRLBRLSLSOLTLTULULUXLVLVALYLBYMAMARMCMCOMDMDAMEMNE"
    "MFMAFMGMDGMHMHLMKMKDMLMLIMMMMRMNMNGMOMACMPMNPMQMTQMRMRTMSMSRMTMLTMUMUSMVMDVMWMWIMXMEXMYMYSMZMOZNANAM"
    "NCNCLNENERNFNFKNGNGANINICNLNLDNONORNPNPLNRNRUNUNIUNZNZLOMOMNPAPANPEPERPFPYFPGPNGPHPHLPKPAKPLPOLPMSPM"
    "PNPCNPRPRIPSPSEPTPRTPWPLWPYPRYQAQATREREUROROURSSRBRURUSRWRWASASAUSBSLBSCSYCSDSDNSESWESGSGPSHSHNSISVN"
    "SJSJMSKSVKSLSLESMSMRSNSENSOSOMSRSURSSSSDSTSTPSVSLVSXSXMSYSYRSZSWZTCTCATDTCDTFATFTGTGOTHTHATJTJKTKTKL"
    "TLTLSTMTKMTNTUNTOTONTRTURTTTTOTVTUVTWTWNTZTZAUAUKRUGUGAUMUMIUSUSAUYURYUZUZBVAVATVCVCTVEVENVGVGBVIVIR"
    "VNVNMVUVUTWFWLFWSWSMXKXKXYEYEMYTMYTZAZAFZMZMBZWZWE";

// Actor sectors as PLOVER abbreviates them.
std::string_view sector_code(std::string_view sector) {
  constexpr std::pair<std::string_view, std::string_view> kSectors[] = {
      {"government", "GOV"}, {"military", "MIL"},   {"police", "COP"},      {"legislature", "LEG"},
      {"judiciary", "JUD"},  {"opposition", "OPP"}, {"armed group", "REB"}, {"international", "IGO"},
      {"business", "BUS"},   {"media", "MED"},      {"labour", "LAB"},      {"civilians", "CVL"}};
  for (const auto& [word, code] : kSectors)
    if (word == sector) return code;
  return {};
}

class Records {
 public:
  explicit Records(const Reading& reading)
      : reading_(reading), places_(reading), offsets_(reading.article.text, OffsetUnit::kCodePoints) {
    for (const Event& event : reading.events) {
      for (const auto& side : {event.sources, event.targets})
        for (const EntityId id : side) named_.emplace_back(id, std::string_view());
    }
    std::sort(named_.begin(), named_.end());
    named_.erase(std::unique(named_.begin(), named_.end()), named_.end());
    for (const Mention& mention : reading.mentions) {
      if (!mention.entity) continue;
      const auto at = std::lower_bound(named_.begin(), named_.end(), std::pair(*mention.entity, std::string_view()));
      if (at != named_.end() && at->first == *mention.entity && at->second.empty())
        at->second = words_of(reading.article.text, mention.span);
    }
  }

  std::string line(uint32_t number) {
    const Event& event = reading_.events[number];
    const Masthead& masthead = reading_.article.masthead;
    json_ = JsonWriter();
    json_.begin_object().member("id", reading_.article.id + "/event/" + std::to_string(number));
    json_.key("date");
    put_known(event.date);
    actors("source", event, event.sources);
    actors("recipient", event, event.targets);
    json_.key("event").begin_array().string(event.code).end_array();
    json_.key("mode").begin_array();
    if (!event.mode.empty()) json_.string(event.mode);
    json_.end_array();
    if (const int quad = plover_quad(event.code); quad > 0) json_.member("quad_code", quad);
    json_.key("context").begin_array();
    if (event.status == EventStatus::kPlanned) json_.string("future");
    if (event.status == EventStatus::kHypothetical) json_.string("hypothetical");
    json_.end_array();
    json_.key("event_text").begin_array().string(words_of(reading_.article.text, event.span)).end_array();
    if (const Entity* place = entity(event.place)) {
      json_.key("event_loc").begin_object().member("name", place->name);
      if (!place->country.empty()) json_.member("country code", place->country);
      json_.end_object();
    }
    json_.member("status", word_of(event.status));
    claim(event);
    const Span points = offsets_.to_unit(event.span);
    json_.key("text_info").begin_object();
    json_.key("sequence").put(places_.sentence_of(event.span));
    json_.member("start", points.begin).member("end", points.end).end_object();
    json_.key("cite_info").begin_object().member("citation", reading_.article.id);
    json_.key("title").put(masthead.title);
    json_.key("publication").put(masthead.outlet);
    json_.key("published");
    put_known(masthead.published.value);
    json_.member("language", reading_.language.language).end_object();
    json_.member("sha256", reading_.article.sha256);
    if (!event.doubt.empty()) json_.member("comment", event.doubt);
    json_.end_object();
    return json_.take();
  }

 private:
  void put_known(const std::string& text) {
    if (text.empty()) {
      json_.null();
    } else {
      json_.string(text);
    }
  }

  const Entity* entity(const std::optional<EntityId>& id) const {
    return id && *id < reading_.entities.size() ? &reading_.entities[*id] : nullptr;
  }

  void actors(std::string_view key, const Event& event, const std::vector<EntityId>& ids) {
    json_.key(key).begin_array();
    for (const EntityId id : ids) {
      const Entity* actor = entity(id);
      if (actor == nullptr) continue;
      json_.begin_object();
      const auto known =
          std::find_if(event.actors.begin(), event.actors.end(), [&](const Actor& one) { return one.entity == id; });
      if (known != event.actors.end()) {
        if (const auto code = country_alpha3(known->country); !code.empty()) json_.member("code", code);
        if (const auto code = sector_code(known->sector); !code.empty()) json_.member("sector", code);
      }
      const auto at = std::lower_bound(named_.begin(), named_.end(), std::pair(id, std::string_view()));
      if (at != named_.end() && at->first == id && !at->second.empty()) json_.member("actor_text", at->second);
      json_.member("identifier_text", actor->name);
      if (!actor->roles.empty()) json_.member("office", actor->roles.front().name);
      json_.end_object();
    }
    json_.end_array();
  }

  void claim(const Event& event) {
    if (const Entity* reporter = entity(event.reporter)) {
      json_.member("claimed_by", reporter->name);
    } else if (event.quotation) {
      json_.key("claimed_by").null();
    }
  }

  const Reading& reading_;
  Places places_;
  OffsetMap offsets_;
  std::vector<std::pair<EntityId, std::string_view>> named_;  // parties by id, with the words that first name them
  JsonWriter json_;
};

}  // namespace

int plover_quad(std::string_view code) {
  // Verbal cooperation, material cooperation, verbal conflict, material conflict.
  constexpr std::pair<std::string_view, int> kQuads[] = {
      {"AGREE", 1},    {"CONSULT", 1}, {"SUPPORT", 1},     {"CONCEDE", 1},  {"COOPERATE", 2}, {"AID", 2},
      {"RETREAT", 2},  {"ACCUSE", 3},  {"INVESTIGATE", 3}, {"DEMAND", 3},   {"REQUEST", 3},   {"REJECT", 3},
      {"THREATEN", 3}, {"PROTEST", 4}, {"SANCTION", 4},    {"MOBILIZE", 4}, {"COERCE", 4},    {"ASSAULT", 4}};
  for (const auto& [root, quad] : kQuads)
    if (root == code) return quad;
  return 0;
}

std::string_view country_alpha3(std::string_view alpha2) {
  if (alpha2.size() != 2) return {};
  for (size_t at = 0; at + 5 <= kCountryCodes.size(); at += 5)
    if (kCountryCodes.substr(at, 2) == alpha2) return kCountryCodes.substr(at + 2, 3);
  return {};
}

std::string plover_lines(const Reading& reading) {
  Records records(reading);
  std::string lines;
  for (uint32_t number = 0; number < reading.events.size(); ++number)
    lines.append(records.line(number)).push_back('\n');
  return lines;
}

}  // namespace readout
