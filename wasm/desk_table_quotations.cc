// The table of who said what.
#include <utility>
#include <vector>

#include "desk_names.h"
#include "desk_plain.h"
#include "desk_table_readings.h"
#include "desk_words.h"

namespace readout::desk {
namespace {

constexpr size_t kLongestName = 120;

std::string speaker_of(const Names& names, const DeskArticle& article, const Source& source) {
  std::string speaker = source.entity ? names.of(article, *source.entity) : std::string();
  if (speaker.empty()) return name_of(article.reading, source);
  for (size_t i = 0; i < source.also.size(); ++i) {
    const std::string name = names.of(article, source.also[i]);
    if (!name.empty()) speaker += (i + 1 == source.also.size() ? " and " : ", ") + name;
  }
  return speaker;
}

// "Xinhua" for "the official Xinhua news agency".
std::string channel_of(const Names& names, const DeskArticle& article, const Channel& channel) {
  std::string name = channel.entity ? names.of(article, *channel.entity) : std::string();
  if (!name.empty()) return name;
  name = one_line(channel.text, kLongestName);
  for (const std::string_view opening : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (name.compare(0, opening.size(), opening) == 0) return name.substr(opening.size());
  }
  return name;
}

class QuotationsTable : public ReadingTable {
 public:
  QuotationsTable(Desk& desk, const Scope& scope)
      : ReadingTable(desk, scope, [](const Reading& reading) { return reading.quotations.size(); }), names_(desk) {}

  const std::vector<Column>& columns() const override {
    static const std::vector<Column> kColumns{
        {"speaker", "Speaker", false, false, true}, {"said", "Words", false, true, false},
        {"cue", "Verb", false, true, false},        {"stance", "Stance of the verb", false, false, true},
        {"via", "Through", false, false, true},     {"to", "To", false, false, false},
        {"how", "How", false, false, true},         {"outlet", "Outlet", false, false, true},
        {"where", "Where", false, false, false},    {"accounts", "Accounts", true, false, false},
    };
    return kColumns;
  }

  TableRow row(size_t index) const override {
    const DeskArticle& from = article(index);
    const Reading& reading = from.reading;
    const Quotation& quotation = reading.quotations[item(index)];
    std::string via;
    for (const Channel& channel : quotation.via) via += (via.empty() ? "" : ", ") + channel_of(names_, from, channel);
    TableRow row;
    row.article = &from;
    row.open = whole_of(quotation);
    row.doubt = quotation.doubt;
    row.chain = chain_of(reading, quotation);
    row.cells.push_back(text_cell(quotation.source ? speaker_of(names_, from, *quotation.source) : ""));
    row.cells.push_back(text_cell(joined_words(reading.article.text, quotation.content, 600)));
    row.cells.push_back(text_cell(words_at(from, quotation.cue)));
    row.cells.push_back(text_cell(std::string(stance_text(quotation.cue_class))));
    row.cells.push_back(text_cell(std::move(via)));
    row.cells.push_back(text_cell(quotation.addressee ? name_of(reading, *quotation.addressee) : ""));
    row.cells.push_back(text_cell(std::string(kind_text(quotation.kind))));
    row.cells.push_back(text_cell(outlet_of(from)));
    row.cells.push_back(text_cell(from.places.describe(row.open)));
    const Span first = quotation.content.empty() ? row.open : quotation.content.front();
    row.cells.push_back(accounts(index, FactKind::kQuotation, first));
    return row;
  }

 private:
  Names names_;
};

}  // namespace

std::unique_ptr<TableSource> quotations_table(Desk& desk, const Scope& scope) {
  return std::make_unique<QuotationsTable>(desk, scope);
}

}  // namespace readout::desk
