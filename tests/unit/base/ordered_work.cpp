#include "base/ordered_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace toets {
namespace {

using Work = OrderedWork<int, int>;

std::vector<int> squares(int count, std::size_t workers, const Work::Worker& worker) {
    int next = 0;
    std::vector<int> taken;
    Work([&]() -> std::optional<int> { return next < count ? std::optional(next++) : std::nullopt; },
         std::vector<Work::Worker>(workers, worker), [&](int&& result) { taken.push_back(result); })
        .run();
    return taken;
}

TEST(OrderedWork, TakesResultsInTheOrderOfTheBatches) {
    // The first of every four takes longest.
    const auto worker = [](int&& batch) {
        if (batch % 4 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return batch * batch;
    };
    for (const std::size_t workers : {1U, 2U, 7U}) {
        const std::vector<int> taken = squares(100, workers, worker);
        ASSERT_EQ(taken.size(), 100U);
        for (int i = 0; i < 100; ++i) EXPECT_EQ(taken[static_cast<std::size_t>(i)], i * i);
    }
    EXPECT_TRUE(squares(0, 3, worker).empty());
}

TEST(OrderedWork, ReadsNoFurtherAheadThanThereAreThreads) {
    std::atomic<int> read = 0;
    int taken = 0;
    int furthest = 0;
    Work([&]() -> std::optional<int> { return read < 200 ? std::optional(read++) : std::nullopt; },
         std::vector<Work::Worker>(3, [](int&& batch) { return batch; }),
         [&](int&&) {
             std::this_thread::sleep_for(std::chrono::microseconds(200));
             furthest = std::max(furthest, read - ++taken);
         })
        .run();
    EXPECT_EQ(taken, 200);
    EXPECT_LE(furthest, 6);
}

TEST(OrderedWork, ThrowsWhatAThreadThrew) {
    const auto worker = [](int&& batch) {
        if (batch == 20) throw std::runtime_error("twenty");
        return batch;
    };
    for (const std::size_t workers : {1U, 2U, 5U}) {
        EXPECT_THROW(squares(1'000, workers, worker), std::runtime_error) << workers;
    }
}

TEST(OrderedWork, StopsWhenWhatIsTakenCannotBeUsed) {
    int next = 0;
    Work work([&]() -> std::optional<int> { return next++; }, std::vector<Work::Worker>(4, [](int&& it) { return it; }),
              [](int&& result) {
                  if (result == 30) throw std::runtime_error("full");
              });
    EXPECT_THROW(work.run(), std::runtime_error);
}

}  // namespace
}  // namespace toets
