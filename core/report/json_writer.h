// Writes JSON text straight into a string, in the order of the calls: readings of millions of articles pass through
// it, so it builds no tree. Compact; the caller keeps objects and arrays balanced.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace readout {

// Strings: what is no UTF-8 becomes U+FFFD; control characters are escaped. Numbers: whole numbers up to 2^53 as
// integers, others in a short form that reads back as the same double (Grisu2), NaN and infinities as null: the same
// bytes on every platform.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& integer(int64_t value);
  JsonWriter& number(double value);

  // key() and value in one.
  template <class T>
  JsonWriter& member(std::string_view name, const T& value) {
    key(name);
    return put(value);
  }

  template <class T>
  JsonWriter& put(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      return boolean(value);
    } else if constexpr (std::is_integral_v<T>) {
      return integer(static_cast<int64_t>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
      return number(value);
    } else {
      return string(value);
    }
  }
  template <class T>
  JsonWriter& put(const std::optional<T>& value) {
    return value ? put(*value) : null();
  }

  void reserve(size_t bytes) { out_.reserve(bytes); }
  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
  bool first_ = true;  // nothing stands yet in the innermost object or array, or a key was just written
};

}  // namespace readout
