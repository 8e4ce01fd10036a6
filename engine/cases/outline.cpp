#include "cases/outline.h"

#include <algorithm>

namespace toets::cases {

namespace {

// Made when it is not there yet; the items of a list stand by number, whatever the order of the columns.
Outline& part_at(Outline& outline, const std::string& key, std::size_t number) {
    const auto found = std::find_if(outline.parts.begin(), outline.parts.end(),
                                    [&](const Outline& part) { return part.key == key && part.number == number; });
    if (found != outline.parts.end()) return *found;
    const auto next = std::find_if(outline.parts.begin(), outline.parts.end(),
                                   [number](const Outline& part) { return part.number > number; });
    return *outline.parts.insert(next, {key, number, {}, {}, false, false, false, {}});
}

std::optional<std::size_t> first_fact(const Outline& outline) {
    if (outline.fact) return outline.fact;
    return outline.parts.empty() ? std::nullopt : first_fact(outline.parts.front());
}

// What stands at the path, or above it as one whole.
std::optional<std::size_t> fact_in_the_way(const Outline& root, const FactPath& path) {
    const Outline* at = &root;
    const auto go_down = [&at](const std::string& key, std::size_t number) {
        const auto found = std::find_if(at->parts.begin(), at->parts.end(),
                                        [&](const Outline& part) { return part.key == key && part.number == number; });
        at = found == at->parts.end() ? nullptr : &*found;
        return at != nullptr;
    };
    for (const FactStep& step : path) {
        if (!go_down(step.key, 0)) return std::nullopt;
        if (at->fact) return at->fact;
        if (step.number > 0 && !go_down({}, step.number)) return std::nullopt;
        if (at->fact) return at->fact;
    }
    return first_fact(*at);
}

}  // namespace

std::optional<std::size_t> add_to_outline(Outline& root, const FactPath& path, const Outline& leaf) {
    if (const auto taken = fact_in_the_way(root, path)) return taken;
    Outline* at = &root;
    const auto go_down = [&at, &leaf](const std::string& key, std::size_t number) {
        at = &part_at(*at, key, number);
        at->has_column |= leaf.has_column;
        at->has_value |= leaf.has_value;
    };
    for (const FactStep& step : path) {
        go_down(step.key, 0);
        if (step.number > 0) {
            at->is_list = true;
            go_down({}, step.number);
        }
        at->kind = step.kind;
    }
    at->fact = leaf.fact;
    return std::nullopt;
}

}  // namespace toets::cases
