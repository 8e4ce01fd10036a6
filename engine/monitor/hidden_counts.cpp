#include "monitor/hidden_counts.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/ensure.h"

namespace toets::monitor {

namespace {

using Shown = Figure::Shown;

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::int64_t precision = 720'720;  // of parts of a slack: every whole number up to 16 divides it

class Blocks {
public:
    Blocks(std::size_t cases, std::int64_t fewest)
        : block_of_(cases, outside), sizes_{static_cast<std::int64_t>(cases)}, fewest_(fewest) {}

    static constexpr std::size_t outside = 0;  // in nothing that is shown; how many are there is not known either

    // Cuts the blocks by this set, if the pieces are large enough.
    bool cut(const std::vector<std::uint32_t>& cases, bool is_of_all) {
        std::unordered_map<std::size_t, std::int64_t> inside;
        for (const std::uint32_t number : cases) ++inside[block_of_[number]];
        for (const auto& [block, count] : inside) {
            const std::int64_t rest = sizes_[block] - count;
            const bool is_rest_open = block == outside && !is_of_all;
            if (count < fewest_ || (rest > 0 && rest < fewest_ && !is_rest_open)) return false;
        }
        std::unordered_map<std::size_t, std::size_t> piece_of;
        for (const auto& [block, count] : inside) {
            if (block != outside && count == sizes_[block]) continue;
            piece_of[block] = sizes_.size();
            sizes_.push_back(count);
            sizes_[block] -= count;
        }
        for (const std::uint32_t number : cases) {
            const auto piece = piece_of.find(block_of_[number]);
            if (piece != piece_of.end()) block_of_[number] = piece->second;
        }
        return true;
    }

    [[nodiscard]] std::size_t of(std::uint32_t number) const { return block_of_[number]; }
    [[nodiscard]] std::size_t count() const { return sizes_.size(); }

private:
    std::vector<std::size_t> block_of_;
    std::vector<std::int64_t> sizes_;
    std::int64_t fewest_;
};

// That a count is called small says something too: two small counts that make up a block of eight, of five and more,
// are four each. How far the counts that make up a block can move is at least the sum, over its cases, of the smallest
// part of a slack that a hidden count with that case has for each of its cases. Where that is too little, small counts
// are not called so.
class Slack {
public:
    Slack(const Blocks& blocks, std::size_t cases, std::int64_t fewest)
        : blocks_(blocks), up_(cases, unlimited), down_(cases, precision), fewest_(fewest) {}

    void add(const CountedSet& set, Shown shown) {
        if (shown != Shown::Few) return;
        const auto size = static_cast<std::int64_t>(set.cases.size());
        const std::int64_t up = (fewest_ - 1 - set.count) * precision / size;
        const std::int64_t down = (set.count - 1) * precision / size;
        for (const std::uint32_t number : set.cases) {
            up_[number] = std::min(up_[number], up);
            down_[number] = std::min(down_[number], down);
        }
    }

    [[nodiscard]] std::vector<bool> tight_blocks() const {
        std::vector<std::int64_t> up(blocks_.count(), 0);
        std::vector<std::int64_t> down(blocks_.count(), 0);
        for (std::uint32_t number = 0; number < up_.size(); ++number) {
            const std::size_t block = blocks_.of(number);
            up[block] = std::min(unlimited, up[block] + up_[number]);
            down[block] = std::min(unlimited, down[block] + down_[number]);
        }
        std::vector<bool> tight(blocks_.count(), false);
        const std::int64_t needed = (fewest_ - 2) * precision;
        for (std::size_t block = 0; block < tight.size(); ++block) {
            tight[block] = block != Blocks::outside && std::min(up[block], down[block]) < needed;
        }
        return tight;
    }

private:
    const Blocks& blocks_;
    std::vector<std::int64_t> up_;    // by case: how far a count with it can rise
    std::vector<std::int64_t> down_;  // how far it can fall; what is called nothing can fall away
    std::int64_t fewest_;
};

// A small count with two others in it is at least two; with four in it, and fewer than five, it is four. So of those
// that are part of another small count nothing is said.
void withhold_parts(const std::vector<CountedSet>& sets, std::vector<Shown>& shown) {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> with_case;
    for (std::size_t index = 0; index < sets.size(); ++index) {
        if (shown[index] != Shown::Few) continue;
        for (const std::uint32_t number : sets[index].cases) with_case[number].push_back(index);
    }
    std::vector<std::size_t> parts;
    for (std::size_t index = 0; index < sets.size(); ++index) {
        if (shown[index] != Shown::Few) continue;
        const CountedSet& part = sets[index];
        ensure(!part.cases.empty());
        const std::vector<std::size_t>& others = with_case[part.cases.front()];
        const bool is_part = std::any_of(others.begin(), others.end(), [&](std::size_t other) {
            const CountedSet& whole = sets[other];
            return whole.count > part.count &&
                   std::includes(whole.cases.begin(), whole.cases.end(), part.cases.begin(), part.cases.end());
        });
        if (is_part) parts.push_back(index);
    }
    for (const std::size_t index : parts) shown[index] = Shown::Withheld;
}

}  // namespace

std::vector<Shown> to_shown(const std::vector<CountedSet>& sets, std::size_t cases, std::int64_t fewest) {
    Blocks blocks(cases, fewest);
    std::vector<Shown> shown;
    for (const CountedSet& set : sets) {
        if (set.count == 0) {
            shown.push_back(Shown::Exact);
        } else if (set.count < fewest) {
            shown.push_back(Shown::Few);
        } else {
            shown.push_back(blocks.cut(set.cases, set.is_of_all) ? Shown::Exact : Shown::Withheld);
        }
    }
    withhold_parts(sets, shown);
    Slack slack(blocks, cases, fewest);
    for (std::size_t index = 0; index < sets.size(); ++index) slack.add(sets[index], shown[index]);
    const std::vector<bool> tight = slack.tight_blocks();
    for (std::size_t index = 0; index < sets.size(); ++index) {
        const bool is_in_tight = std::any_of(sets[index].cases.begin(), sets[index].cases.end(),
                                             [&](std::uint32_t number) { return tight[blocks.of(number)]; });
        if (shown[index] == Shown::Few && is_in_tight) shown[index] = Shown::Withheld;
    }
    return shown;
}

}  // namespace toets::monitor
