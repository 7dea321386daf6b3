// Figures that tell whether a difference of frequencies is worth a look. Every function is arithmetic on its arguments
// alone, with a logarithm of our own, so that native and WebAssembly give the same bits.
#pragma once

#include <cstdint>

namespace readout::search {

double natural_log(double value);  // of a positive number
double binary_log(double value);

// Log-likelihood G2 of a word seen `a` times among `n_a` words and `b` times among `n_b`: Dunning 1993, in the form of
// Rayson and Garside 2000. 3.84, 6.63, 10.83, 15.13: what chance exceeds in 5%, 1%, 0.1%, 0.01% of single comparisons.
double log_likelihood(uint32_t a, uint32_t n_a, uint32_t b, uint32_t n_b);

// Log ratio, the effect size: how many times the frequency doubles from B to A; a word that B never has counts half an
// occurrence there (Hardie 2014).
double log_ratio(uint32_t a, uint32_t n_a, uint32_t b, uint32_t n_b);

// logDice of two words (Rychly 2008): 14 at the most, one less for half as typical; does not grow with the corpus.
double log_dice(uint32_t together, uint32_t first, uint32_t second);

// To two decimals, the form that is compared and shown.
double rounded(double value);

}  // namespace readout::search
