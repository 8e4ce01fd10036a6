#include "syntax/structure.h"

#include "syntax/keywords.h"

namespace toets::syntax {
namespace {

bool ends_in_list_head(const Line& line) {
    const std::size_t size = line.words.size();
    return (size >= 3 && has_words_at(line.words, size - 3, "volgende geldt :")) ||
           (size >= 2 && has_words_at(line.words, size - 2, "volgende :")) ||
           has_words_at(line.words, 0, "waarbij :") || has_words_at(line.words, 0, "verwacht :");
}

bool is_only_opener(const Line& line) {
    if (!line.ends_in_colon()) return false;
    for (const char* opener : {"alleen als :", "vereist :", "streeft naar :", "tenzij :", "tenzij zolang :",
                               "telt niet mee als :", "definitie :", "mits :", "bij gelijke stand :"}) {
        if (has_words_at(line.words, 0, opener) && find_words(line.words, ":") == line.words.size() - 1) return true;
    }
    return false;
}

std::string suggested_head(const Line& line) {
    if (find_words(line.words, "waarvoor :")) return "waarvoor al het volgende geldt:";
    if (has_words_at(line.words, 0, "vereist")) return "vereist dat al het volgende geldt:";
    if (has_words_at(line.words, 0, "streeft")) return "streeft ernaar dat al het volgende geldt:";
    if (has_words_at(line.words, 0, "alleen als")) return "alleen als al het volgende geldt:";
    if (has_words_at(line.words, 0, "tenzij zolang")) return "tenzij zolang al het volgende geldt:";
    if (has_words_at(line.words, 0, "tenzij")) return "tenzij al het volgende geldt:";
    if (has_words_at(line.words, 0, "telt niet mee")) return "telt niet mee als al het volgende geldt:";
    if (has_words_at(line.words, 0, "mits")) return "mits al het volgende geldt:";
    if (find_words(line.words, "vervallen als :")) return "mag vervallen als al het volgende geldt:";
    if (find_words(line.words, "waarvoor geldt :")) return "waarvoor al het volgende geldt:";
    if (find_words(line.words, "als :")) return "als al het volgende geldt:";
    if (find_words(line.words, "geldt :")) return "geldt al het volgende:";
    return "al het volgende geldt:";
}

const Line& first_bullet(const Line& line) {
    return *std::find_if(line.children.begin(), line.children.end(),
                         [](const Line& child) { return child.kind == Line::Kind::Bullet; });
}

}  // namespace

std::string words_of(const Tokens& words, std::size_t limit) {
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < limit; ++i) {
        const bool touches = words[i].kind == TokenKind::Comma || words[i].kind == TokenKind::Colon;
        if (i > 0 && !touches) text += ' ';
        text += words[i].kind == TokenKind::Quoted ? '"' + words[i].text + '"' : words[i].text;
    }
    return words.size() > limit ? text + " …" : text;
}

bool check_structure(Reading& reading, const Line& line) {
    Diagnostics& diagnostics = reading.diagnostics;
    if (line.words.empty()) {
        diagnostics.report(Code::EmptyBullet, line.written.front());
        return false;
    }
    if (line.has_bullets() && !line.ends_in_colon()) {
        const auto head = find_words(line.words, "het volgende");
        if (head) {
            diagnostics.report(Code::ListHeadWithoutColon, line.where(), {word("found", "het volgende")});
        } else {
            diagnostics.report(Code::BulletsWithoutColon, first_bullet(line).where());
        }
        return false;
    }
    if (line.has_bullets() && !ends_in_list_head(line)) {
        diagnostics.report(Code::BulletsWithoutHead, line.where(), {word("suggestion", suggested_head(line))});
        return false;
    }
    if (!line.has_bullets() && line.ends_in_colon()) {
        if (is_only_opener(line)) {
            diagnostics.report(Code::SentenceMissing, line.where(), {word("opener", words_of(line.words))});
        } else {
            diagnostics.report(Code::BulletsMissing, line.words.back().where);
        }
        return false;
    }
    return true;
}

bool is_exception_line(const Line& line) {
    return line.kind == Line::Kind::Text && has_words_at(line.words, 0, "tenzij");
}

void report_wrong_child(Reading& reading, const Line& child) {
    reading.diagnostics.report(Code::ChildNotAllowed, child.where(), {word("word", words_of(child.words, 4))});
}

void report_wrong_children(Reading& reading, const Line& line) {
    for (const Line& child : line.children) {
        if (child.kind != Line::Kind::Bullet) report_wrong_child(reading, child);
    }
}

}  // namespace toets::syntax
