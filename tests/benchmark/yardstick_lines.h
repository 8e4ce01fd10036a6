// Letters of every case, the same for both sets of rules.
#pragma once

#include <cstddef>
#include <string>

namespace yardstick {

// judge_one(case, cases, out) writes `rules` letters.
template <std::size_t rules, class Cases, class JudgeOne>
void judge_each(const Cases& cases, char* out, JudgeOne judge_one) {
    for (const auto& each : cases.cases) {
        judge_one(each, cases, out);
        out += rules;
    }
}

// The same, with a line end after the letters of a case, at the end of `lines`.
template <std::size_t rules, class Cases, class JudgeOne>
void append_each(const Cases& cases, std::string& lines, JudgeOne judge_one) {
    std::size_t at = lines.size();
    lines.resize(at + cases.cases.size() * (rules + 1));
    for (const auto& each : cases.cases) {
        judge_one(each, cases, lines.data() + at);
        lines[at + rules] = '\n';
        at += rules + 1;
    }
}

}  // namespace yardstick
