// Our own mistakes. A broken invariant throws InternalError, which only an app's main or request loop catches.
#pragma once

#include <stdexcept>

namespace toets {

struct InternalError : std::logic_error {
    using std::logic_error::logic_error;
};

// A place in our own sources. (std::source_location is unknown to clang-tidy 14 with this standard library.)
struct SourcePlace {
    const char* file;
    int line;
    const char* function;

    static constexpr SourcePlace here(const char* file = __builtin_FILE(), int line = __builtin_LINE(),
                                      const char* function = __builtin_FUNCTION()) {
        return {file, line, function};
    }
};

[[noreturn]] void fail(SourcePlace where);

inline void ensure(bool condition, SourcePlace where = SourcePlace::here()) {
    if (!condition) fail(where);
}

}  // namespace toets
