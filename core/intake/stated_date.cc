#include "intake/stated_date.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "text/unicode.h"

namespace readout::intake {

namespace {

constexpr size_t kWindow = 300;

// A run of letters or of digits, with what stands right before it.
struct Piece {
  std::string_view words;
  uint32_t begin = 0;
  bool number = false;
  int value = 0;    // of a number of at most four digits; -1 where longer
  char before = 0;  // the byte before it, 0 at the start
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  for (size_t at = 0; at < line.size();) {
    const bool digit = is_ascii_digit(line[at]);
    if (!digit && !is_ascii_letter(line[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < line.size() && (digit ? is_ascii_digit(line[end]) : is_ascii_letter(line[end]))) ++end;
    Piece piece{line.substr(at, end - at), static_cast<uint32_t>(at), digit, 0, at == 0 ? char{0} : line[at - 1]};
    if (digit) {
      piece.value = end - at <= 4 ? 0 : -1;
      for (size_t i = at; piece.value >= 0 && i < end; ++i) piece.value = piece.value * 10 + (line[i] - '0');
    }
    pieces.push_back(piece);
    at = end;
  }
  return pieces;
}

// 1 to 12, or 0.
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
  if (word.size() < 3 || word.size() > 9) return 0;
  const std::string lower = unicode::lower(word);
  for (size_t i = 0; i < kMonths.size(); ++i) {
    const bool shortened = lower.size() == 3 || lower == "sept";
    if (shortened ? kMonths[i].substr(0, lower.size()) == lower : kMonths[i] == lower) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_year(const Piece& piece) {
  return piece.number && piece.words.size() == 4 && piece.value >= 1800 && piece.value < 2100;
}
bool is_day(const Piece& piece) {
  return piece.number && piece.words.size() <= 2 && piece.value >= 1 && piece.value <= 31;
}

int days_in(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

std::string iso(int year, int month, int day) {
  const auto two = [](int n) {
    return std::string(1, static_cast<char>('0' + n / 10)) + static_cast<char>('0' + n % 10);
  };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

struct Found {
  int year = 0, month = 0, day = 0;
  size_t first = 0, last = 0;  // pieces, inclusive
};

bool is_ordinal_ending(std::string_view word) { return word == "st" || word == "nd" || word == "rd" || word == "th"; }

std::optional<Found> date_at(const std::vector<Piece>& pieces, size_t i) {
  const auto at = [&](size_t k) -> const Piece* { return k < pieces.size() ? &pieces[k] : nullptr; };
  const Piece& first = pieces[i];
  const auto valid = [](Found found) -> std::optional<Found> {
    if (found.month < 1 || found.month > 12 || found.day < 1 || found.day > days_in(found.year, found.month))
      return std::nullopt;
    return found;
  };
  if (is_year(first) && at(i + 1) && at(i + 2) && at(i + 1)->number && at(i + 2)->number &&
      at(i + 1)->before == at(i + 2)->before &&
      (at(i + 1)->before == '-' || at(i + 1)->before == '/' || at(i + 1)->before == '.'))
    return valid({first.value, at(i + 1)->value, at(i + 2)->value, i, i + 2});
  if (first.number && first.words.size() == 8) {
    int digits = 0;
    for (const char c : first.words) digits = digits * 10 + (c - '0');
    if (digits >= 19900101 && digits < 21000101 && pieces.size() == 1)
      return valid({digits / 10000, digits / 100 % 100, digits % 100, i, i});
    return std::nullopt;
  }
  if (is_day(first)) {
    size_t k = i + 1;
    if (at(k) && is_ordinal_ending(at(k)->words)) ++k;
    if (at(k) && unicode::lower(at(k)->words) == "of") ++k;
    if (at(k) && month_of(at(k)->words) && at(k + 1) && is_year(*at(k + 1)))
      return valid({at(k + 1)->value, month_of(at(k)->words), first.value, i, k + 1});
    // 24/05/2023 or 05/24/2023, where one number can only be the day.
    if (at(i + 2) && at(i + 1)->number && is_year(*at(i + 2)) && at(i + 1)->before == at(i + 2)->before &&
        (at(i + 1)->before == '/' || at(i + 1)->before == '.' || at(i + 1)->before == '-')) {
      const int second = at(i + 1)->value;
      if (first.value > 12) return valid({at(i + 2)->value, second, first.value, i, i + 2});
      if (second > 12) return valid({at(i + 2)->value, first.value, second, i, i + 2});
      if (second == first.value) return valid({at(i + 2)->value, second, second, i, i + 2});
    }
    return std::nullopt;
  }
  if (const int month = first.number ? 0 : month_of(first.words)) {
    if (!at(i + 1) || !is_day(*at(i + 1))) return std::nullopt;
    size_t k = i + 2;
    if (at(k) && is_ordinal_ending(at(k)->words)) ++k;
    if (at(k) && is_year(*at(k))) return valid({at(k)->value, month, at(i + 1)->value, i, k});
  }
  return std::nullopt;
}

enum class Label : uint8_t { kNone, kPublished, kUpdated, kFiller };

Label label_of(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kPublished = {"published", "posted", "date",  "dated",  "created",
                                                                  "written",   "first",  "filed", "issued", "added"};
  static constexpr std::array<std::string_view, 4> kUpdated = {"updated", "update", "modified", "revised"};
  static constexpr std::array<std::string_view, 39> kFiller = {
      "on",      "at",        "by",       "last",   "am",       "pm",     "a",   "p",   "m",   "gmt",
      "utc",     "bst",       "est",      "edt",    "et",       "pst",    "pdt", "pt",  "ct",  "cst",
      "cdt",     "ist",       "cet",      "cest",   "t",        "z",      "hrs", "ago", "h",   "monday",
      "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the", "and", "aest"};
  const std::string lower = unicode::lower(word);
  const auto has = [&](const auto& list) { return std::find(list.begin(), list.end(), lower) != list.end(); };
  if (has(kPublished)) return Label::kPublished;
  if (has(kUpdated)) return Label::kUpdated;
  if (has(kFiller)) return Label::kFiller;
  static constexpr std::array<std::string_view, 9> kShortDays = {"mon",  "tue",   "tues", "wed", "thu",
                                                                 "thur", "thurs", "fri",  "sat"};
  return has(kShortDays) || lower == "sun" || is_ordinal_ending(lower) ? Label::kFiller : Label::kNone;
}

}  // namespace

std::optional<StatedDate> stated_date(std::string_view line) {
  const bool cut = line.size() > kWindow;
  line = line.substr(0, kWindow);
  const std::vector<Piece> pieces = pieces_of(line);
  for (size_t i = 0; i < pieces.size(); ++i) {
    const auto found = date_at(pieces, i);
    if (!found) continue;
    StatedDate date;
    date.value = iso(found->year, found->month, found->day);
    const Piece& last = pieces[found->last];
    date.span = {pieces[found->first].begin, last.begin + static_cast<uint32_t>(last.words.size())};
    date.alone = !cut;
    for (size_t k = 0; k < pieces.size(); ++k) {
      if (k >= found->first && k <= found->last) continue;
      const Label label =
          pieces[k].number ? (pieces[k].words.size() <= 2 ? Label::kFiller : Label::kNone) : label_of(pieces[k].words);
      if (label == Label::kNone && month_of(pieces[k].words) == 0 && !is_year(pieces[k])) date.alone = false;
      if (k < found->first && found->first - k <= 4) {
        date.labelled = date.labelled || label == Label::kPublished || label == Label::kUpdated;
        date.updated = date.updated || label == Label::kUpdated;
      }
    }
    return date;
  }
  return std::nullopt;
}

}  // namespace readout::intake
