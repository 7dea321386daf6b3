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
  const Lexicon function_words(bundle.section("lexicon/prose_words"));
  for (size_t row = 0; row < function_words.size(); ++row)
    for (const WordKey key : keys_of(function_words.at(row, 0))) vocabulary.function_words_.push_back(key);
  std::sort(vocabulary.function_words_.begin(), vocabulary.function_words_.end());

  const Lexicon notices(bundle.section("lexicon/notices"));
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
  return vocabulary;
}

bool Vocabulary::is_function_word(uint64_t key) const {
  return std::binary_search(function_words_.begin(), function_words_.end(), key);
}

Notice Vocabulary::notice_in(const Word* begin, const Word* end) const {
  Notice best;
  size_t best_size = 0;
  for (const Word* word = begin; word != end; ++word) {
    auto phrase = std::lower_bound(phrases_.begin(), phrases_.end(), word->key,
                                   [](const Phrase& p, uint64_t key) { return p.first < key; });
    for (; phrase != phrases_.end() && phrase->first == word->key; ++phrase) {
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
