#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "language/language.h"
#include "language/paragraphs.h"
#include "language/tokenizer.h"
#include "text/utf8.h"

using namespace readout;

namespace {

// The words of `text`, parted by '|'.
std::string words(const std::string& text) {
  std::vector<Span> spans;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, spans);
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += '|';
    out += words_of(text, span);
  }
  return out;
}

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  article.blocks.push_back({{0, static_cast<uint32_t>(article.text.size())}, BlockKind::kBody, "", false});
  return article;
}

// The sentences of `text`, parted by '|'.
std::string sentences(const std::string& text) {
  const Article article = article_of(text);
  std::string out;
  for (const Sentence& sentence : annotate(article, LanguageModel()).sentences) {
    if (!out.empty()) out += '|';
    out += words_of(article.text, sentence.span);
  }
  return out;
}

}  // namespace

TEST_CASE("tokenizer: clitics and possessives stand alone, with either apostrophe") {
  CHECK(words("I don't think it's Li's.") == "I|do|n't|think|it|'s|Li|'s|.");
  CHECK(words("They\u2019re the ministers\u2019 aides, can\u2019t you?") ==
        "They|\u2019re|the|ministers|\u2019|aides|,|ca|n\u2019t|you|?");
  CHECK(words("He cannot visit O'Connell.") == "He|can|not|visit|O'Connell|.");
}

TEST_CASE("tokenizer: figures, money, dates and times") {
  CHECK(words("$240 billion, up 1.6%") == "$|240|billion|,|up|1.6|%");
  CHECK(words("US$70bn on 9/11 at 10:30, 10,000.") == "US$|70|bn|on|9/11|at|10:30|,|10,000|.");
  CHECK(words("No. 2 is up 3\u20134 points") == "No.|2|is|up|3|\u2013|4|points");
}

TEST_CASE("tokenizer: abbreviations keep their stops, sentences lose theirs") {
  CHECK(words("Mr. Li of the U.S. met J. Smith.") == "Mr.|Li|of|the|U.S.|met|J.|Smith|.");
  CHECK(words("He said no. Then he left.") == "He|said|no|.|Then|he|left|.");
  CHECK(words("e.g. at 9 a.m. today") == "e.g.|at|9|a.m.|today");
}

TEST_CASE("tokenizer: hyphens part compounds, not prefixes") {
  CHECK(words("a US-led, well-known non-nuclear pact") == "a|US|-|led|,|well|-|known|non-nuclear|pact");
}

TEST_CASE("tokenizer: addresses stay whole, marks around them do not") {
  CHECK(words("Write to (desk@example.org), see https://example.org/a?b=1.") ==
        "Write|to|(|desk@example.org|)|,|see|https://example.org/a?b=1|.");
}

TEST_CASE("tokenizer: quotation marks, dashes, ellipses, emoji, soft hyphens") {
  CHECK(words("\u201cWait\u2026\u201d\u2014he said") == "\u201c|Wait|\u2026|\u201d|\u2014|he|said");
  CHECK(words("\u201eNein\u201c, 'no' ... yes!!") == "\u201e|Nein|\u201c|,|'|no|'|...|yes|!!");
  CHECK(words("good\u00a0news \U0001F44D\U0001F3FD") == "good|news|\U0001F44D\U0001F3FD");
  CHECK(words("inter\u00adnational") == "inter\u00adnational");
}

TEST_CASE("tokenizer: every character but white space lies in exactly one word") {
  const std::string text =
      "A\u0301 \u201ex\u201c--\u674e\u5f3a 1.5.6... a@b http:// 'S '' n't ''' \U0001F468\u200d\U0001F469 ._. \xc2\xad";
  std::vector<Span> spans;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, spans);
  uint32_t at = 0;
  for (const Span span : spans) {
    REQUIRE(span.begin >= at);
    REQUIRE(span.begin < span.end);
    for (; at < span.begin; ++at) REQUIRE(text[at] == ' ');
    at = span.end;
  }
}

TEST_CASE("sentences: abbreviations, quotations and reported questions") {
  CHECK(sentences("Mr. Li met Gen. Kim. They talked.") == "Mr. Li met Gen. Kim.|They talked.");
  CHECK(sentences("He left the U.S. They stayed.") == "He left the U.S.|They stayed.");
  CHECK(sentences("\u201cWhy?\u201d he asked. \u201cGo.\u201d She went.") ==
        "\u201cWhy?\u201d he asked.|\u201cGo.\u201d|She went.");
  CHECK(sentences("It rose 1.6 percent. In May it fell...") == "It rose 1.6 percent.|In May it fell...");
}

TEST_CASE("paragraphs: blank lines part them; a headline's line ends its sentence; wrapped lines go on") {
  const Article article = article_of("Li in Moscow\nTrade grows\n\nThe premier arrived.\n");
  const auto stretches = cut_stretches(article);
  REQUIRE(stretches.size() == 3);
  CHECK(stretches[1].paragraph == 0);
  CHECK(stretches[2].paragraph == 1);
  CHECK(sentences("The premier arrived on Monday\nand was received by\nhis host.") ==
        "The premier arrived on Monday\nand was received by\nhis host.");
}

TEST_CASE("language: furniture is not read; another language is recognised and its limits are said") {
  Article article = article_of("Menu Sport\nThe minister said that he would come.");
  article.blocks = {{{0, 10}, BlockKind::kFurniture, "", false}, {{11, 48}, BlockKind::kBody, "", false}};
  const Annotation english = annotate(article, LanguageModel());
  CHECK(english.language == "en");
  CHECK(english.limits.empty());
  REQUIRE(english.sentences.size() == 1);
  CHECK(english.sentences[0].span.begin == 11);
  const Annotation german = annotate(
      article_of("Der Minister sagte, dass er nicht mit den anderen nach Berlin kommen werde."), LanguageModel());
  CHECK(german.language == "de");
  CHECK(german.limits.find("German") != std::string::npos);
  CHECK(german.names.empty());
  CHECK(annotate(article_of("\u041c\u0438\u043d\u0438\u0441\u0442\u0440 \u043f\u0440\u0438\u0435\u0445\u0430\u043b"),
                 LanguageModel())
            .language == "ru");
}
