// One named arm per alternative of a variant: `match(node.kind, [](const Sum& sum) {...}, ...)`.
// A new alternative then fails to compile everywhere it must be handled.
#pragma once

#include <utility>
#include <variant>

namespace toets {

template <class... Arms>
struct Overloaded : Arms... {
    using Arms::operator()...;
};
template <class... Arms>
Overloaded(Arms...) -> Overloaded<Arms...>;

template <class Variant, class... Arms>
decltype(auto) match(Variant&& variant, Arms&&... arms) {
    return std::visit(Overloaded{std::forward<Arms>(arms)...}, std::forward<Variant>(variant));
}

}  // namespace toets
