#pragma once

// Work in many threads, results in order. Tested by tests/unit/tools_parallel_test.cc.

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace quoth::internal {

/// The threaded half of run_ordered(): `Make` gives std::optional<Item>, `Work` makes a Result of an Item, `Take` takes
/// it.
template <typename Make, typename Work, typename Take>
class OrderedPool {
 public:
  using Item = typename decltype(std::declval<Make&>()())::value_type;
  using Result = decltype(std::declval<Work&>()(std::declval<Item>()));

  OrderedPool(unsigned threads, Make& make, Work& work, Take& take)
      : threads_(threads), make_(make), work_(work), take_(take), slots_(std::size_t{threads} * 4) {}

  void run() {
    start_workers();  // and joins them
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  /// A result, or the exception that came in its place.
  struct Slot {
    std::optional<Result> result;
    std::exception_ptr failure;
    bool filled = false;
  };

  /// Where the system refuses a thread, fewer do the work.
  void start_workers() {
    std::vector<std::jthread> workers;
    workers.reserve(threads_);
    try {
      while (workers.size() < threads_) workers.emplace_back([this] { run_worker(); });
    } catch (const std::system_error&) {
      if (workers.empty()) run_worker();
    }
  }

  void run_worker() {
    while (true) {
      std::optional<Item> item;
      Slot slot;
      std::size_t number = 0;
      {
        const std::lock_guard making(make_mutex_);
        if (!wait_for_room()) return;
        number = made_;
        slot.failure = failure_of([&] { item = make_(); });
        if (!item && !slot.failure) ended_ = true;
        if (ended_) return;
        if (slot.failure) ended_ = true;
        ++made_;
      }
      if (item) slot.failure = failure_of([&] { slot.result.emplace(work_(std::move(*item))); });
      slot.filled = true;
      deliver(number, std::move(slot));
    }
  }

  /// Under make_mutex_. False: nothing more is to be made.
  bool wait_for_room() {
    if (ended_) return false;
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return stopped_ || made_ < taken_ + slots_.size(); });
    return !stopped_;
  }

  /// Puts a result in its place; whoever fills the next one in order takes it and all that follow it.
  void deliver(std::size_t number, Slot&& filled) {
    std::unique_lock lock(mutex_);
    slots_[number % slots_.size()] = std::move(filled);
    if (taking_) return;
    taking_ = true;
    while (!stopped_ && slots_[taken_ % slots_.size()].filled) {
      Slot slot = std::exchange(slots_[taken_ % slots_.size()], Slot());
      lock.unlock();
      if (!slot.failure) slot.failure = failure_of([&] { take_(std::move(*slot.result)); });
      lock.lock();
      ++taken_;
      if (slot.failure) {
        failure_ = slot.failure;
        stopped_ = true;
      }
      room_.notify_all();
    }
    taking_ = false;
  }

  template <typename Step>
  static std::exception_ptr failure_of(const Step& step) {
    try {
      step();
    } catch (...) {
      return std::current_exception();
    }
    return nullptr;
  }

  const unsigned threads_;
  Make& make_;
  Work& work_;
  Take& take_;

  std::mutex make_mutex_;  // taken before mutex_
  bool ended_ = false;     // guarded by make_mutex_
  std::size_t made_ = 0;   // guarded by make_mutex_

  std::mutex mutex_;  // guards what follows
  std::condition_variable room_;
  std::vector<Slot> slots_;
  std::size_t taken_ = 0;
  bool taking_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

/// Calls `make()` until it gives nothing, `work(item)` for each item in any of `threads` threads, and `take(result)`
/// for each result in the order of the items. `make` and `take` are never called by two threads at once, but by
/// different ones. At most four items a thread are under way. The first exception in the order of the items ends it and
/// is thrown again, after all results before it were taken; 0 and 1 thread are this thread alone.
template <typename Make, typename Work, typename Take>
void run_ordered(unsigned threads, Make make, Work work, Take take) {
  if (threads > 1) return OrderedPool<Make, Work, Take>(threads, make, work, take).run();
  while (auto item = make()) take(work(std::move(*item)));
}

}  // namespace quoth::internal
