#include "intake/intake.h"

#include "text/sha256.h"
#include "text/utf8.h"

namespace readout {

struct IntakeModel::Parts {};

IntakeModel::IntakeModel() : parts_(std::make_unique<const Parts>()) {}
IntakeModel::~IntakeModel() = default;
IntakeModel::IntakeModel(IntakeModel&&) noexcept = default;
IntakeModel& IntakeModel::operator=(IntakeModel&&) noexcept = default;

Result<IntakeModel> IntakeModel::load(const Bundle&) { return IntakeModel(); }

Result<std::vector<ArticleInput>> open_file(std::string_view name, std::string_view bytes, const FileLimits&) {
  ArticleInput input;
  input.id = std::string(name);
  input.text = utf8::repaired(bytes);
  input.sha256 = sha256_hex(bytes);
  input.file = FileOrigin{std::string(name), 0, input.text.size()};
  std::vector<ArticleInput> inputs;
  inputs.push_back(std::move(input));
  return inputs;
}

Result<Article> take_in(const ArticleInput& input, const IntakeModel&) {
  Article article;
  article.id = input.id;
  article.text = utf8::repaired(input.text);
  article.sha256 = input.sha256.empty() ? sha256_hex(input.text) : input.sha256;
  article.source = input.source;
  article.file = input.file;
  article.masthead.title = input.title;
  article.masthead.outlet = input.outlet;
  if (input.published) article.masthead.published = {*input.published, DateHow::kGiven, std::nullopt, "given"};
  article.blocks.push_back({{0, static_cast<uint32_t>(article.text.size())}, BlockKind::kBody, "", false});
  return article;
}

}  // namespace readout
