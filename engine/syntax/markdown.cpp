#include "syntax/markdown.h"

#include <cmark.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "syntax/keywords.h"

namespace toets::syntax {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

// Lines as cmark counts them: ended by LF, CR LF or a single CR.
std::vector<std::uint32_t> line_starts(std::string_view text) {
    std::vector<std::uint32_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool carriage_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
        if (text[i] == '\n' || carriage_return) starts.push_back(static_cast<std::uint32_t>(i + 1));
    }
    return starts;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return text;
}

// The text a reader sees: emphasis and links without their marks, line breaks as spaces.
std::string plain_text(cmark_node* block) {
    std::string text;
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(block));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* node = cmark_iter_get_node(iterator.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
        const char* literal = cmark_node_get_literal(node);
        if (literal != nullptr && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)) text += literal;
    }
    return text;
}

// Is this tag meant to be `toets`? Anything near it would otherwise be passed over in silence.
bool is_almost_tag(std::string_view info) {
    const std::string folded = fold(info);
    return folded.rfind("toets", 0) == 0 || nearest(folded.substr(0, folded.find(' ')), {"toets"}).has_value();
}

std::size_t width_of(std::string_view fence) {
    return fence.empty() ? 0 : std::min(fence.find_first_not_of(fence.front()), fence.size());
}

// A fence that opens a block: with a tag behind it, so that it cannot close the block it stands in.
bool opens_block(std::string_view line, std::string_view outer) {
    const std::string_view fence = trimmed(line);
    if (fence.empty() || outer.empty() || fence.front() != outer.front()) return false;
    const std::size_t width = width_of(fence);
    return width >= width_of(outer) && width < fence.size() && fence.find('`', width) == std::string_view::npos;
}

std::string first_word(std::string_view line) {
    const std::string_view text = trimmed(line);
    return fold(text.substr(0, std::min(text.find_first_of(" :\t"), text.size())));
}

bool is_header_word(const std::string& word) {
    static const std::vector<std::string> keywords = header_keywords();
    return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

// Signs that look like three accents and are not: too few, or other quotation marks.
std::optional<std::string_view> behind_mock_fence(std::string_view line) {
    std::string_view text = trimmed(line);
    std::size_t signs = 0;
    for (bool found = true; found && signs < 4;) {
        found = false;
        for (const std::string_view sign : {"`", "~", "\"", "'", "´", "‘", "’", "“", "”"}) {
            if (text.rfind(sign, 0) != 0) continue;
            text.remove_prefix(sign.size());
            found = true;
            ++signs;
        }
    }
    if (signs == 0) return std::nullopt;
    return trimmed(text);
}

class Collector {
public:
    Collector(const SourceText& source, Diagnostics& diagnostics)
        : source_(source), diagnostics_(diagnostics), starts_(line_starts(source.text())) {}

    std::vector<Block> run(cmark_node* document) {
        const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document));
        for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            if (event == CMARK_EVENT_ENTER) enter(cmark_iter_get_node(iterator.get()));
        }
        return std::move(blocks_);
    }

private:
    std::uint32_t line_begin(int line) const {
        const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
        return index < starts_.size() ? starts_[index] : static_cast<std::uint32_t>(source_.text().size());
    }
    Span lines(int first, int last) const { return {source_.id(), line_begin(first), line_begin(last + 1)}; }
    Span span(cmark_node* node) const {
        return trimmed_lines(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
    }

    void enter(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) add_heading(node);
        if (type == CMARK_NODE_PARAGRAPH) add_paragraph(node);
        if (type == CMARK_NODE_CODE_BLOCK) add_code(node);
    }

    void add_heading(cmark_node* node) {
        const int level = cmark_node_get_heading_level(node);
        while (!headings_.empty() && headings_.back().level >= level) headings_.pop_back();
        headings_.push_back({level, plain_text(node), span(node)});
        prose_.clear();
    }

    void add_paragraph(cmark_node* node) {
        report_mock_fences(node);
        prose_.push_back({paragraph_number(node), plain_text(node), span(node)});
    }

    // A block between two accents, or between other quotation marks, is prose to Markdown.
    void report_mock_fences(cmark_node* node) {
        const int last = cmark_node_get_end_line(node);
        for (int line = cmark_node_get_start_line(node); line <= last; ++line) {
            const Span where = trimmed_lines(line, line);
            const auto tag = behind_mock_fence(source_.text(where));
            if (!tag) continue;
            const bool opens =
                tag->empty() ? line < last && is_header_word(first_word(text_of(line + 1))) : fold(*tag) == "toets";
            if (!opens) continue;
            diagnostics_.report(Code::BlockMarksWrong, where, {word("found", std::string(source_.text(where)))});
            return;
        }
    }

    // The number of the outermost numbered list this paragraph belongs to: its lid.
    static std::optional<int> paragraph_number(cmark_node* node) {
        std::optional<int> number;
        for (cmark_node* item = node; item != nullptr; item = cmark_node_parent(item)) {
            cmark_node* list = cmark_node_parent(item);
            if (list == nullptr || cmark_node_get_type(item) != CMARK_NODE_ITEM) continue;
            if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) continue;
            int index = 0;
            for (cmark_node* at = cmark_node_previous(item); at != nullptr; at = cmark_node_previous(at)) ++index;
            number = cmark_node_get_list_start(list) + index;
        }
        return number;
    }

    void add_code(cmark_node* node) {
        const int first = cmark_node_get_start_line(node);
        const int last = cmark_node_get_end_line(node);
        const Span opening = trimmed_lines(first, first);
        const bool fenced = cmark_node_get_fence_info(node)[0] != '\0';
        const std::string_view info = fenced ? cmark_node_get_fence_info(node) : "";
        if (!fenced && is_indented_code(first)) return report_indented_fence(node);
        if (info != "toets") return report_unread(info, opening, first, last);
        const bool nested = cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_DOCUMENT;
        if (nested || source_.text()[line_begin(first)] == ' ') {
            diagnostics_.report(Code::BlockIndented, opening);
            return;
        }
        const int end = is_closed(first, last) ? last : last + 1;
        const std::vector<int> fences = fences_in(first + 1, end - 1);
        if (end > last || !fences.empty()) report_not_closed(opening);
        if (fences.empty()) return add_block(first + 1, end > last ? end_of_rules(first + 1, end) : last - 1);
        add_block(first + 1, end_of_rules(first + 1, fences.front()));
        for (std::size_t i = 0; i < fences.size(); ++i) {
            const std::string_view fence = trimmed(text_of(fences[i]));
            const int next = i + 1 < fences.size() ? fences[i + 1] : end;
            if (fence.substr(width_of(fence)) == "toets") add_block(fences[i] + 1, end_of_rules(fences[i] + 1, next));
        }
    }

    void report_not_closed(Span opening) const {
        const std::string_view fence = source_.text(opening);
        diagnostics_.report(Code::BlockNotClosed, opening,
                            {word("fence", std::string(fence.substr(0, width_of(fence))))});
    }

    // No rule begins with three accents: a block that holds such a line should have ended before it.
    [[nodiscard]] std::vector<int> fences_in(int first, int last) const {
        std::vector<int> found;
        for (int line = first; line <= last; ++line) {
            const std::string_view text = trimmed(text_of(line));
            if (text.rfind("```", 0) == 0 || text.rfind("~~~", 0) == 0) found.push_back(line);
        }
        return found;
    }

    [[nodiscard]] std::string_view text_of(int line) const { return source_.text(lines(line, line)); }

    void add_block(int first, int last) {
        blocks_.push_back({headings_, std::move(prose_), {}, {}, lines(first, last)});
        prose_.clear();
    }

    // A block of rules that opens inside this one, which was meant to end before it.
    [[nodiscard]] bool swallows_rules(Span opening, int first, int last) const {
        for (int line = first + 1; line <= last; ++line) {
            const std::string_view fence = trimmed(text_of(line));
            if (opens_block(fence, source_.text(opening)) && is_almost_tag(fence.substr(width_of(fence)))) return true;
        }
        return false;
    }

    // The last line of the rules in a block that was not closed; prose follows.
    [[nodiscard]] int end_of_rules(int first, int next) const {
        for (int line = first; line < next; ++line) {
            const std::string_view text = text_of(line);
            if (trimmed(text).empty() || text.front() == ' ' || text.front() == '\t') continue;
            if (text.front() == '#' ? text.rfind("##", 0) == 0 : !is_header_word(first_word(text))) return line - 1;
        }
        return next - 1;
    }

    // A block that is not tagged `toets`, but is almost, holds rules, or swallows a block that is.
    void report_unread(std::string_view info, Span opening, int first, int last) {
        if (is_almost_tag(info))
            return diagnostics_.report(Code::BlockTagMisspelled, opening, {word("tag", std::string(info))});
        if (swallows_rules(opening, first, last)) report_not_closed(opening);
        for (int line = first + 1; line <= last; ++line) {
            const std::string_view text = trimmed(text_of(line));
            if (text.empty() || text.front() == '#') continue;
            const std::string word_found = first_word(text);
            if (is_header_word(word_found))
                diagnostics_.report(Code::BlockWithoutTag, opening, {word("word", word_found)});
            return;
        }
    }

    // Four spaces or a tab make code of a line that has no fence.
    [[nodiscard]] bool is_indented_code(int first) const {
        const std::string_view text = trimmed(text_of(first));
        return text.rfind("```", 0) != 0 && text.rfind("~~~", 0) != 0;
    }

    // Four spaces before a fence make it a code block without a tag, in which nobody would look for rules.
    void report_indented_fence(cmark_node* node) {
        const std::string_view literal = cmark_node_get_literal(node);
        const bool holds_fence = literal.rfind("```toets", 0) == 0 || literal.rfind("~~~toets", 0) == 0;
        if (holds_fence) diagnostics_.report(Code::BlockIndented, span(node));
    }

    Span trimmed_lines(int first, int last) const {
        const std::string_view text = trimmed(source_.text(lines(first, last)));
        const auto begin = static_cast<std::uint32_t>(text.data() - source_.text().data());
        return {source_.id(), begin, begin + static_cast<std::uint32_t>(text.size())};
    }

    bool is_closed(int first, int last) const {
        if (last <= first) return false;
        const std::string_view fence = trimmed(text_of(first));
        const std::string_view text = trimmed(text_of(last));
        return text.size() >= width_of(fence) && text.find_first_not_of(fence.front()) == std::string_view::npos;
    }

    const SourceText& source_;
    Diagnostics& diagnostics_;
    std::vector<std::uint32_t> starts_;
    std::vector<Heading> headings_;
    std::vector<Paragraph> prose_;
    std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_from_markdown(const SourceText& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    const std::unique_ptr<cmark_node, FreeNode> document(
        cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
    return Collector(source, diagnostics).run(document.get());
}

}  // namespace toets::syntax
