// Batches that several threads work on at once, and whose results are taken in the order of the batches: so the outcome
// is the same for any number of threads. Only so many batches are under way that memory stays bounded.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace toets {

template <class Batch, class Result>
class OrderedWork {
public:
    using Next = std::function<std::optional<Batch>()>;  // in order, by one thread at a time; empty at the end
    using Worker = std::function<Result(Batch&&)>;       // by one thread, always the same one
    using Take = std::function<void(Result&&)>;          // in order, by the thread that runs this

    OrderedWork(Next next, std::vector<Worker> workers, Take take)
        : next_(std::move(next)), workers_(std::move(workers)), take_(std::move(take)) {}

    // With one worker no thread is started. What any of them throws is thrown here, after all have stopped.
    void run() {
        if (workers_.size() == 1) {
            while (std::optional<Batch> batch = next_()) take_(workers_.front()(std::move(*batch)));
            return;
        }
        {
            std::vector<std::jthread> threads;
            try {
                for (const Worker& worker : workers_) threads.emplace_back([this, &worker] { work(worker); });
                take_all();
            } catch (...) {
                fail(std::current_exception());
            }
        }
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    [[nodiscard]] std::size_t most_under_way() const { return workers_.size() + 2; }

    void work(const Worker& worker) {
        try {
            while (auto batch = read()) {
                Result result = worker(std::move(batch->second));
                const std::lock_guard lock(mutex_);
                results_.emplace(batch->first, std::move(result));
                is_ready_.notify_one();
            }
        } catch (...) {
            fail(std::current_exception());
        }
    }

    // The next batch with its number. Who waits here for room keeps the others from reading, and only from that.
    std::optional<std::pair<std::size_t, Batch>> read() {
        const std::lock_guard reading(reading_);
        {
            std::unique_lock lock(mutex_);
            has_room_.wait(lock, [this] { return is_stopped_ || numbered_ < taken_ + most_under_way(); });
            if (is_stopped_ || end_) return std::nullopt;
        }
        std::optional<Batch> batch = next_();
        const std::lock_guard lock(mutex_);
        if (batch) return std::pair(numbered_++, std::move(*batch));
        end_ = numbered_;
        is_ready_.notify_one();
        return std::nullopt;
    }

    void take_all() {
        while (true) {
            std::unique_lock lock(mutex_);
            is_ready_.wait(lock, [this] { return is_stopped_ || results_.count(taken_) > 0 || end_ == taken_; });
            auto result = results_.extract(taken_);
            if (is_stopped_ || result.empty()) return;
            ++taken_;
            lock.unlock();
            has_room_.notify_one();
            take_(std::move(result.mapped()));
        }
    }

    void fail(std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::move(failure);
        is_stopped_ = true;
        has_room_.notify_all();
        is_ready_.notify_all();
    }

    Next next_;
    std::vector<Worker> workers_;
    Take take_;

    std::mutex reading_;  // who reads; taken before the other one
    std::mutex mutex_;    // of everything below
    std::condition_variable has_room_;
    std::condition_variable is_ready_;
    std::size_t numbered_ = 0;
    std::size_t taken_ = 0;
    std::optional<std::size_t> end_;  // how many there are
    std::map<std::size_t, Result> results_;
    bool is_stopped_ = false;
    std::exception_ptr failure_;
};

}  // namespace toets
