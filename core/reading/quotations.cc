#include "reading/quotations.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "reading/identities_words.h"
#include "reading/lexicon_parts.h"
#include "reading/quotations_clauses.h"
#include "reading/quotations_headlines.h"
#include "reading/quotations_marks.h"
#include "reading/quotations_sources.h"
#include "reading/quotations_steps.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {
namespace {

using quoting::QuotedStretch;
using quoting::Range;
using quoting::ReportingClause;
using quoting::Step;
using quoting::StepSentence;
using wording::Word;

class Attributor {
 public:
  Attributor(const Article& article, const Annotation& language, Identities& identities,
             const wording::WordLists& lists)
      : text_(article.text),
        headline_(quoting::headline_of(article)),
        language_(language),
        lists_(lists),
        words_(wording::look_up_words(text_, language, lists)),
        stretches_(quoting::scan_quotation_marks(text_, language)),
        laid_(quoting::lay_steps(text_, language, words_, stretches_)),
        sources_(text_, words_, language.tokens, lists, identities),
        subtrees_(quoting::measure_subtrees(language.tokens)),
        in_name_(words_.size(), false),
        taken_(stretches_.size(), false) {
    uint32_t at = 0;
    for (const Mention& name : identities.mentions) {
      if (name.kind != MentionKind::kName) continue;
      while (at < words_.size() && words_[at].span.end <= name.span.begin) ++at;
      for (uint32_t i = at; i < words_.size() && words_[i].span.begin < name.span.end; ++i) in_name_[i] = true;
    }
  }

  Attributions run() {
    const quoting::ClauseContext context{text_,      words_,      language_.tokens, lists_,
                                         stretches_, laid_.steps, in_name_,         subtrees_};
    for (const StepSentence& sentence : laid_.sentences) {
      if (sentence.paragraph != paragraph_) begin_paragraph(sentence);
      const auto clauses = quoting::find_clauses(context, sentence);
      if (announced_ && laid_.steps[sentence.first].stretch == quoting::kNoStretch) announced_.reset();
      const size_t before = result_.quotations.size();
      for (const ReportingClause& clause : clauses) add_clause(clause);
      take_left_over(sentence, before);
    }
    add_nested();
    put_in_order();
    quoting::align_headlines(text_, words_, stretches_, headline_, result_.quotations);
    sources_.flush();
    return std::move(result_);
  }

 private:
  // Quotations inside quotations, where the outer words say that somebody said them.
  void add_nested() {
    const auto contents = all_contents();
    for (const QuotedStretch& stretch : stretches_) {
      if (!stretch.inside) continue;
      const Span inner = stretch.inner;
      auto held = std::upper_bound(contents.begin(), contents.end(), inner.begin,
                                   [](uint32_t begin, const auto& content) { return begin < content.first.begin; });
      if (held == contents.begin()) continue;
      --held;
      if (!held->first.contains(inner) || held->first == inner) continue;
      const auto at = static_cast<uint32_t>(
          std::lower_bound(words_.begin(), words_.end(), stretch.outer.begin,
                           [](const Word& word, uint32_t begin) { return word.span.end <= begin; }) -
          words_.begin());
      uint32_t verb = at;
      constexpr uint32_t kReach = 4;
      while (verb > 0 && verb + kReach > at && words_[verb - 1].verb == wording::kNoVerb) --verb;
      if (verb == 0 || verb + kReach <= at) continue;
      --verb;
      const auto frames = lists_.verbs[words_[verb].verb].frames;
      // A word or two in marks are no statement, and a verb may be a noun.
      const Upos tag = language_.tokens[verb].upos;
      if ((tag != Upos::kNone && tag != Upos::kVerb) || words_in(inner) < 2 ||
          !unicode::is_upper(utf8::decode(text_, inner.begin).value))
        continue;
      if ((frames & wording::kSpeech) == 0 || !held->first.contains(words_[verb].span.begin)) continue;
      Quotation quotation;
      quotation.kind = QuotationKind::kDirect;
      quotation.content.push_back(inner);
      quotation.cue = words_[verb].span;
      quotation.cue_class = lists_.verbs[words_[verb].verb].cue;
      quotation.parent = held->second;
      uint32_t subject = verb;
      while (subject > 0 && words_[subject - 1].is(wording::kAuxiliary | wording::kAdverb)) --subject;
      if (subject > 0 && (in_name_[subject - 1] || words_[subject - 1].is(wording::kSubjectPronoun))) {
        uint32_t first = subject - 1;
        while (first > 0 && in_name_[first] && in_name_[first - 1]) --first;
        quotation.source = sources_.read({words_[first].span.begin, words_[subject - 1].span.end});
      } else {
        quotation.doubt = "The words around do not say plainly who is speaking.";
      }
      result_.quotations.push_back(std::move(quotation));
    }
  }

  // Every content span with its quotation, in text order.
  std::vector<std::pair<Span, uint32_t>> all_contents() const {
    std::vector<std::pair<Span, uint32_t>> contents;
    for (uint32_t i = 0; i < result_.quotations.size(); ++i) {
      for (const Span content : result_.quotations[i].content) contents.emplace_back(content, i);
    }
    std::sort(contents.begin(), contents.end(), [](const auto& a, const auto& b) {
      return a.first == b.first ? a.second < b.second : a.first < b.first;
    });
    return contents;
  }

  // By first words; parents keep pointing at theirs.
  void put_in_order() {
    auto& quotations = result_.quotations;
    std::vector<uint32_t> order(quotations.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
      return quotations[a].content.front() < quotations[b].content.front();
    });
    std::vector<uint32_t> place(order.size());
    for (uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::vector<Quotation> sorted;
    sorted.reserve(quotations.size());
    for (const uint32_t i : order) {
      if (quotations[i].parent) quotations[i].parent = place[*quotations[i].parent];
      sorted.push_back(std::move(quotations[i]));
    }
    quotations = std::move(sorted);
  }

  Span span_of(Range range) const {
    return {laid_.steps[range.first].span.begin, laid_.steps[range.last - 1].span.end};
  }

  // Content as spans: a stretch by itself without its marks, otherwise the text from end to end.
  Span content_span(Range range) const {
    if (range.last == range.first + 1 && laid_.steps[range.first].stretch != quoting::kNoStretch) {
      return stretches_[static_cast<size_t>(laid_.steps[range.first].stretch)].inner;
    }
    return span_of(range);
  }

  Source source_of(Range range) { return sources_.read(span_of(range)); }
  Source speaker_of(Range range) { return sources_.speaker(span_of(range)); }

  QuotationKind kind_of(const std::vector<Range>& content) const {
    bool quoted = false;
    bool unquoted = false;
    for (const Range range : content) {
      for (uint32_t i = range.first; i < range.last; ++i) {
        const Step& step = laid_.steps[i];
        if (step.stretch != quoting::kNoStretch) {
          quoted = true;
        } else if (words_[step.token].is_word()) {
          unquoted = true;
        }
      }
    }
    return !quoted ? QuotationKind::kIndirect : unquoted ? QuotationKind::kMixed : QuotationKind::kDirect;
  }

  void add_silence(const ReportingClause& clause) {
    Silence silence;
    Range all = clause.cue;
    if (clause.source) {
      silence.source = speaker_of(*clause.source);
      constexpr uint32_t kNear = 8;  // a subject far before it lends only its name
      if (clause.source->first < all.first && all.first - clause.source->first <= kNear)
        all.first = clause.source->first;
    }
    if (!clause.content.empty()) {
      silence.topic = span_of(clause.content.front());
      all.last = std::max(all.last, clause.content.back().last);
    }
    silence.span = span_of(all);
    result_.silences.push_back(std::move(silence));
  }

  void add_clause(const ReportingClause& clause) {
    if (clause.report == quoting::Report::kSilence) return add_silence(clause);
    if (clause.report == quoting::Report::kAnnounces) {
      announced_ = clause;
      return;
    }
    Quotation quotation;
    if (clause.content.empty()) {
      // A channel of the quotation before.
      if (!result_.quotations.empty() && clause.source) add_channel(result_.quotations.back(), *clause.source);
      return;
    }
    quotation.kind = kind_of(clause.content);
    for (const Range range : clause.content) {
      quotation.content.push_back(content_span(range));
      for (uint32_t i = range.first; i < range.last; ++i) {
        if (laid_.steps[i].stretch != quoting::kNoStretch) taken_[static_cast<size_t>(laid_.steps[i].stretch)] = true;
      }
    }
    quotation.cue = span_of(clause.cue);
    if (clause.verb != wording::kNoVerb) quotation.cue_class = lists_.verbs[clause.verb].cue;
    if (clause.verb == wording::kNoVerb) {
      quotation.cue_class = clause.cue_class == CueClass::kUnknown ? CueClass::kNeutral : clause.cue_class;
    }
    if (clause.source) quotation.source = speaker_of(*clause.source);
    if (clause.addressee && !clause.addressee->empty()) quotation.addressee = source_of(*clause.addressee);
    if (clause.occasion && !clause.occasion->empty()) quotation.occasion = span_of(*clause.occasion);
    for (const Range range : clause.via) add_channel(quotation, range);
    add_channels_named(quotation, clause);
    take_opening(clause.content.front(), quotation);
    result_.quotations.push_back(std::move(quotation));
  }

  // Speech that began in the paragraph before, where nobody was named for it: its first words belong to this one.
  void take_opening(Range first, Quotation& quotation) {
    const int32_t index = laid_.steps[first.first].stretch;
    if (index == quoting::kNoStretch || result_.quotations.empty()) return;
    const QuotedStretch& stretch = stretches_[static_cast<size_t>(index)];
    Quotation& before = result_.quotations.back();
    if (!stretch.continued || !before.inferred || before.cue || before.content.back().end > stretch.outer.begin) return;
    quotation.content.insert(quotation.content.begin(), before.content.begin(), before.content.end());
    result_.quotations.pop_back();
    paragraph_first_ = std::min(paragraph_first_, result_.quotations.size());
  }

  // Channels among those spoken to ("told the broadcaster ARD") and in the occasion ("in an interview with ARD",
  // "in footage posted by the ministry on Telegram").
  void add_channels_named(Quotation& quotation, const ReportingClause& clause) {
    if (clause.addressee && sources_.is_channel(span_of(*clause.addressee))) add_channel(quotation, *clause.addressee);
    if (!clause.occasion) return;
    // The occasion's phrases, cut at its prepositions.
    bool has_document = false;
    for (uint32_t i = clause.occasion->first; i < clause.occasion->last;) {
      uint32_t last = i + 1;
      const auto cuts = [&](uint32_t k) {
        const Step& step = laid_.steps[k];
        if (step.stretch != quoting::kNoStretch) return true;
        const Word& word = words_[step.token];
        return !word.is_word() || (word.is(wording::kPreposition) && words_of(text_, word.span) != "of");
      };
      if (cuts(i)) {
        ++i;
        continue;
      }
      while (last < clause.occasion->last && !cuts(last)) ++last;
      // Who posted or carried the words passes them on, whatever it is.
      const bool by =
          i > clause.occasion->first + 1 && words_of(text_, laid_.steps[i - 1].span) == "by" && has_document;
      if (by || sources_.is_channel(span_of({i, last}))) add_channel(quotation, {i, last});
      has_document = has_document || is_document({i, last});
      i = last;
    }
  }

  bool is_document(Range range) const {
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (laid_.steps[i].stretch == quoting::kNoStretch && words_[laid_.steps[i].token].is(wording::kDocument))
        return true;
    }
    return false;
  }

  // Each channel once.
  void add_channel(Quotation& quotation, Range range) {
    const Span span = span_of(range);
    for (const Channel& known : quotation.via) {
      if (known.span == span) return;
    }
    quotation.via.push_back({span, std::string(words_of(text_, span)), sources_.read(span).entity});
  }

  void begin_paragraph(const StepSentence& sentence) {
    paragraph_ = sentence.paragraph;
    paragraph_first_ = result_.quotations.size();
  }

  uint32_t words_in(Span span) const {
    auto at = std::lower_bound(words_.begin(), words_.end(), span.begin,
                               [](const Word& word, uint32_t begin) { return word.span.end <= begin; });
    uint32_t n = 0;
    for (; at != words_.end() && at->span.begin < span.end; ++at) n += at->is_word() ? 1 : 0;
    return n;
  }

  // Whether every word of some length begins with a capital: a title.
  bool is_title(Span span) const {
    auto at = std::lower_bound(words_.begin(), words_.end(), span.begin,
                               [](const Word& word, uint32_t begin) { return word.span.end <= begin; });
    for (; at != words_.end() && at->span.begin < span.end; ++at) {
      if (at->is_word() && !at->capital && at->span.size() > 3) return false;
    }
    return true;
  }

  // The last quotation of this paragraph that has quoted words.
  Quotation* last_spoken() {
    constexpr size_t kFar = 32;
    const size_t size = result_.quotations.size();
    for (size_t i = size; i > paragraph_first_ && i + kFar > size; --i) {
      if (result_.quotations[i - 1].kind != QuotationKind::kIndirect) return &result_.quotations[i - 1];
    }
    return nullptr;
  }

  // A transcript inside quotation marks: "WALLACE: Do you ...".
  bool add_labelled(const QuotedStretch& stretch) {
    const std::string_view inner = words_of(text_, stretch.inner);
    const size_t colon = inner.substr(0, 40).find(':');
    if (colon == std::string_view::npos || colon + 2 > inner.size() || inner[colon + 1] != ' ') return false;
    uint32_t letters = 0;
    for (const char c : inner.substr(0, colon)) {
      if (c >= 'A' && c <= 'Z') {
        ++letters;
      } else if (c != ' ' && c != '.' && c != '-') {
        return false;
      }
    }
    if (letters < 3) return false;
    Quotation quotation;
    const auto begin = stretch.inner.begin;
    const Span label{begin, begin + static_cast<uint32_t>(colon)};
    quotation.content.push_back({label.end + 2, stretch.inner.end});
    quotation.source = Source{label, sources_.entity_of(label), false};
    quotation.cue = Span{label.end, label.end + 1};
    quotation.cue_class = CueClass::kNeutral;
    result_.quotations.push_back(std::move(quotation));
    return true;
  }

  // Quoted stretches that no reporting clause took: the rest of a quotation begun before, speech without a verb, or no
  // speech at all (a title, a scare quote).
  void take_left_over(const StepSentence& sentence, size_t before) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const int32_t index = laid_.steps[i].stretch;
      if (index == quoting::kNoStretch || taken_[static_cast<size_t>(index)]) continue;
      const QuotedStretch& stretch = stretches_[static_cast<size_t>(index)];
      if (add_labelled(stretch)) continue;
      const uint32_t n = words_in(stretch.inner);
      const bool whole_sentence = sentence.last <= sentence.first + 2 && i == sentence.first;
      const bool goes_on = whole_sentence && before == result_.quotations.size() && last_spoken();
      if (!goes_on && (n < 4 || (is_title(stretch.inner) && n < 12))) continue;
      const bool has_last = !result_.quotations.empty();
      Quotation* last = has_last ? &result_.quotations.back() : nullptr;
      if (Quotation* begun = whole_sentence && before == result_.quotations.size() ? last_spoken() : nullptr) {
        begun->content.push_back(stretch.inner);
        continue;
      }
      if (stretch.continued && last) {
        last->content.push_back(stretch.inner);
        continue;
      }
      Quotation quotation;
      quotation.kind = QuotationKind::kDirect;
      quotation.content.push_back(stretch.inner);
      if (announced_ && whole_sentence) {
        quotation.source = speaker_of(*announced_->source);
        quotation.cue = span_of(announced_->cue);
        quotation.cue_class = announced_->cue_class;
        announced_.reset();
        result_.quotations.push_back(std::move(quotation));
        continue;
      }
      quotation.inferred = true;
      if (last && last->source) quotation.source = last->source;
      if (quotation.source) quotation.doubt = "No words here say who is speaking: taken to be the speaker before.";
      result_.quotations.push_back(std::move(quotation));
    }
  }

  std::string_view text_;
  Span headline_;
  const Annotation& language_;
  const wording::WordLists& lists_;
  std::vector<Word> words_;
  std::vector<QuotedStretch> stretches_;
  quoting::Steps laid_;
  quoting::SourceReader sources_;
  quoting::Subtrees subtrees_;
  std::vector<bool> in_name_;
  std::vector<bool> taken_;
  Attributions result_;
  std::optional<ReportingClause> announced_;  // by a colon at the end of the sentence before
  uint32_t paragraph_ = 0xFFFFFFFF;
  size_t paragraph_first_ = 0;  // the first quotation of the paragraph
};

}  // namespace

Attributions find_quotations(const Article& article, const Annotation& language, Identities& identities,
                             const ReadingLexicons& lexicons) {
  return Attributor(article, language, identities, lexicons.parts().words).run();
}

}  // namespace readout
