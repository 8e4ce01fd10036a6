// What the short way of reading has learned: spellings as they occur in the bytes of a caseload, with their meaning. A
// spelling that was seen before is found by comparing bytes; systems write the same keys in the same order.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace toets::cases {

static_assert(std::endian::native == std::endian::little, "QuotedKey compares the first bytes as one number");

constexpr std::size_t most_spellings = 256;
constexpr std::size_t longest_spelling = 60;  // bytes; with its quotation mark it fits in the padding of a JSON text

// One spelling of a key with its closing quotation mark, so that a comparison also settles the length.
class QuotedKey {
public:
    explicit QuotedKey(std::string_view spelling) : text_(std::string(spelling) + '"') {
        constexpr std::size_t bits = 8;
        const std::size_t size = text_.size();
        mask_ = size >= sizeof first_ ? ~std::uint64_t{0} : (std::uint64_t{1} << (size * bits)) - 1;
        std::memcpy(&first_, text_.data(), std::min(size, sizeof first_));
    }
    // At least longest_spelling + 1 bytes may be read at `raw`. The first eight bytes settle nearly every comparison.
    [[nodiscard]] bool matches(const char* raw) const {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, raw, sizeof bytes);
        if ((bytes & mask_) != first_) return false;
        const std::size_t size = text_.size();
        return size <= sizeof bytes || std::memcmp(raw, text_.data(), size) == 0;
    }

private:
    std::uint64_t first_ = 0;
    std::uint64_t mask_ = 0;
    std::string text_;
};

// Keys of one kind of object, in the order in which objects have them.
template <class Meaning>
class KeyOrder {
public:
    // `raw` points behind the opening quotation mark.
    const Meaning* find(const char* raw) {
        for (std::size_t step = 0; step < keys_.size(); ++step) {
            const Key& key = keys_[next_];
            next_ = next_ + 1 == keys_.size() ? 0 : next_ + 1;
            if (key.spelling.matches(raw)) return &key.meaning;
        }
        return nullptr;
    }
    // After find() found nothing. Null when there is no room.
    const Meaning* learn(std::string_view spelling, const Meaning& meaning) {
        if (keys_.size() == most_spellings || spelling.size() > longest_spelling) return nullptr;
        const auto place = keys_.begin() + static_cast<std::ptrdiff_t>(next_);
        const auto added = keys_.insert(place, Key{QuotedKey(spelling), meaning});
        next_ = next_ + 1 == keys_.size() ? 0 : next_ + 1;
        return &added->meaning;
    }

private:
    struct Key {
        QuotedKey spelling;
        Meaning meaning;
    };
    std::vector<Key> keys_;
    std::size_t next_ = 0;  // where the key after the one found last is expected
};

// Values of one list of choices or one role.
class ValueSpellings {
public:
    [[nodiscard]] bool find(std::string_view raw, std::int64_t& number) const {
        for (const Value& value : values_) {
            if (value.raw != raw) continue;
            number = value.number;
            return true;
        }
        return false;
    }
    void learn(std::string_view raw, std::int64_t number) {
        if (values_.size() < most_spellings) values_.push_back({std::string(raw), number});
    }

private:
    struct Value {
        std::string raw;
        std::int64_t number = 0;
    };
    std::vector<Value> values_;
};

}  // namespace toets::cases
