// A dossier beside the readings that it was made from: what every report needs to look up.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "collation/dossier.h"
#include "reading/values.h"

namespace readout {

// Holds references: dossier and readings must outlive it.
class DossierView {
 public:
  // `readings` are those that were collated, in any order. O(n log n).
  DossierView(const Dossier& dossier, std::vector<const Reading*> readings) : dossier_(dossier) {
    std::sort(readings.begin(), readings.end(),
              [](const Reading* a, const Reading* b) { return a->article.id < b->article.id; });
    for (auto next = readings.begin(); const DossierArticle& article : dossier.articles) {
      while (next != readings.end() && (*next)->article.id < article.id) ++next;
      readings_.push_back(next != readings.end() && (*next)->article.id == article.id ? *next : &nothing_);
    }
  }
  DossierView(const DossierView&) = delete;
  DossierView& operator=(const DossierView&) = delete;

  const Dossier& dossier() const { return dossier_; }
  size_t size() const { return readings_.size(); }
  const Reading& reading(ArticleIndex article) const { return *readings_[article]; }
  std::string_view id(ArticleIndex article) const { return dossier_.articles[article].id; }
  std::string_view words(const Evidence& evidence) const {
    return words_of(reading(evidence.article).article.text, evidence.span);
  }

 private:
  const Dossier& dossier_;
  const Reading nothing_;  // stands for a reading that was not given: no text, so that no offset leads astray
  std::vector<const Reading*> readings_;
};

}  // namespace readout
