// How much thinner a property is sampled, and how much shorter a hostile text is, where every step is watched by a
// sanitizer, which makes it ten times slower.
#pragma once

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define READOUT_WATCHED
#endif
#endif

namespace readout {

#if defined(READOUT_WATCHED) || defined(__SANITIZE_ADDRESS__)
constexpr int kThinned = 8;
#else
constexpr int kThinned = 1;
#endif

}  // namespace readout
