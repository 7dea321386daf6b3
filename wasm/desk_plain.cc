#include "desk_plain.h"

#include <array>
#include <utility>

#include "report/json_writer.h"

namespace readout::desk {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

// Shortest digits that read back as the same double.
std::string digits_of(double value) { return JsonWriter().number(value).take(); }

// "1234567.8" -> "1,234,567.8"
std::string grouped(const std::string& digits) {
  const size_t begin = !digits.empty() && digits[0] == '-' ? 1 : 0;
  const size_t end = std::min(digits.find('.'), digits.size());
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > begin && i < end && (end - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

int number_at(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "the 21st century"
std::string century_text(int number) {
  const int last = number % 10;
  const bool teen = number / 10 % 10 == 1;
  const std::string_view ending = teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
  return "the " + std::to_string(number) + std::string(ending) + " century";
}

// "2023-05-24", "2023-05", "2023", "2023-W21", "2023-Q1", "2023-H1", "202" (a decade), "19" (a century); empty where
// it is none of these.
std::string calendar_text(std::string_view value) {
  const int year = number_at(value, 0, 4);
  if (year < 0) {
    if (value.size() == 3 && number_at(value, 0, 3) >= 0) return "the " + std::string(value) + "0s";
    if (value.size() == 2 && number_at(value, 0, 2) > 0) return century_text(number_at(value, 0, 2) + 1);
    return {};
  }
  const std::string year_text(value.substr(0, 4));
  if (value.size() == 4) return year_text;
  if (value[4] != '-') return {};
  const std::string_view rest = value.substr(5);
  if (rest.size() == 3 && rest[0] == 'W' && number_at(rest, 1, 2) > 0)
    return "week " + std::to_string(number_at(rest, 1, 2)) + " of " + year_text;
  if (rest.size() == 2 && rest[0] == 'Q') return "quarter " + std::string(rest.substr(1)) + " of " + year_text;
  if (rest.size() == 2 && rest[0] == 'H') return "half " + std::string(rest.substr(1)) + " of " + year_text;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSeasons{
      {{"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}, {"WE", "weekend"}}};
  for (const auto& [code, name] : kSeasons)
    if (rest == code) return std::string(name) + " " + year_text;
  const int month = number_at(rest, 0, 2);
  if (month < 1 || month > 12) return {};
  const std::string month_text = std::string(kMonths[static_cast<size_t>(month - 1)]) + " " + year_text;
  if (rest.size() == 2) return month_text;
  const int day = number_at(rest, 3, 2);
  if (rest.size() == 5 && rest[2] == '-' && day > 0) return std::to_string(day) + " " + month_text;
  return {};
}

// "P2D" -> "2 days"; empty where it is no plain duration.
std::string duration_text(std::string_view value) {
  if (value.size() < 3 || value[0] != 'P') return {};
  const bool time = value[1] == 'T';
  const std::string_view amount = value.substr(time ? 2 : 1, value.size() - (time ? 3 : 2));
  if (amount.empty() || amount.find_first_not_of("0123456789.") != std::string_view::npos) return {};
  constexpr std::array<std::pair<char, std::string_view>, 4> kDays{
      {{'D', "day"}, {'W', "week"}, {'M', "month"}, {'Y', "year"}}};
  constexpr std::array<std::pair<char, std::string_view>, 3> kTimes{{{'H', "hour"}, {'M', "minute"}, {'S', "second"}}};
  const auto named = [&](std::string_view unit) {
    return std::string(amount) + " " + std::string(unit) + (amount == "1" ? "" : "s");
  };
  if (time) {
    for (const auto& [code, unit] : kTimes)
      if (value.back() == code) return named(unit);
  } else {
    for (const auto& [code, unit] : kDays)
      if (value.back() == code) return named(unit);
  }
  return {};
}

// "days" for more than one "day"; abbreviations ("km", "mph", "kWh") stay.
std::string counted_unit(const std::string& unit, bool one) {
  const bool word = unit.size() >= 3 && unit.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos &&
                    unit.find_first_of("aeiou") != std::string::npos;
  if (one || !word || unit.back() == 's') return unit;
  if (unit == "foot") return "feet";
  if (unit == "inch") return "inches";
  return unit + "s";
}

}  // namespace

std::string number_text(double value) {
  constexpr std::array<std::pair<double, std::string_view>, 3> kScales{
      {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}};
  const double size = value < 0 ? -value : value;
  for (const auto& [scale, name] : kScales) {
    if (size < scale) continue;
    std::string digits = digits_of(value / scale);
    const size_t point = digits.find('.');
    const bool plain = digits.find('e') == std::string::npos;
    if (plain && (point == std::string::npos || digits.size() - point <= 5)) return grouped(digits) + std::string(name);
    break;
  }
  const std::string digits = digits_of(value);
  return digits.find('e') == std::string::npos ? grouped(digits) : digits;
}

std::string value_text(const Figure& figure) {
  std::string number;
  if (figure.value) {
    number = number_text(*figure.value);
  } else if (figure.min && figure.max) {
    number = number_text(*figure.min) + " to " + number_text(*figure.max);
  } else if (figure.min) {
    number = "at least " + number_text(*figure.min);
  } else if (figure.max) {
    number = "at most " + number_text(*figure.max);
  } else {
    return {};
  }
  if (figure.unit == "%") {
    number += "%";
  } else if (figure.unit == "pp") {
    number += " percentage points";
  } else if (!figure.unit.empty()) {
    number.append(1, ' ').append(counted_unit(figure.unit, figure.value && *figure.value == 1));
  }
  const bool open_range = !figure.value && !(figure.min && figure.max);  // "at least" says it already
  if (open_range) return number;
  switch (figure.approx) {
    case Approximation::kExact:
      return number;
    case Approximation::kAbout:
      return "about " + number;
    case Approximation::kOver:
      return "more than " + number;
    case Approximation::kUnder:
      return "less than " + number;
  }
  return number;
}

std::string_view role_text(FigureRole role) {
  switch (role) {
    case FigureRole::kValue:
      return "";
    case FigureRole::kChange:
      return "a change";
    case FigureRole::kTarget:
      return "a target";
    case FigureRole::kForecast:
      return "a forecast";
    case FigureRole::kRecord:
      return "a record";
    case FigureRole::kLimit:
      return "a limit";
  }
  return "";
}

std::string date_text(std::string_view timex) {
  const size_t time = timex.find('T');
  if (time != std::string_view::npos && time > 0 && timex[0] != 'P') {
    const std::string day = calendar_text(timex.substr(0, time));
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kParts{
        {{"MO", "morning"}, {"MI", "midday"}, {"AF", "afternoon"}, {"EV", "evening"}, {"NI", "night"}}};
    std::string hour(timex.substr(time + 1));
    for (const auto& [code, name] : kParts)
      if (hour == code) hour = name;
    return day.empty() ? std::string(timex) : day + ", " + hour;
  }
  std::string text = calendar_text(timex);
  if (text.empty()) text = duration_text(timex);
  return text.empty() ? std::string(timex) : text;
}

std::string_view precision_of(std::string_view timex) {
  const std::string_view date = timex.substr(0, timex.find('T'));
  if (calendar_text(date).empty()) return "";
  if (date.size() == 4) return "year";
  if (date.size() == 10) return "day";
  if (date.size() == 8) return "week";
  if (date.size() != 7) return "";
  switch (date[5]) {
    case 'Q':
      return "quarter";
    case 'H':
      return "half-year";
    case '0':
    case '1':
      return "month";
    default:
      return "season";
  }
}

std::string event_text(std::string_view code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kCodes{{
      {"ACCUSE", "an accusation or criticism"},
      {"AGREE", "an agreement"},
      {"AID", "aid"},
      {"ASSAULT", "an attack"},
      {"COERCE", "force or repression"},
      {"CONCEDE", "a concession"},
      {"CONSULT", "a meeting or talks"},
      {"COOPERATE", "cooperation"},
      {"DEMAND", "a demand"},
      {"INVESTIGATE", "an investigation"},
      {"MOBILIZE", "a mobilization"},
      {"PROTEST", "a protest"},
      {"REJECT", "a refusal"},
      {"REQUEST", "a request"},
      {"RETREAT", "a withdrawal"},
      {"SANCTION", "a sanction or a cut in ties"},
      {"SUPPORT", "support"},
      {"THREATEN", "a threat"},
  }};
  for (const auto& [known, text] : kCodes)
    if (known == code) return std::string(text);
  return std::string(code);
}

std::string_view kind_text(QuotationKind kind) {
  switch (kind) {
    case QuotationKind::kDirect:
      return "direct";
    case QuotationKind::kMixed:
      return "partly direct";
    case QuotationKind::kIndirect:
      return "reported";
  }
  return "";
}

std::string_view stance_text(CueClass cue) {
  switch (cue) {
    case CueClass::kUnknown:
      return "";
    case CueClass::kNeutral:
      return "neutral";
    case CueClass::kAssertive:
      return "assertive";
    case CueClass::kDoubting:
      return "doubting";
    case CueClass::kDenying:
      return "denying";
    case CueClass::kAgreeing:
      return "agreeing";
    case CueClass::kAsking:
      return "asking";
    case CueClass::kWarning:
      return "warning";
  }
  return "";
}

}  // namespace readout::desk
