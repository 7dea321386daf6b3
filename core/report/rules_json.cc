#include "report/rules_json.h"

#include <array>
#include <utility>

#include "report/json_access.h"
#include "report/json_writer.h"
#include "report/vocabulary.h"

namespace readout {

namespace ja = json_access;

namespace {

constexpr std::string_view kRulesSchema = "readout/rules/1";
constexpr std::array<std::string_view, 7> kRuleWords{"merge-entities", "split-entity",  "rename-entity",
                                                     "retype-entity",  "reject-entity", "merge-stories",
                                                     "split-story"};

bool is_about_stories(RuleKind kind) { return kind == RuleKind::kMergeStories || kind == RuleKind::kSplitStory; }

std::optional<EntityType> type_named(std::string_view word) {
  for (size_t i = 0; i < Words<EntityType>::kWords.size(); ++i) {
    if (Words<EntityType>::kWords[i] == word) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

// What is wrong with the rule, in plain words; empty where nothing is.
std::string read_rule(const ja::Json& json, Rule& rule) {
  const auto word = ja::string(json, "rule");
  size_t kind = 0;
  while (kind < kRuleWords.size() && kRuleWords[kind] != word.value_or("")) ++kind;
  if (kind == kRuleWords.size()) return "\"rule\" is none that is known";
  rule.kind = static_cast<RuleKind>(kind);
  for (const ja::Json* element : ja::elements(json, "articles")) {
    const auto id = ja::as_string(*element);
    if (!id) return "an article's id is no string";
    rule.articles.push_back(*id);
  }
  for (const ja::Json* element : ja::elements(json, "entities")) {
    EntityRef ref;
    ref.name = ja::string(*element, "name").value_or("");
    if (ref.name.empty()) return "an entity has no name";
    if (const auto type = ja::string(*element, "type")) {
      ref.type = type_named(*type);
      if (!ref.type) return "an entity's type is none that is known";
    }
    ref.article = ja::string(*element, "article").value_or("");
    rule.entities.push_back(std::move(ref));
  }
  rule.name = ja::string(json, "name").value_or("");
  if (rule.kind == RuleKind::kRetypeEntity) {
    const auto type = type_named(ja::string(json, "type").value_or(""));
    if (!type) return "\"type\" is none that is known";
    rule.type = *type;
  }
  if (rule.kind == RuleKind::kRenameEntity && rule.name.empty()) return "\"name\" is missing";
  if (is_about_stories(rule.kind) ? rule.articles.empty() : rule.entities.empty()) return "it names nothing";
  return {};
}

}  // namespace

Result<std::vector<Rule>> rules_from_json(std::string_view json) {
  const auto document = ja::parse(json);
  if (!document) return document.error();
  std::vector<Rule> rules;
  for (const ja::Json* element : ja::elements(document.value(), "rules")) {
    // The page's file holds rules on what is read, too: passages put back, outlets and dates. They are not collation's.
    if (ja::member(*element, "rule") == nullptr && ja::member(*element, "do") != nullptr) continue;
    Rule rule;
    if (const std::string fault = read_rule(*element, rule); !fault.empty()) {
      return Error{"rules-invalid", "Rule " + std::to_string(rules.size() + 1) + ": " + fault + ".", std::nullopt};
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::string rules_to_json(const std::vector<Rule>& rules) {
  JsonWriter json;
  json.begin_object().member("schema", kRulesSchema).key("rules").begin_array();
  for (const Rule& rule : rules) {
    json.begin_object().member("rule", kRuleWords[static_cast<size_t>(rule.kind)]);
    if (is_about_stories(rule.kind)) {
      json.key("articles").begin_array();
      for (const std::string& id : rule.articles) json.string(id);
      json.end_array();
    } else {
      json.key("entities").begin_array();
      for (const EntityRef& ref : rule.entities) {
        json.begin_object().member("name", ref.name);
        if (ref.type) json.member("type", word_of(*ref.type));
        if (!ref.article.empty()) json.member("article", ref.article);
        json.end_object();
      }
      json.end_array();
    }
    if (!rule.name.empty()) json.member("name", rule.name);
    if (rule.kind == RuleKind::kRetypeEntity) json.member("type", word_of(rule.type));
    json.end_object();
  }
  return json.end_array().end_object().take() + "\n";
}

}  // namespace readout
