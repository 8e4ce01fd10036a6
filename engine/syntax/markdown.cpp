#include "syntax/markdown.h"

#include <cmark.h>

#include <memory>

#include "base/text.h"

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

    void add_paragraph(cmark_node* node) { prose_.push_back({paragraph_number(node), plain_text(node), span(node)}); }

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
        if (!fenced) return report_indented_fence(node);
        if (info != "toets") {
            if (is_almost_tag(info))
                diagnostics_.report(Code::BlockTagMisspelled, opening, {word("tag", std::string(info))});
            return;
        }
        const bool nested = cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_DOCUMENT;
        if (nested || source_.text()[line_begin(first)] == ' ') {
            diagnostics_.report(Code::BlockIndented, opening);
            return;
        }
        if (!is_closed(first, last)) diagnostics_.report(Code::BlockNotClosed, opening);
        const Span content = is_closed(first, last) ? lines(first + 1, last - 1) : lines(first + 1, last);
        blocks_.push_back({headings_, std::move(prose_), {}, {}, content});
        prose_.clear();
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
        const std::string_view fence = trimmed(source_.text(lines(first, first)));
        const std::string_view text = trimmed(source_.text(lines(last, last)));
        const auto width = std::min(fence.find_first_not_of(fence.front()), fence.size());
        return text.size() >= width && text.find_first_not_of(fence.front()) == std::string_view::npos;
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
