// One answer or one reason: what a function returns that cannot go on after the first mistake.
#pragma once

#include <tl/expected.hpp>

#include "diagnostics/diagnostic.h"

namespace toets {

template <class T>
using Result = tl::expected<T, Diagnostic>;

inline tl::unexpected<Diagnostic> failure(Code code, Span where = {}, std::vector<Argument> arguments = {}) {
    return tl::unexpected<Diagnostic>(Diagnostic{code, where, std::move(arguments), {}});
}

}  // namespace toets
