// Work on many threads with the results in the order of the work, and a bound on what is in hand.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace readout::cli {

// add() hands in one piece of work; `work` runs on one of `jobs` threads, `deliver` for each result in the order of
// add(), never two at once. With one job everything happens inside add(). At most a few pieces a thread, and kMaxBytes
// of their sizes together (but always one), are in hand: add() waits until there is room.
template <class In, class Out>
class OrderedPipeline {
 public:
  using Work = std::function<Out(In&)>;
  using Deliver = std::function<void(Out&)>;

  OrderedPipeline(unsigned jobs, Work work, Deliver deliver)
      : most_(size_t{4} * jobs), work_(std::move(work)), deliver_(std::move(deliver)) {
    for (unsigned i = 0; jobs > 1 && i < jobs; ++i) threads_.emplace_back([this] { run(); });
  }
  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;
  ~OrderedPipeline() { finish(); }

  void add(In in, size_t bytes) {
    if (threads_.empty()) {
      Out out = work_(in);
      deliver_(out);
      return;
    }
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return pieces_.empty() || (pieces_.size() < most_ && bytes_ + bytes <= kMaxBytes); });
    bytes_ += bytes;
    pieces_.push_back({std::move(in), bytes, std::nullopt});
    lock.unlock();
    waiting_.notify_one();
  }

  // Waits for all results. Nothing may be added afterwards.
  void finish() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    waiting_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  struct Piece {
    In in;
    size_t bytes = 0;
    std::optional<Out> out;
  };

  void run() {
    std::unique_lock lock(mutex_);
    for (;;) {
      waiting_.wait(lock, [&] { return closed_ || taken_ < pieces_.size(); });
      if (taken_ == pieces_.size()) return;
      Piece& piece = pieces_[taken_++];  // a deque's elements stay where they are while others come and go
      lock.unlock();
      std::optional<Out> out(work_(piece.in));
      lock.lock();
      piece.out = std::move(out);
      deliver_finished(lock);
    }
  }

  // Whoever completes the foremost piece delivers it and what is ready behind it.
  void deliver_finished(std::unique_lock<std::mutex>& lock) {
    if (delivering_) return;
    delivering_ = true;
    while (!pieces_.empty() && pieces_.front().out) {
      Out out = std::move(*pieces_.front().out);
      bytes_ -= pieces_.front().bytes;
      pieces_.pop_front();
      --taken_;
      lock.unlock();
      room_.notify_one();
      deliver_(out);
      lock.lock();
    }
    delivering_ = false;
  }

  static constexpr size_t kMaxBytes = size_t{256} << 20;

  const size_t most_;
  const Work work_;
  const Deliver deliver_;
  std::mutex mutex_;
  std::condition_variable waiting_;  // for work
  std::condition_variable room_;
  std::deque<Piece> pieces_;
  size_t taken_ = 0;  // of pieces_, from the front, those that a thread has taken
  size_t bytes_ = 0;
  bool closed_ = false;
  bool delivering_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace readout::cli
