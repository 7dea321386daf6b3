#include "intake/dateline.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::intake {

namespace {

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view kEdge = " \t,.;";
  const size_t begin = s.find_first_not_of(kEdge);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(kEdge) - begin + 1);
}

bool is_capital_at(std::string_view s, size_t at) { return unicode::is_upper(utf8::decode(s, at).value); }

}  // namespace

std::optional<Dateline> dateline_of(std::string_view line) {
  constexpr size_t kWindow = 90;
  const std::string_view head = line.substr(0, kWindow);
  size_t dash = std::string_view::npos;
  size_t dash_size = 0;
  for (const std::string_view mark : {" — ", " – ", " - ", " -- ", "— ", ") -"}) {
    const size_t at = head.find(mark);
    if (at < dash) dash = at, dash_size = mark.size();
  }
  if (dash == std::string_view::npos || dash_size == 0) return std::nullopt;
  if (head[dash] == ')') ++dash;
  std::string_view lead = head.substr(0, dash);
  Dateline out;
  const size_t open = lead.find('(');
  if (open != std::string_view::npos) {
    const size_t close = lead.find(')', open);
    if (close == std::string_view::npos) return std::nullopt;
    out.agency = Span{static_cast<uint32_t>(open + 1), static_cast<uint32_t>(close)};
    lead = lead.substr(0, open);
  }
  const size_t comma = lead.find(',');
  const std::string_view place = trimmed(lead.substr(0, comma));
  if (place.size() < 2 || place.size() > 40) return std::nullopt;
  // A place in capitals, or any capitalised place with an agency in brackets.
  bool shouted = true;
  for (const char c : place) shouted = shouted && !(c >= 'a' && c <= 'z');
  if (!is_capital_at(place, 0) || (!shouted && !out.agency)) return std::nullopt;
  if (std::count(place.begin(), place.end(), ' ') > 3) return std::nullopt;
  out.place = std::string(place);
  out.shouted = shouted;
  return out;
}

}  // namespace readout::intake
