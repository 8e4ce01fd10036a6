// Typed indices. A stage keeps its nodes in vectors and hands out ids, so that a side table of a later stage
// can be a vector too, and a node of one kind can never be looked up as another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace toets {

template <class Tag>
struct Id {
    static constexpr std::uint32_t none_value = 0xffffffffU;
    std::uint32_t value = none_value;

    [[nodiscard]] constexpr bool is_valid() const { return value != none_value; }
    [[nodiscard]] constexpr std::size_t index() const { return value; }
    friend constexpr bool operator==(Id, Id) = default;
    friend constexpr auto operator<=>(Id, Id) = default;
};

// A vector that only its own kind of id can index.
template <class Value, class IdType>
class Arena {
public:
    IdType add(Value value) {
        values_.push_back(std::move(value));
        return IdType{static_cast<std::uint32_t>(values_.size() - 1)};
    }
    const Value& operator[](IdType id) const { return values_[id.index()]; }
    Value& at(IdType id) { return values_[id.index()]; }
    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] IdType id_at(std::size_t index) const { return IdType{static_cast<std::uint32_t>(index)}; }
    [[nodiscard]] auto begin() const { return values_.begin(); }
    [[nodiscard]] auto end() const { return values_.end(); }

private:
    std::vector<Value> values_;
};

}  // namespace toets

template <class Tag>
struct std::hash<toets::Id<Tag>> {
    std::size_t operator()(toets::Id<Tag> id) const noexcept { return id.value; }
};
