#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "tools/parallel.h"

namespace quoth::internal {
namespace {

/// Work whose length differs from item to item, so that results come out of order.
void dawdle(int item) {
  volatile int sink = 0;
  for (int i = 0; i < (item * 7919) % 5000; ++i) sink = sink + i;
}

struct Outcome {
  std::vector<int> taken;
  int most_under_way = 0;
  std::string error;
};

/// Squares 0..count-1; an item equal to one of the others throws in that place.
Outcome squares(unsigned threads, int count, int bad_make = -1, int bad_work = -1, int bad_take = -1) {
  Outcome outcome;
  int next = 0;
  std::atomic<int> under_way{0};
  const auto make = [&]() -> std::optional<int> {
    if (next == bad_make) throw std::runtime_error("make " + std::to_string(next));
    if (next == count) return std::nullopt;
    outcome.most_under_way = std::max(outcome.most_under_way, ++under_way);
    return next++;
  };
  const auto work = [&](int item) {
    dawdle(item);
    if (item == bad_work) throw std::runtime_error("work " + std::to_string(item));
    return item * item;
  };
  const auto take = [&](int result) {
    if (bad_take >= 0 && result == bad_take * bad_take) throw std::runtime_error("take " + std::to_string(bad_take));
    outcome.taken.push_back(result);
    --under_way;
  };
  try {
    run_ordered(threads, make, work, take);
  } catch (const std::runtime_error& error) {
    outcome.error = error.what();
  }
  return outcome;
}

std::vector<int> first_squares(int count) {
  std::vector<int> expected;
  for (int i = 0; i < count; ++i) expected.push_back(i * i);
  return expected;
}

TEST_CASE("results come in order, whatever the number of threads") {
  for (const unsigned threads : {0u, 1u, 2u, 3u, 8u, 33u}) {
    INFO(threads << " threads");
    for (const int count : {0, 1, 2, 7, 1000}) {
      const Outcome outcome = squares(threads, count);
      CHECK(outcome.taken == first_squares(count));
      CHECK(outcome.error.empty());
    }
  }
}

TEST_CASE("few items are under way at once") {
  CHECK(squares(1, 1000).most_under_way == 1);
  CHECK(squares(4, 1000).most_under_way <= 4 * 4);
}

TEST_CASE("an exception ends the work, behind all results before it") {
  for (const unsigned threads : {1u, 2u, 8u}) {
    INFO(threads << " threads");
    CHECK(squares(threads, 1000, 100).error == "make 100");
    CHECK(squares(threads, 1000, 100).taken == first_squares(100));
    CHECK(squares(threads, 1000, -1, 100).error == "work 100");
    CHECK(squares(threads, 1000, -1, 100).taken == first_squares(100));
    CHECK(squares(threads, 1000, -1, -1, 100).error == "take 100");
    CHECK(squares(threads, 1000, -1, -1, 100).taken == first_squares(100));
    CHECK(squares(threads, 1000, 200, 100).error == "work 100");
    CHECK(squares(threads, 1000, 0).error == "make 0");
    CHECK(squares(threads, 1000, 0).taken.empty());
  }
}

}  // namespace
}  // namespace quoth::internal
