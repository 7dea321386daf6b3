#include "reading/identities_pronouns.h"

#include <algorithm>

namespace readout::naming {

namespace {

using wording::Gender;

// Hundredths of its salience that a candidate has where what stands beside it holds. Round values set by hand, by the
// coreference of the open part of GUM and by reading news; one by one they move the figures little.
constexpr int kGenderKnown = 150;   // of the pronoun's gender, rather than of none known
constexpr int kOwnClause = 200;     // the subject of its clause, for a possessive
constexpr int kReported = 200;      // the subject of the clause above, for that of what is said or thought
constexpr int kClauseAbove = 200;   // the same, for other clauses
constexpr int kRelative = 100;      // the same, for a relative clause: "the book he wrote" may be anybody's
constexpr int kClauseBefore = 200;  // the subject of "While Lee left", for that of the clause behind it
constexpr int kContinued = 200;     // the main subject of the last sentence, for what opens this one
constexpr int kStillSpeaks = 120;   // who spoke last, for the subject of another verb of saying
constexpr int kRecent = 130;        // named in this sentence or the one before
constexpr int kAgain = 130;         // who was "he" before in the sentence, for another "he"
constexpr int kHeard = 300;         // named in the same speech
constexpr int kAlike = 110;         // of the same role
constexpr int kNameless = 60;       // nobody's name, and of no gender known
// Shares of the first's score: from the one on a second makes it doubtful, below the other it is sure.
constexpr int kDoubt = 80;
constexpr int kSure = 50;

bool contains(const std::vector<ReferentId>& ids, ReferentId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

ReferentId referent_of(const Grammar& grammar, const Discourse& discourse, uint32_t t) {
  if (t == Grammar::kNoToken) return kNoReferent;
  if (discourse.at[t] != kNoReferent) return discourse.at[t];
  for (const std::string_view relation : {"appos", "flat", "compound"}) {
    const uint32_t beside = grammar.child(t, relation);
    if (beside != Grammar::kNoToken && discourse.at[beside] != kNoReferent && (relation != "compound" || beside > t))
      return discourse.at[beside];
  }
  // "painted Lee as a man who", "Lee is a man who"
  const bool predicate = grammar.child(t, "cop") != Grammar::kNoToken && grammar.child(t, "case") == Grammar::kNoToken;
  const uint32_t subject = predicate ? grammar.child(t, "nsubj") : Grammar::kNoToken;
  if (subject != Grammar::kNoToken) return discourse.at[subject];
  const uint32_t verb = grammar.is(t, "obl") ? grammar.head(t) : Grammar::kNoToken;
  const uint32_t object = verb == Grammar::kNoToken ? verb : grammar.child(verb, "obj");
  return object != Grammar::kNoToken && grammar.has_preposition(t, "as") ? discourse.at[object] : kNoReferent;
}

namespace {

// One pronoun and what stands around it.
class Weigher {
 public:
  Weigher(const PronounContext& context, const Discourse& discourse, uint32_t pronoun, Gender gender)
      : c_(context), d_(discourse), pronoun_(pronoun), gender_(gender), quoted_(context.quoted[pronoun]) {
    const Grammar& grammar = c_.grammar;
    subject_ = grammar.is(pronoun, "nsubj");
    possessive_ = c_.tokens[pronoun].deprel == "nmod:poss";
    role_ = grammar.standing(pronoun).role;
    const uint32_t clause = grammar.clause_of(pronoun);
    if (clause == Grammar::kNoToken) return;
    if (!subject_) own_ = referent_of(grammar, d_, grammar.subject_of(clause));
    above_ = referent_of(grammar, d_, grammar.subject_above(clause));
    if (subject_) before_ = referent_of(grammar, d_, grammar.subject_before(clause, pronoun));
    above_share_ = grammar.is(clause, "ccomp") ? kReported : grammar.is(clause, "acl") ? kRelative : kClauseAbove;
    if (possessive_) above_share_ = kOwnClause;
    // "his": of whoever does what the clause says, rather than of who is above.
    if (possessive_ && own_ != kNoReferent && fits(own_)) above_ = kNoReferent;
    const bool subordinate = grammar.is(clause, "advcl") || grammar.is(clause, "acl") || grammar.is(clause, "ccomp");
    speaks_ = subject_ && !quoted_ && !subordinate && c_.words[clause].verb != wording::kNoVerb;
  }

  ReferentId own_subject() const { return own_; }

  void bar() {
    for (const uint32_t t : c_.grammar.barred(pronoun_)) {
      const ReferentId id = referent_of(c_.grammar, d_, t);
      barred_.push_back(id == kNoReferent ? d_.coming[t] : id);
    }
    if (quoted_) barred_.push_back(d_.speaker != kNoReferent ? d_.speaker : d_.last_speaker);
  }

  bool fits(ReferentId id) const {
    const Gender known = d_.mind.at(id).gender;
    return known == Gender::kUnknown || known == gender_;
  }
  bool may_be(ReferentId id) const {
    const Referent& one = d_.mind.at(id);
    // "a woman" in somebody's speech is forgotten behind it.
    const bool out_of_hearing = one.entity == Referent::kNobody && c_.quoted[one.token] && !quoted_;
    return fits(id) && !out_of_hearing && !contains(barred_, id);
  }

  int score(ReferentId id) const {
    const Referent& one = d_.mind.at(id);
    int score = one.weight * 10;
    const auto count = [&](bool holds, int share) { score = holds ? score * share / 100 : score; };
    const bool near = c_.words[one.token].sentence + 1 >= c_.words[pronoun_].sentence;
    count(near, kRecent);
    count(quoted_ && c_.quoted[one.token] && near, kHeard);
    count(one.gender == gender_, kGenderKnown);
    count(id == own_, kOwnClause);
    count(id == above_, above_share_);
    count(id == before_, kClauseBefore);
    count(subject_ && !d_.subject_seen && !quoted_ && id == d_.last_opener, kContinued);
    count(subject_ && id == d_.he, kAgain);
    count(speaks_ && near && id == d_.last_speaker, kStillSpeaks);
    count(role_ != GrammaticalRole::kNone && one.role == role_, kAlike);
    const bool unread = c_.tokens[one.token].upos == Upos::kPropn;  // a name that the names passed over
    count(one.entity == Referent::kNobody && one.gender == Gender::kUnknown && !unread, kNameless);
    return score;
  }

  // "Lee asked Roe to beat Dahl for mocking him", of whom Lee is the most salient: somebody of that gender stands
  // nearer in the sentence, and nothing but salience speaks for `chosen`.
  bool is_passed_over(ReferentId chosen) const {
    if (subject_ || (possessive_ && chosen == own_)) return false;
    const auto& mind = d_.mind.in_mind();
    return std::any_of(mind.begin(), mind.end(), [&](ReferentId id) {
      const Referent& one = d_.mind.at(id);
      return id != chosen && one.gender == gender_ && may_be(id) && one.token > d_.mind.at(chosen).token &&
             c_.words[one.token].sentence == c_.words[pronoun_].sentence;
    });
  }

 private:
  const PronounContext& c_;
  const Discourse& d_;
  uint32_t pronoun_;
  Gender gender_;
  bool quoted_;
  bool subject_ = false;
  bool possessive_ = false;
  bool speaks_ = false;  // the subject of a verb of saying
  GrammaticalRole role_ = GrammaticalRole::kNone;
  ReferentId own_ = kNoReferent;     // the subject of its clause
  ReferentId above_ = kNoReferent;   // of the clause above
  ReferentId before_ = kNoReferent;  // of an adverbial clause before it
  int above_share_ = 100;
  std::vector<ReferentId> barred_;
};

}  // namespace

Choice choose(const PronounContext& context, const Discourse& discourse, uint32_t pronoun, Gender gender,
              bool reflexive) {
  Weigher weigher(context, discourse, pronoun, gender);
  const ReferentId own = weigher.own_subject();
  if (reflexive && own != kNoReferent && weigher.fits(own)) return {own, false, true};
  if (!reflexive) weigher.bar();
  Choice choice;
  int first = 0;
  int second = 0;
  for (const ReferentId id : discourse.mind.in_mind()) {
    if (!weigher.may_be(id)) continue;
    const int score = weigher.score(id);
    const bool better = choice.referent == kNoReferent || score > first ||
                        (score == first && discourse.mind.at(id).token > discourse.mind.at(choice.referent).token);
    if (better) {
      second = first;
      first = score;
      choice.referent = id;
    } else {
      second = std::max(second, score);
    }
  }
  if (choice.referent == kNoReferent) return choice;
  choice.doubtful = (second > 0 && second * 100 >= first * kDoubt) || weigher.is_passed_over(choice.referent);
  choice.sure = second * 100 < first * kSure;
  return choice;
}

}  // namespace readout::naming
