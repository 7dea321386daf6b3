#include <doctest/doctest.h>

#include <string>

#include "language/language.h"
#include "text/utf8.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

const LanguageModel& model() {
  static const LanguageModel loaded = LanguageModel::load(Bundle::open(embedded_model()).value()).value();
  return loaded;
}

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  article.blocks.push_back({{0, static_cast<uint32_t>(article.text.size())}, BlockKind::kBody, "", false});
  return article;
}

bool on_characters(const std::string& text, Span span) {
  const auto starts = [&](uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return span.begin < span.end && span.end <= text.size() && starts(span.begin) && starts(span.end);
}

// What every annotation promises (language/annotation.h).
void check_promises(const std::string& text, const Annotation& annotation) {
  uint32_t at = 0;
  for (const Token& token : annotation.tokens) {
    REQUIRE(token.span.begin >= at);
    REQUIRE(on_characters(text, token.span));
    at = token.span.end;
  }
  uint32_t next = 0;
  for (const Sentence& sentence : annotation.sentences) {
    REQUIRE(sentence.first_token == next);
    REQUIRE(sentence.last_token > sentence.first_token);
    next = sentence.last_token;
    uint32_t roots = 0;
    for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      const Token& token = annotation.tokens[i];
      if (token.deprel.empty()) continue;
      if (token.head < 0) {
        ++roots;
        CHECK(token.deprel == "root");
      }
      uint32_t steps = 0;
      for (int32_t head = token.head; head >= 0; head = annotation.tokens[static_cast<size_t>(head)].head) {
        REQUIRE(head >= static_cast<int32_t>(sentence.first_token));
        REQUIRE(head < static_cast<int32_t>(sentence.last_token));
        REQUIRE(++steps <= sentence.last_token - sentence.first_token);
      }
    }
    if (annotation.tokens[sentence.first_token].upos != Upos::kNone) REQUIRE(roots == 1);
  }
  REQUIRE(next == annotation.tokens.size());
  at = 0;
  for (const Name& name : annotation.names) {
    REQUIRE(name.span.begin >= at);
    REQUIRE(on_characters(text, name.span));
    if (name.role) REQUIRE(name.role->end <= name.span.begin);
    at = name.span.end;
  }
}

const Token* token_of(const Article& article, const Annotation& annotation, std::string_view word) {
  for (const Token& token : annotation.tokens)
    if (words_of(article.text, token.span) == word) return &token;
  return nullptr;
}

}  // namespace

TEST_CASE("annotation: promises hold on news, on noise and on hostile text") {
  std::string long_line;
  for (int i = 0; i < 3000; ++i)
    long_line += i % 5 == 0 ? "Mr. Li (" : i % 3 == 0 ? "said \u201cno\u201d, " : "and US-led ";
  for (const std::string& text :
       {std::string(
            "PRESSURE FROM THE WEST IS STRENGTHENING\n\nBEIJING, May 24 \u2014 Chinese President Xi Jinping met "
            "Russia\u2019s Mikhail Mishustin (\u041c\u0438\u0448\u0443\u0441\u0442\u0438\u043d). \u201cWe agree,\u201d "
            "he said."),
        std::string("no capitals here, said li qiang of china's cabinet ... \U0001F600 mail a@b.org, (see http://x.y)"),
        std::string("\u00ad\u00a0Li\u00adQiang\u00a0\u200b-- ' \" '' ... !!! ??? ((( ))) \u201e\u201c \u674e\u5f3a "
                    "A.B.C. No. 2 $1.5bn"),
        std::string(".... . . . \n\n\n - \n ' \n"), std::string("A"), std::string(" "), std::string(), long_line,
        std::string(20000, 'x'), std::string(5000, '('), std::string(5000, '.')}) {
    const Article article = article_of(text);
    check_promises(article.text, annotate(article, model()));
  }
}

TEST_CASE("annotation: the same article gives the same answer") {
  const Article article =
      article_of("Chinese Premier Li Qiang told Mishustin that trade grew 41 percent, Xinhua said.");
  const Annotation first = annotate(article, model());
  const Annotation second = annotate(article, model());
  REQUIRE(first.tokens.size() == second.tokens.size());
  for (size_t i = 0; i < first.tokens.size(); ++i) {
    CHECK(first.tokens[i].head == second.tokens[i].head);
    CHECK(first.tokens[i].lemma == second.tokens[i].lemma);
  }
}

TEST_CASE("syntax: a speaker hangs from the verb of saying, and verbs have their lemmas") {
  const Article article = article_of("The minister said that the talks were held on Tuesday.");
  const Annotation annotation = annotate(article, model());
  const Token* said = token_of(article, annotation, "said");
  const Token* minister = token_of(article, annotation, "minister");
  const Token* held = token_of(article, annotation, "held");
  REQUIRE(said != nullptr);
  CHECK(said->lemma == "say");
  CHECK(said->upos == Upos::kVerb);
  CHECK(said->head == -1);
  CHECK(minister->deprel == "nsubj");
  CHECK(&annotation.tokens[static_cast<size_t>(minister->head)] == said);
  CHECK(held->lemma == "hold");
  CHECK(held->deprel == "ccomp");
  CHECK(token_of(article, annotation, "talks")->lemma == "talk");
}

TEST_CASE("syntax: an endless line takes time in step with its length") {
  std::string text;
  while (text.size() < 2'000'000) text += "and the United States of America agreed (with \u201ceverybody\u201d) ";
  const Article article = article_of(std::move(text));
  const Annotation annotation = annotate(article, model());
  CHECK(annotation.sentences.size() > 100);
}
