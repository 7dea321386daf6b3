#include "intake/intake.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "intake/decode.h"
#include "intake/kinds.h"
#include "intake/lines.h"
#include "intake/masthead.h"
#include "intake/model_parts.h"
#include "intake/split.h"
#include "intake/truncation.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace readout {

IntakeModel::IntakeModel() : parts_(std::make_unique<const Parts>()) {}
IntakeModel::~IntakeModel() = default;
IntakeModel::IntakeModel(IntakeModel&&) noexcept = default;
IntakeModel& IntakeModel::operator=(IntakeModel&&) noexcept = default;

Result<IntakeModel> IntakeModel::load(const Bundle& bundle) {
  auto vocabulary = intake::Vocabulary::load(bundle);
  if (!vocabulary) return vocabulary.error();
  auto weights = intake::LineWeights::load(bundle);
  if (!weights) return weights.error();
  IntakeModel model;
  model.parts_ = std::make_unique<const Parts>(
      Parts{std::move(vocabulary).value(), intake::Outlets::load(bundle), std::move(weights).value()});
  return model;
}

Result<std::vector<ArticleInput>> open_file(std::string_view name, std::string_view bytes, const FileLimits& limits) {
  auto decoded = decode(bytes, DecodeLimits{limits.max_bytes});
  if (!decoded) return decoded.error();
  const bool repair = limits.repair_double_encoding && decoded.value().double_encoded;
  const std::string text = repair ? repair_double_encoding(decoded.value().text) : std::move(decoded.value().text);
  if (text.size() > std::numeric_limits<uint32_t>::max())
    return Error{"file-too-large", "The file is larger than 4 GB: split it.", std::nullopt};
  const std::string sha256 = sha256_hex(bytes);
  const std::vector<Span> pieces = intake::split_articles(text, limits.max_articles);
  std::vector<ArticleInput> inputs;
  inputs.reserve(pieces.size());
  for (const Span piece : pieces) {
    ArticleInput& input = inputs.emplace_back();
    input.id = std::string(name);
    if (pieces.size() > 1) input.id.append("#").append(std::to_string(inputs.size()));
    input.text = std::string(words_of(text, piece));
    input.sha256 = sha256;
    input.file = FileOrigin{std::string(name),
                            piece.begin,
                            piece.end,
                            std::string(name_of(decoded.value().encoding)),
                            decoded.value().confidence,
                            static_cast<uint32_t>(decoded.value().wrong_bytes.size()),
                            decoded.value().double_encoded && !repair};
  }
  return inputs;
}

namespace {

// Sorted keys of the lines that stand in other articles too.
std::vector<intake::WordKey> repeated_keys(const std::vector<std::string>& lines,
                                           const intake::Vocabulary& vocabulary) {
  std::vector<intake::WordKey> keys;
  for (const std::string& line : lines)
    for (const intake::Line& measured : intake::measure(line, vocabulary).lines) keys.push_back(measured.key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

Result<Article> take_in(const ArticleInput& input, const IntakeModel& model) {
  if (input.text.size() > std::numeric_limits<uint32_t>::max() / 4)
    return Error{"text-too-long", "The text is too long to be read as one article: split it.", std::nullopt};
  Article article;
  article.id = input.id;
  article.text = utf8::repaired(input.text);
  article.sha256 = input.sha256.empty() ? sha256_hex(input.text) : input.sha256;
  article.source = input.source;
  article.file = input.file;

  const intake::Page page = intake::measure(article.text, model.parts().vocabulary);
  if (page.lines.empty()) return Error{"empty-text", "The text holds nothing but white space.", std::nullopt};
  intake::Judgement judgement = input.source == SourceKind::kPage
                                    ? intake::judge_page(page, input.title, model.parts().weights)
                                    : intake::judge_text(page, input.title);
  intake::set_aside_repeated(page, repeated_keys(input.repeated, model.parts().vocabulary), judgement);
  intake::restore(page, input.restored, judgement);
  article.blocks = intake::blocks_of(page, judgement);
  article.masthead = intake::read_masthead(page, judgement, input, model.parts().outlets);
  article.truncated = intake::find_truncation(page, judgement);
  return article;
}

}  // namespace readout
