// A date as the tests of this folder write it.
#pragma once

#include "base/date.h"

namespace toets::test {

inline Date on(const char* iso) { return date_from_iso(iso).value(); }

}  // namespace toets::test
