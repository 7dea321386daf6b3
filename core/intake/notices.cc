#include "intake/notices.h"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/lines.h"
#include "text/lexicon.h"

namespace readout::intake {

namespace {

constexpr std::array<std::pair<std::string_view, NoticeKind>, 15> kKinds = {{
    {"paywall", NoticeKind::kPaywall},
    {"continue", NoticeKind::kContinue},
    {"subscribe", NoticeKind::kSubscribe},
    {"newsletter", NoticeKind::kNewsletter},
    {"share", NoticeKind::kShare},
    {"related", NoticeKind::kRelated},
    {"comments", NoticeKind::kComments},
    {"legal", NoticeKind::kLegal},
    {"menu", NoticeKind::kMenu},
    {"ad", NoticeKind::kAd},
    {"origin", NoticeKind::kOrigin},
    {"credit", NoticeKind::kCredit},
    {"picture", NoticeKind::kPicture},
    {"tags", NoticeKind::kTags},
    {"author", NoticeKind::kAuthor},
}};

constexpr std::array<std::pair<std::string_view, WordClass>, 53> kClasses = {{
    {"january", kTimeWord},    {"february", kTimeWord},      {"march", kTimeWord},      {"april", kTimeWord},
    {"may", kTimeWord},        {"june", kTimeWord},          {"july", kTimeWord},       {"august", kTimeWord},
    {"september", kTimeWord},  {"october", kTimeWord},       {"november", kTimeWord},   {"december", kTimeWord},
    {"jan", kTimeWord},        {"feb", kTimeWord},           {"mar", kTimeWord},        {"apr", kTimeWord},
    {"jun", kTimeWord},        {"jul", kTimeWord},           {"aug", kTimeWord},        {"sep", kTimeWord},
    {"sept", kTimeWord},       {"oct", kTimeWord},           {"nov", kTimeWord},        {"dec", kTimeWord},
    {"ago", kTimeWord},        {"i", kFirstPerson},          {"im", kFirstPerson},      {"ive", kFirstPerson},
    {"id", kFirstPerson},      {"ill", kFirstPerson},        {"me", kFirstPerson},      {"my", kFirstPerson},
    {"myself", kFirstPerson},  {"you", kSecondPerson},       {"your", kSecondPerson},   {"youre", kSecondPerson},
    {"yours", kSecondPerson},  {"u", kSecondPerson},         {"photo", kPictureWord},   {"photos", kPictureWord},
    {"image", kPictureWord},   {"images", kPictureWord},     {"picture", kPictureWord}, {"credit", kPictureWord},
    {"pic", kPictureWord},     {"photograph", kPictureWord}, {"file", kPictureWord},    {"caption", kPictureWord},
    {"says", kSayingWord},     {"wrote", kSayingWord},       {"writes", kSayingWord},   {"said", kSayingWord},
    {"comments", kSayingWord},
}};

}  // namespace

std::string_view reason_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::kNone:
      break;
    case NoticeKind::kPaywall:
      return "A notice about reading limits or paying to read";
    case NoticeKind::kContinue:
      return "A link to more text elsewhere";
    case NoticeKind::kSubscribe:
      return "An appeal to subscribe, register or give";
    case NoticeKind::kNewsletter:
      return "An offer of newsletters or alerts";
    case NoticeKind::kShare:
      return "Buttons to share or follow";
    case NoticeKind::kRelated:
      return "The heading of a list of other stories";
    case NoticeKind::kComments:
      return "Readers' comments, or the form for them";
    case NoticeKind::kLegal:
      return "Copyright, terms, privacy or a disclaimer";
    case NoticeKind::kMenu:
      return "Navigation of the site";
    case NoticeKind::kAd:
      return "An advertisement";
    case NoticeKind::kOrigin:
      return "Says where the article first appeared";
    case NoticeKind::kCredit:
      return "Says whose information was used";
    case NoticeKind::kPicture:
      return "The credit of a picture";
    case NoticeKind::kTags:
      return "Topics or tags";
    case NoticeKind::kAuthor:
      return "Tells who the author is or where the article was printed";
  }
  return {};
}

Result<Vocabulary> Vocabulary::load(const Bundle& bundle) {
  Vocabulary vocabulary;
  const Lexicon prose(bundle.section("lexicon/prose_words"));
  const Lexicon notices(bundle.section("lexicon/notices"));
  size_t slots = 1024;
  while (slots < 2 * (prose.size() + notices.size() + 100)) slots *= 2;
  vocabulary.table_.resize(slots);
  for (const auto& [word, kind] : kClasses) vocabulary.entry(key_of(word)).classes |= kind;
  for (size_t row = 0; row < prose.size(); ++row)
    for (const WordKey key : keys_of(prose.at(row, 0))) vocabulary.entry(key).classes |= kFunctionWord;

  for (size_t row = 0; row < notices.size(); ++row) {
    const std::vector<WordKey> keys = keys_of(notices.at(row, 0));
    const auto* kind = std::find_if(kKinds.begin(), kKinds.end(),
                                    [&](const auto& entry) { return entry.first == notices.at(row, 1); });
    const std::string_view place = notices.at(row, 2);
    if (keys.empty() || kind == kKinds.end() ||
        (place != "whole" && place != "start" && place != "any" && place != "end"))
      return Error{"model-malformed", "The model's list of notices cannot be read.", std::nullopt};
    Phrase phrase;
    phrase.first = keys.front();
    phrase.begin = static_cast<uint32_t>(vocabulary.keys_.size());
    phrase.size = static_cast<uint32_t>(keys.size());
    phrase.kind = kind->second;
    phrase.place = place == "whole"   ? Place::kWhole
                   : place == "start" ? Place::kStart
                   : place == "end"   ? Place::kEnd
                                      : Place::kAny;
    vocabulary.keys_.insert(vocabulary.keys_.end(), keys.begin(), keys.end());
    vocabulary.phrases_.push_back(phrase);
  }
  std::sort(vocabulary.phrases_.begin(), vocabulary.phrases_.end(), [](const Phrase& a, const Phrase& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.size != b.size) return a.size > b.size;
    return a.begin < b.begin;
  });
  for (size_t i = 0; i < vocabulary.phrases_.size(); ++i) {
    Entry& first = vocabulary.entry(vocabulary.phrases_[i].first);
    if (first.phrases++ == 0) first.first_phrase = static_cast<uint32_t>(i);
  }
  return vocabulary;
}

Vocabulary::Entry& Vocabulary::entry(uint64_t key) {
  size_t at = key & (table_.size() - 1);
  while (table_[at].used && table_[at].key != key) at = (at + 1) & (table_.size() - 1);
  table_[at].key = key;
  table_[at].used = true;
  return table_[at];
}

Notice Vocabulary::notice_in(const Word* begin, const Word* end) const {
  Notice best;
  size_t best_size = 0;
  for (const Word* word = begin; word != end; ++word) {
    if (!word->known || word->known->phrases == 0) continue;
    const Phrase* phrase = phrases_.data() + word->known->first_phrase;
    for (const Phrase* last = phrase + word->known->phrases; phrase != last; ++phrase) {
      const size_t size = phrase->size;
      if (size <= best_size || size > static_cast<size_t>(end - word)) continue;
      const bool at_start = word == begin;
      const bool at_end = word + size == end;
      if ((phrase->place == Place::kWhole && !(at_start && at_end)) || (phrase->place == Place::kStart && !at_start) ||
          (phrase->place == Place::kEnd && !at_end))
        continue;
      if (!std::equal(keys_.begin() + phrase->begin, keys_.begin() + phrase->begin + static_cast<ptrdiff_t>(size), word,
                      [](uint64_t key, const Word& w) { return key == w.key; }))
        continue;
      best = {phrase->kind, at_start && at_end, at_start, at_end};
      best_size = size;
    }
  }
  return best;
}

}  // namespace readout::intake
