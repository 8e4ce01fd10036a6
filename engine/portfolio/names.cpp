#include "portfolio/names.h"

#include <algorithm>

#include "base/civil.h"
#include "base/text.h"

namespace toets::portfolio {

Names::Names() : texts_{{}, {}}, marks_{unknown, none} {}

Names::Names(std::shared_ptr<const Names> base)
    : base_(std::move(base)), first_(base_->size()), fixed_(base_->base_ == nullptr ? base_->size() : base_->fixed_) {}

std::uint32_t Names::add(std::string_view name) {
    if (const auto known = by_spelling_.find(name); known != by_spelling_.end()) return known->second;
    std::string folded = fold(name);
    std::optional<std::uint32_t> number = find_folded(folded);
    if (!number) {
        number = size();
        texts_.emplace_back(name);
        marks_.push_back(Hash{}(folded));
        by_folded_.emplace(std::move(folded), *number);
    } else if (*number >= first_ && name < texts_[*number - first_]) {
        texts_[*number - first_] = name;  // of several spellings always the same one
    }
    by_spelling_.emplace(name, *number);
    return *number;
}

std::optional<std::uint32_t> Names::find_folded(const std::string& folded) const {
    const auto found = by_folded_.find(folded);
    if (found != by_folded_.end()) return found->second;
    return base_ == nullptr ? std::nullopt : base_->find_folded(folded);
}

std::optional<std::uint32_t> Names::find(std::string_view name) const { return find_folded(fold(name)); }

bool Names::is_before(std::uint32_t left, std::uint32_t right) const {
    if (left < fixed_ || right < fixed_) return left < right;
    return text(left) < text(right);
}

std::shared_ptr<const Names> Names::of_agreement(std::shared_ptr<const Names> names) {
    while (names->base_ != nullptr) names = names->base_;
    return names;
}

bool has_unknown(const Key& key) { return std::find(key.begin(), key.end(), Names::unknown) != key.end(); }

bool may_be(const Key& found, const Key& asked) {
    return std::equal(found.begin(), found.end(), asked.begin(), [](std::uint32_t name, std::uint32_t wanted) {
        return name == wanted || name == Names::unknown;
    });
}

std::size_t KeyHash::operator()(const Key& key) const noexcept {
    constexpr std::size_t prime = 0x100000001b3;
    std::size_t hash = 0xcbf29ce484222325;
    for (const std::uint32_t name : key) hash = (hash ^ name) * prime;
    return hash;
}

namespace {

constexpr int months_in_quarter = 3;

Date day_of(int year, int month, int day) { return to_date({year, month, day}).value_or(Date{}); }

}  // namespace

std::string period_name(model::TallyDimension::What what, Date day) {
    const CivilDate date = to_civil(day);
    const std::string number = std::to_string(date.year);
    if (what != model::TallyDimension::What::Quarter) return number;
    return "kwartaal " + std::to_string((date.month - 1) / months_in_quarter + 1) + " van " + number;
}

std::optional<Period> period_named(model::TallyDimension::What what, std::string_view name) {
    constexpr std::size_t digits = 4;
    if (what == model::TallyDimension::What::Value || name.size() < digits) return std::nullopt;
    int year = 0;
    for (const char digit : name.substr(name.size() - digits)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        year = year * 10 + (digit - '0');
    }
    const bool is_year = what == model::TallyDimension::What::Year;
    if (is_year && name.size() != digits) return std::nullopt;
    if (is_year) return Period{day_of(year, 1, 1), day_of(year, 12, 31)};
    constexpr std::string_view opening = "kwartaal ";
    const std::string_view number = name.starts_with(opening) ? name.substr(opening.size()) : std::string_view();
    const bool is_quarter =
        number.size() == digits + 6 && number[0] >= '1' && number[0] <= '4' && number.substr(1, 5) == " van ";
    if (!is_quarter) return std::nullopt;
    const int quarter = number[0] - '0';
    const int first_month = (quarter - 1) * months_in_quarter + 1;
    const Date next = quarter == 4 ? day_of(year + 1, 1, 1) : day_of(year, first_month + months_in_quarter, 1);
    return Period{day_of(year, first_month, 1), Date{next.days - 1}};
}

}  // namespace toets::portfolio
