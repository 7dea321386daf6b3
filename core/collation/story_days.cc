#include "collation/story_days.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace readout::collation {

namespace {

constexpr float kWhateverTheDay = 0.5F;
constexpr int64_t kSeasonDays = 90;
constexpr int64_t kMonthDays = 31;
constexpr float kFarApart = 0.5F;

// Of a date that begins with its year; months, weeks and seasons count as far as they are written as numbers.
std::optional<Days> days_of(std::string_view date) {
  const auto number = [&](size_t at, size_t size, int64_t otherwise) {
    if (date.size() < at + size) return otherwise;
    int64_t value = 0;
    for (size_t i = at; i < at + size; ++i) {
      if (date[i] < '0' || date[i] > '9') return otherwise;
      value = value * 10 + (date[i] - '0');
    }
    return value;
  };
  const int64_t year = number(0, 4, -1);
  if (year < 0) return std::nullopt;
  return Days{(year * 12 + number(5, 2, 1)) * kMonthDays + number(8, 2, 1),
              (year * 12 + number(5, 2, 12)) * kMonthDays + number(8, 2, kMonthDays)};
}

int64_t gap_between(const Days& a, const Days& b) {
  return std::max<int64_t>(0, std::max(a.first, b.first) - std::min(a.last, b.last));
}

bool tells_of(const StoryDays& article, const Days& days) {
  return article.told && gap_between(*article.told, days) <= kMonthDays;
}

}  // namespace

StoryDays days_of(const Reading& reading) {
  const PublishedDate& published = reading.article.masthead.published;
  StoryDays days;
  if (published.how == DateHow::kUnknown) return days;
  days.published = days_of(std::string_view(published.value));
  if (!days.published) return days;
  if (published.how != DateHow::kGiven) {
    days.borne_out = true;
    days.written_after = days.published->first;
  }
  for (const DateExpression& date : reading.dates) {
    const auto of_date = days_of(std::string_view(date.value));
    if (!of_date || of_date->first > days.published->last) continue;
    const std::string_view year = std::string_view(date.value).substr(0, 4);
    if (words_of(reading.article.text, date.span).find(year) == std::string_view::npos) continue;
    days.borne_out = days.borne_out || published.value.compare(0, 4, year) == 0;
    days.written_after = std::max(days.written_after, of_date->first);
    const bool a_day = of_date->last == of_date->first;
    if (a_day && (!days.told || days.told->first < of_date->first)) days.told = of_date;
  }
  return days;
}

float nearness(const StoryDays& a, const StoryDays& b) {
  if (!a.published || !b.published) return 1;
  const int64_t gap = gap_between(*a.published, *b.published);
  if (gap > kSeasonDays) return kFarApart;
  return kWhateverTheDay + (1 - kWhateverTheDay) / (1 + static_cast<float>(gap) / static_cast<float>(kSeasonDays));
}

bool seasons_apart(const StoryDays& a, const StoryDays& b) {
  if (!a.published || !b.published || gap_between(*a.published, *b.published) <= kSeasonDays) return false;
  const bool in_order = a.published->first < b.published->first;
  const StoryDays& earlier = in_order ? a : b;
  const StoryDays& later = in_order ? b : a;
  return earlier.borne_out && later.written_after > earlier.published->last && !tells_of(a, *b.published) &&
         !tells_of(b, *a.published);
}

}  // namespace readout::collation
