#include "reading/figures_measured.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "reading/lexemes.h"

namespace readout::figures {

namespace {

constexpr uint32_t kMostWords = 8;

// Verbs whose subject stands at the figure, or moves to it.
constexpr std::array<std::string_view, 38> kStands{
    "account", "amount", "approach", "average", "climb", "cost",   "decline", "decrease", "dip",  "double",
    "drop",    "exceed", "fall",     "fell",    "grow",  "hit",    "hover",   "increase", "jump", "measure",
    "near",    "number", "pass",     "plunge",  "reach", "remain", "rise",    "shrink",   "sink", "slip",
    "soar",    "stand",  "surge",    "surpass", "top",   "total",  "tumble",  "weigh"};
// Verbs whose object is moved to the figure.
constexpr std::array<std::string_view, 17> kMoves{"boost",  "bring", "cut",   "double", "increase", "keep",
                                                  "lift",   "lower", "push",  "put",    "raise",    "reduce",
                                                  "revise", "set",   "slash", "take",   "value"};
// Nouns that say no more than the figure itself: "a total of 39".
constexpr std::array<std::string_view, 9> kEmpty{"average", "estimate", "figure", "maximum", "minimum",
                                                 "number",  "record",   "sum",    "total"};
// Nouns that say what the figure claims to be, not what it measures.
constexpr std::array<std::string_view, 10> kClaims{"cap",  "ceiling", "forecast", "goal",   "limit",
                                                   "peak", "quota",   "record",   "target", "threshold"};
// Nouns that need what follows "of": "the number of deaths".
constexpr std::array<std::string_view, 12> kOpen{"amount", "cost",  "level", "number", "price", "proportion",
                                                 "rate",   "share", "toll",  "total",  "value", "volume"};

// Prepositions between such a verb and the figure.
constexpr std::array<std::string_view, 13> kToward{"about", "above", "around", "at",   "below", "between", "by",
                                                   "from",  "near",  "of",     "over", "to",    "under"};

template <size_t N>
constexpr bool sorted(const std::array<std::string_view, N>& words) {
  return std::is_sorted(words.begin(), words.end());
}
static_assert(sorted(kStands) && sorted(kMoves) && sorted(kEmpty) && sorted(kClaims) && sorted(kOpen) &&
              sorted(kToward));

template <size_t N>
bool in(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool starts(std::string_view relation, std::string_view with) { return relation.substr(0, with.size()) == with; }

class Parse {
 public:
  Parse(const Annotation& language, const Sentence& sentence)
      : tokens_(language.tokens), first_(sentence.first_token), end_(sentence.last_token) {}

  std::optional<Span> measured(const Figure& figure) const {
    uint32_t first = first_;
    while (first < end_ && tokens_[first].span.end <= figure.span.begin) ++first;
    uint32_t last = first;
    while (last + 1 < end_ && tokens_[last + 1].span.begin < figure.span.end) ++last;
    if (first >= end_ || tokens_[first].span.begin >= figure.span.end) return std::nullopt;
    // The figure's own head is the word that hangs on something outside of it.
    uint32_t top = end_;
    for (uint32_t t = first; t <= last; ++t) {
      const int32_t head = tokens_[t].head;
      if (head < static_cast<int32_t>(first) || head > static_cast<int32_t>(last)) top = t;
    }
    if (top == end_) return std::nullopt;
    if (auto noun = counted(figure, top, last)) return noun;
    if (figure.kind == FigureKind::kOrdinal) return std::nullopt;
    auto thing = stands_at(top);
    if (thing && (thing->overlaps(figure.span))) thing.reset();
    return thing;
  }

 private:
  bool inside(int32_t t) const { return t >= static_cast<int32_t>(first_) && t < static_cast<int32_t>(end_); }
  const Token& token(int32_t t) const { return tokens_[static_cast<size_t>(t)]; }

  bool noun(uint32_t t) const { return tokens_[t].upos == Upos::kNoun || tokens_[t].upos == Upos::kPropn; }

  // "1,279 confirmed cases", "its first indoor rally", "a 38.8 million euro loan"
  std::optional<Span> counted(const Figure& figure, uint32_t top, uint32_t last) const {
    const std::string_view relation = tokens_[top].deprel;
    if (!starts(relation, "nummod") && relation != "amod" && relation != "compound" && relation != "det") {
      return std::nullopt;
    }
    int32_t head = tokens_[top].head;
    if (!inside(head) || head <= static_cast<int32_t>(last) || !noun(static_cast<uint32_t>(head))) return std::nullopt;
    // "two bell towers": up to the last noun of the compound.
    for (int32_t up = tokens_[static_cast<size_t>(head)].head;
         inside(up) && up > head && up <= head + 2 && tokens_[static_cast<size_t>(head)].deprel == "compound" &&
         noun(static_cast<uint32_t>(up));
         up = tokens_[static_cast<size_t>(head)].head) {
      head = up;
    }
    uint32_t begin = last + 1;
    const auto end = static_cast<uint32_t>(head);
    // "a target of $240 billion ahead of schedule": taggers make a noun of it.
    if (tokens_[begin].lemma == "ahead") return std::nullopt;
    // "by a quarter year-on-year"
    if (figure.kind == FigureKind::kPercent && tokens_[end].lemma == "year") return std::nullopt;
    if (end - last > kMostWords) return std::nullopt;
    for (uint32_t t = begin; t < end; ++t) {
      const Token& between = tokens_[t];
      const bool modifier = between.upos == Upos::kAdj || between.upos == Upos::kNoun || between.upos == Upos::kPropn ||
                            between.upos == Upos::kNum || between.upos == Upos::kAdv || between.deprel == "amod" ||
                            (between.upos == Upos::kPunct && between.span.size() == 1 && t > begin);
      if (!modifier) return std::nullopt;
    }
    if (figure.kind != FigureKind::kOrdinal && (tokens_[begin].lemma == "more" || tokens_[begin].lemma == "many") &&
        begin < end) {
      ++begin;
    }
    // "The first charged President Trump" has no noun behind its rank.
    if (tokens_[begin].upos == Upos::kPunct) return std::nullopt;
    if (figure.kind == FigureKind::kOrdinal && tokens_[begin].upos == Upos::kVerb) return std::nullopt;
    return Span{tokens_[begin].span.begin, tokens_[end].span.end};
  }

  std::optional<Span> stands_at(uint32_t top, int hops = 0) const {
    if (hops > 2) return std::nullopt;
    // "rose from 14 to 31", "39 or 40": the second hangs on the first.
    for (int step = 0; step < 2 && tokens_[top].deprel == "conj" && inside(tokens_[top].head); ++step) {
      top = static_cast<uint32_t>(tokens_[top].head);
    }
    if (const auto subject = child(top, "nsubj"); subject && child(top, "cop")) return phrase(*subject);
    const auto preposition = child(top, "case");
    // "at 5.2% in May": parsers hang the sign on the month.
    if (tokens_[top].upos == Upos::kSym && tokens_[top].deprel == "compound" && inside(tokens_[top].head)) {
      top = static_cast<uint32_t>(tokens_[top].head);
    }
    const int32_t head = tokens_[top].head;
    if (!inside(head)) return std::nullopt;
    const auto at = static_cast<uint32_t>(head);
    const std::string_view relation = tokens_[top].deprel;
    if (relation == "nmod" && noun(at)) {
      if (!preposition) return std::nullopt;
      const std::string_view word = tokens_[*preposition].lemma;
      // "raised the wage to $15": parsers hang the sum on the wage.
      const bool moved = (word == "to" || word == "from" || word == "by") && tokens_[at].deprel == "obj" &&
                         inside(tokens_[at].head) && in(kMoves, token(tokens_[at].head).lemma);
      if (moved) return phrase(at);
      // "a death toll of 39"; "a target of $200 billion" is what the thing before stands at.
      if (word != "of") return std::nullopt;
      return in(kClaims, tokens_[at].lemma) ? stands_at(at, hops + 1) : phrase(at);
    }
    // "numbering in the millions", "fell for five days" do not say where anything stands.
    if (preposition && !in(kToward, tokens_[*preposition].lemma)) return std::nullopt;
    const bool hangs = relation == "obj" || starts(relation, "obl") || relation == "advmod" || relation == "xcomp";
    if (!hangs || tokens_[at].upos != Upos::kVerb) return std::nullopt;
    if (in(kMoves, tokens_[at].lemma) && relation != "obj") {
      const auto object = child(at, "obj");
      if (object) return phrase(*object);
      const auto passive = child(at, "nsubj:pass");
      if (passive) return phrase(*passive);
    }
    if (!in(kStands, tokens_[at].lemma)) return std::nullopt;
    // In "reached 5,000 people by Monday" the date measures nothing, and what is reached is the object.
    if (relation != "obj" && child(at, "obj")) return std::nullopt;
    return subject_of(at);
  }

  std::optional<Span> subject_of(uint32_t verb) const {
    for (int hops = 0; hops < 3; ++hops) {
      if (const auto subject = child(verb, "nsubj")) return phrase(*subject);
      const int32_t head = tokens_[verb].head;
      if (!inside(head)) return std::nullopt;
      const std::string_view relation = tokens_[verb].deprel;
      if (relation == "acl") return phrase(static_cast<uint32_t>(head));
      if (relation != "conj" && relation != "xcomp" && relation != "advcl") return std::nullopt;
      verb = static_cast<uint32_t>(head);
    }
    return std::nullopt;
  }

  // A dependent by its relation or one finer; those before their head first.
  std::optional<uint32_t> child(uint32_t of, std::string_view relation) const {
    for (uint32_t t = first_; t < end_; ++t) {
      if (tokens_[t].head == static_cast<int32_t>(of) && starts(tokens_[t].deprel, relation)) return t;
    }
    return std::nullopt;
  }

  // A noun with the words before it that narrow it, and what "of" adds where it would say nothing alone.
  std::optional<Span> phrase(uint32_t head) const {
    if (!noun(head)) return std::nullopt;
    // "OTTAWA, May 3 - The pipeline will cost ...": a dateline is no subject.
    if (tokens_[head].upos == Upos::kPropn && head + 1 < end_ && tokens_[head + 1].upos == Upos::kPunct) {
      return std::nullopt;
    }
    uint32_t begin = head;
    while (begin > first_) {
      const Token& before = tokens_[begin - 1];
      const bool narrows = before.deprel == "amod" || before.deprel == "compound" || starts(before.deprel, "flat");
      if (!narrows || before.head < static_cast<int32_t>(begin) || before.head > static_cast<int32_t>(head)) break;
      --begin;
    }
    uint32_t end = head;
    if (in(kOpen, tokens_[head].lemma) && head + 2 < end_ && tokens_[head + 1].lemma == "of") {
      for (uint32_t t = head + 2; t < end_ && t < head + 6; ++t) {
        if (tokens_[t].head == static_cast<int32_t>(head) && starts(tokens_[t].deprel, "nmod") && noun(t)) end = t;
      }
    }
    if (in(kEmpty, tokens_[head].lemma) && end == head && begin == head) return std::nullopt;
    if (end - begin >= kMostWords) return std::nullopt;
    return Span{tokens_[begin].span.begin, tokens_[end].span.end};
  }

  const std::vector<Token>& tokens_;
  uint32_t first_;
  uint32_t end_;
};

}  // namespace

std::vector<std::optional<Span>> measured_by_syntax(const Annotation& language, const std::vector<Figure>& figures) {
  std::vector<std::optional<Span>> out(figures.size());
  size_t sentence = 0;
  // A sentence of very many words was not written by a person; looking through it for every figure would not end.
  constexpr uint32_t kLongest = 400;
  for (size_t n = 0; n < figures.size(); ++n) {
    while (sentence < language.sentences.size() && language.sentences[sentence].span.end <= figures[n].span.begin) {
      ++sentence;
    }
    if (sentence == language.sentences.size()) break;
    const Sentence& here = language.sentences[sentence];
    if (here.last_token > language.tokens.size() || here.last_token - here.first_token > kLongest) continue;
    out[n] = Parse(language, here).measured(figures[n]);
  }
  return out;
}

}  // namespace readout::figures
