#include "base/ensure.h"

#include <string>

namespace toets {

void fail(SourcePlace where) {
    throw InternalError(std::string(where.file) + ":" + std::to_string(where.line) + " in " + where.function);
}

}  // namespace toets
