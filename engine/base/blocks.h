// A list that only grows, in blocks: what was added stays where it is, and nothing is copied to make room. For what is
// kept of each of a million cases.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace toets {

template <class Item>
class Blocks {
public:
    void push_back(const Item& item) {
        if (size_ % items_in_block == 0) blocks_.push_back(std::make_unique<Block>());
        (*blocks_.back())[size_ % items_in_block] = item;
        ++size_;
    }
    [[nodiscard]] const Item& operator[](std::size_t index) const {
        return (*blocks_[index / items_in_block])[index % items_in_block];
    }
    [[nodiscard]] Item& operator[](std::size_t index) {
        return (*blocks_[index / items_in_block])[index % items_in_block];
    }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    static constexpr std::size_t items_in_block = 1024;
    using Block = std::array<Item, items_in_block>;
    std::vector<std::unique_ptr<Block>> blocks_;
    std::size_t size_ = 0;
};

}  // namespace toets
