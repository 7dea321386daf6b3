#include "reading/quotations.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "reading/identities_words.h"
#include "reading/lexicon_parts.h"
#include "reading/quotations_clauses.h"
#include "reading/quotations_marks.h"
#include "reading/quotations_sources.h"
#include "reading/quotations_steps.h"
#include "text/unicode.h"

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
        language_(language),
        lists_(lists),
        words_(wording::look_up_words(text_, language, lists)),
        stretches_(quoting::scan_quotation_marks(text_, language)),
        laid_(quoting::lay_steps(text_, language, words_, stretches_)),
        sources_(text_, words_, identities),
        subtrees_(quoting::measure_subtrees(language.tokens)),
        in_name_(words_.size(), false),
        taken_(stretches_.size(), false) {
    uint32_t at = 0;
    for (const Name& name : language.names) {
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
    std::stable_sort(result_.quotations.begin(), result_.quotations.end(),
                     [](const Quotation& a, const Quotation& b) { return a.content.front() < b.content.front(); });
    sources_.flush();
    return std::move(result_);
  }

 private:
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
      silence.source = source_of(*clause.source);
      all.first = std::min(all.first, clause.source->first);
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
    if (clause.source) quotation.source = source_of(*clause.source);
    if (clause.addressee && !clause.addressee->empty()) quotation.addressee = source_of(*clause.addressee);
    if (clause.occasion && !clause.occasion->empty()) quotation.occasion = span_of(*clause.occasion);
    for (const Range range : clause.via) add_channel(quotation, range);
    add_channels_named(quotation, clause);
    result_.quotations.push_back(std::move(quotation));
  }

  // Channels among those spoken to ("told the broadcaster ARD") and in the occasion ("in an interview with ARD").
  void add_channels_named(Quotation& quotation, const ReportingClause& clause) const {
    if (clause.addressee && sources_.is_channel(span_of(*clause.addressee))) add_channel(quotation, *clause.addressee);
    if (!clause.occasion) return;
    // The occasion's phrases, cut at its prepositions.
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
      if (sources_.is_channel(span_of({i, last}))) add_channel(quotation, {i, last});
      i = last;
    }
  }

  void add_channel(Quotation& quotation, Range range) const {
    const Span span = span_of(range);
    quotation.via.push_back({span, std::string(words_of(text_, span)), sources_.entity_of(span)});
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
    for (size_t i = result_.quotations.size(); i > paragraph_first_; --i) {
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
      if (n < 4 || (is_title(stretch.inner) && n < 12)) continue;
      const bool whole_sentence = sentence.last <= sentence.first + 2 && i == sentence.first;
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
        quotation.source = source_of(*announced_->source);
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
