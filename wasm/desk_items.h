// What the Reader's margin tells about the marked things of one article.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk.h"

namespace readout::desk {

enum class ItemKind : uint8_t { kQuotation, kFigure, kDate, kName, kEvent };

struct Item {
  ItemKind kind = ItemKind::kQuotation;
  std::string title;
  std::string how;  // the contract's word for its sort; empty for figures and dates
  std::vector<std::string> lines;
  std::vector<std::string> chain;
  std::string doubt;
  std::vector<Span> spans;         // bytes; what it stands for, in text order
  std::optional<EntityId> entity;  // of the reading: the name, or who speaks
};

// Quotations, figures, dates, names (one an entity), events, in that order, each in the reading's order.
std::vector<Item> items_of(const Reading& reading);

std::string_view item_word(ItemKind kind);

}  // namespace readout::desk
