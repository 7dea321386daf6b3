// Errors as values: the core is built without exceptions for WebAssembly, and never aborts or prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace readout {

// What went wrong with one input. `code` is stable and machine-readable (kebab-case; the header that raises it lists
// its codes); `message` is one sentence that a reporter understands, saying what to do; `offset` is a byte offset
// into that input, where one is known.
struct Error {
  std::string code;
  std::string message;
  std::optional<uint64_t> offset;
};

// Either a value or an Error. Check ok() before value().
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace readout
