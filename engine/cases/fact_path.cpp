#include "cases/fact_path.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "cases/fact_form.h"
#include "cases/key_uses.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t most_links = 12;          // times `van` in one path
constexpr std::size_t longest_shown_path = 80;  // characters

// "a van b van c" -> a, b, c
std::vector<std::string> parts_of_path(std::string_view text) {
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
        const std::string_view next = text.substr(0, end);
        if (fold(next) == "van") {
            parts.emplace_back();
        } else if (!next.empty()) {
            parts.back() += (parts.back().empty() ? "" : " ") + std::string(next);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// "de  kale hur" -> "kale hur"
std::string bare_part(const std::string& part) {
    const std::string folded = fold(part);
    const bool has_article = without_article(folded).size() < folded.size();
    return has_article ? part.substr(part.find(' ') + 1) : part;
}

struct NumberedName {
    std::string name;
    std::size_t number = 0;
};
// "ondertekening 2"
std::optional<NumberedName> numbered_name(const std::string& text) {
    const std::size_t space = text.rfind(' ');
    if (space == std::string::npos) return std::nullopt;
    NumberedName found{text.substr(0, space), 0};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + space + 1, end, found.number);
    const bool is_number = error == std::errc{} && stop == end && found.number > 0 && found.number <= most_numbered;
    return is_number ? std::optional(std::move(found)) : std::nullopt;
}

class PathFinder {
public:
    PathFinder(const Node& words, model::KindId root, const Caseload& caseload)
        : words_(words), caseload_(caseload), parts_(parts_of_path(words.text)) {
        if (parts_.size() > most_links + 1) return;
        std::size_t end = parts_.size();
        const bool ends_in_root =
            caseload.keys.is_name_of(root, parts_.back()) && !caseload.keys.field(root, parts_.back());
        if (end > 1 && ends_in_root) --end;
        failure_end_ = end + 1;
        FactPath path;
        find(root, end, path);
    }

    std::optional<FactPath> finish(Diagnostics& diagnostics) const {
        if (found_.size() == 1) return found_.front();
        if (found_.size() > 1) {
            diagnostics.report(Code::PathWithTwoReadings, words_.where,
                               {shown_path(), word("first", to_words(found_[0])), word("second", to_words(found_[1]))});
        } else if (failure_) {
            diagnostics.report(*failure_);
        } else {
            diagnostics.report(
                Code::WrongValue, words_.where,
                {word("name", "gegeven"), term("expected", "een gegeven uit de afspraak", "a fact of the agreement"),
                 word("value", to_printable(words_.text, longest_shown_path))});
        }
        return std::nullopt;
    }

private:
    // All ways to read the first `end` parts as a fact of a thing of `kind`, which `path` leads to.
    void find(model::KindId kind, std::size_t end, FactPath& path) {
        if (found_.size() > 1) return;
        bool is_known = false;
        for (std::size_t begin = end; begin-- > 0;) {
            const auto step = step_of(kind, joined(begin, end), begin);
            if (!step) continue;
            is_known = true;
            path.push_back(*step);
            if (begin == 0) {
                found_.push_back(path);
            } else if (const auto next = kind_behind(*step, begin)) {
                find(*next, begin, path);
            }
            path.pop_back();
        }
        if (!is_known && end < failure_end_) fail_unknown(kind, end);
    }

    std::optional<FactStep> step_of(model::KindId kind, const std::string& name, std::size_t begin) {
        if (const auto field = caseload_.keys.field(kind, name)) return step_to(*field, 0, begin);
        const std::string folded = fold_key(name);
        if (begin == 0 && without_article(folded) == key_label) return FactStep{std::string(key_label), {}, 0, {}};
        const auto numbered = numbered_name(name);
        const auto list = numbered ? caseload_.keys.field(kind, numbered->name) : std::nullopt;
        if (!list || caseload_.model->fields[*list].type.base != model::Base::Things) return std::nullopt;
        return step_to(*list, numbered->number, begin);
    }
    std::optional<FactStep> step_to(model::FieldId id, std::size_t number, std::size_t begin) {
        const model::Field& field = caseload_.model->fields[id];
        if (field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned) {
            return FactStep{field.name.text, id, number, field.type.kind};
        }
        const model::Name& thing = caseload_.model->kinds[field.kind].name;
        fail(begin, {Code::DerivedKey,
                     words_.where,
                     {word("key", field.name.text), term("thing", model::with_article(thing), "`" + thing.text + "`")},
                     {}});
        return std::nullopt;
    }
    // The kind of thing that the rest of the path is about.
    std::optional<model::KindId> kind_behind(const FactStep& step, std::size_t begin) {
        const model::Field& field = caseload_.model->fields[step.field];
        const bool is_list = field.type.base == model::Base::Things;
        if (field.type.base == model::Base::Thing || (is_list && step.number > 0)) return field.type.kind;
        if (is_list) {
            const model::Name& kind = caseload_.model->kinds[field.type.kind].name;
            const std::string& list = kind.plural.empty() ? step.key : kind.plural;
            fail(begin,
                 {Code::PathThroughList, words_.where, {word("name", list), word("example", kind.text + " 1")}, {}});
        } else {
            fail(begin, {Code::UnknownKey,
                         words_.where,
                         {thing_argument(field.name), word("key", bare_part(parts_[begin - 1]))},
                         {}});
        }
        return std::nullopt;
    }

    void fail_unknown(model::KindId kind, std::size_t end) {
        const std::string name = bare_part(parts_[end - 1]);
        fail(end,
             {Code::UnknownKey,
              words_.where,
              {thing_argument(caseload_.model->kinds[kind].name), word("key", to_printable(name, longest_shown_path))},
              notes_on_names(name, caseload_.keys.names(kind))});
    }
    // Of several ways that lead nowhere, the one that came farthest is told.
    void fail(std::size_t end, Diagnostic why) {
        if (end >= failure_end_) return;
        failure_end_ = end;
        failure_ = std::move(why);
    }

    [[nodiscard]] std::string joined(std::size_t begin, std::size_t end) const {
        std::string text = parts_[begin];
        for (std::size_t index = begin + 1; index < end; ++index) text += " van " + parts_[index];
        return text;
    }
    [[nodiscard]] Argument shown_path() const { return word("path", to_printable(words_.text, longest_shown_path)); }
    static std::string to_words(const FactPath& path) {
        std::string text;
        for (const FactStep& step : path) text += (text.empty() ? "" : ": ") + step.key;
        return text;
    }

    const Node& words_;
    const Caseload& caseload_;
    std::vector<std::string> parts_;
    std::vector<FactPath> found_;
    std::optional<Diagnostic> failure_;
    std::size_t failure_end_ = 0;
};

}  // namespace

std::optional<FactPath> fact_path_from_words(const Node& words, model::KindId root, const Caseload& caseload,
                                             Diagnostics& diagnostics) {
    return PathFinder(words, root, caseload).finish(diagnostics);
}

}  // namespace toets::cases
