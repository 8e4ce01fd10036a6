#include "syntax/writer.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace toets::syntax {
namespace {

// Where a long sentence is best broken: before these, or after a comma.
constexpr std::array<std::string_view, 9> pauses = {
    "waarvoor ", "tot en met ",           "in de periode van ", "als: ",          "als al ",
    "geldt: ",   "met een onderbreking ", "vermeerderd met ",   "verminderd met "};
// A continuation may not look like a clause, a bullet, a row or a remark (B2).
constexpr std::array<std::string_view, 28> openers = {"niveau",
                                                      "gebruikt",
                                                      "termijnen volgens",
                                                      "geldig vanaf",
                                                      "geldig van",
                                                      "bij elk",
                                                      "alleen als",
                                                      "vereist",
                                                      "streeft",
                                                      "tenzij",
                                                      "kenmerk",
                                                      "ook voldaan als",
                                                      "herstelbaar",
                                                      "te regelen door",
                                                      "volgens lid",
                                                      "de termijn staat stil",
                                                      "bij uitblijven",
                                                      "in afwijking van",
                                                      "stelt vrij van",
                                                      "gunstiger is",
                                                      "van de rijen die passen",
                                                      "waarbij",
                                                      "verwacht",
                                                      "definitie",
                                                      "-",
                                                      "|",
                                                      "#",
                                                      "*"};

bool may_begin_line(std::string_view rest) {
    const std::string folded = fold(rest.substr(0, 40));
    for (const std::string_view opener : openers) {
        if (folded.rfind(opener, 0) == 0) return false;
    }
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    return digits == 0 || digits == rest.size() || (rest[digits] != ')' && rest[digits] != '.');
}

bool is_pause(std::string_view text, std::size_t space) {
    if (space > 0 && text[space - 1] == ',') return true;
    const std::string_view before = text.substr(0, space);
    const std::string_view rest = text.substr(space + 1);
    if (before.ends_with("waarvoor") || before.ends_with("alleen")) return false;
    return std::any_of(pauses.begin(), pauses.end(), [&](std::string_view pause) { return rest.rfind(pause, 0) == 0; });
}

// The space at which to break, so that what stands before it fits; none when there is no such place.
std::size_t break_at(std::string_view text, std::size_t room) {
    std::size_t best = std::string_view::npos;
    bool best_is_pause = false;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] != ' ' || quoted || i == 0 || !may_begin_line(text.substr(i + 1))) continue;
        if (display_width(text.substr(0, i)) > room && best != std::string_view::npos) break;
        const bool pause = is_pause(text, i) && i >= room / 3;
        if (best_is_pause && !pause) continue;
        best = i;
        best_is_pause = pause;
    }
    return best;
}

}  // namespace

void Writer::verbatim(std::size_t indent, std::string_view text) { text_.append(indent, ' ').append(text) += '\n'; }

void Writer::sentence(std::size_t indent, std::string_view text) {
    std::size_t depth = indent;
    while (depth + display_width(text) > width) {
        const std::size_t cut = break_at(text, width - std::min(depth, width / 2));
        if (cut == std::string_view::npos) break;
        verbatim(depth, text.substr(0, cut));
        text.remove_prefix(cut + 1);
        depth = indent + continuation;
    }
    verbatim(depth, text);
}

void Writer::remarks(std::size_t indent, const std::vector<std::string>& remarks) {
    for (const std::string& remark : remarks) verbatim(indent, remark.empty() ? "#" : "# " + remark);
}

}  // namespace toets::syntax
