#include "syntax/layout.h"

#include "syntax/keywords.h"

namespace toets::syntax {
namespace {

std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::string remark_text(std::string_view text) {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return std::string(without_trailing_blanks(text));
}

class LayoutReader {
public:
    LayoutReader(Span block, const SourceText& source, Diagnostics& diagnostics)
        : block_(block), source_(source), diagnostics_(diagnostics) {}

    Layout run(Tokens tokens) {
        Tokens line;
        for (Token& token : tokens) {
            if (token.kind == TokenKind::Newline) {
                add(std::move(line));
                line = {};
            } else {
                line.push_back(std::move(token));
            }
        }
        add(std::move(line));
        close(0);
        layout_.remarks_at_end = std::move(remarks_);
        return std::move(layout_);
    }

private:
    void add(Tokens words) {
        if (words.empty()) return;
        Line line;
        const std::uint32_t begin = std::max(source_.line_begin(words.front().where.begin), block_.begin);
        const auto length = static_cast<std::uint32_t>(
            without_trailing_blanks(source_.text({block_.source, begin, words.back().where.end})).size());
        line.written.push_back({block_.source, begin, begin + length});
        line.indent = indentation(begin, words.front().where.begin);
        if (line.indent > 0 && !open_.empty() && later_header(open_.front().words) != nullptr) {
            // Nobody reads these lines yet, so nothing about their form can be wrong.
            return open_.front().written.push_back(line.written.front());
        }
        if (words.front().kind == TokenKind::Remark) {
            remarks_.push_back(remark_text(words.front().text));
            return;
        }
        if (length > limits::line_bytes) {
            diagnostics_.report(Code::SourceLineTooLong, words.front().where,
                                {word("limit", std::to_string(limits::line_bytes))});
            line.is_readable = false;
        }
        line.words = std::move(words);
        take_bullet(line);
        take_full_stop(line);
        place(std::move(line));
    }

    // Columns of white space before the first word. A tab is reported and counted as one step.
    std::uint32_t indentation(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t columns = 0;
        bool has_tab = false;
        const std::string_view text = source_.text({block_.source, begin, end});
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (text[i] == '\t') {
                has_tab = true;
                columns += 2;
            } else if ((byte & 0xC0U) != 0x80U && byte != 0xEF) {  // a byte order mark has no width
                ++columns;
            }
        }
        if (has_tab) diagnostics_.report(Code::TabInIndentation, {block_.source, begin, end});
        return columns;
    }

    static void take_bullet(Line& line) {
        const TokenKind first = line.words.front().kind;
        if (first == TokenKind::Bar) line.kind = Line::Kind::Row;
        std::size_t length = first == TokenKind::Dash || first == TokenKind::BulletSign ? 1 : 0;
        const bool numbered = first == TokenKind::Number && line.words.size() > 1 &&
                              (line.words[1].kind == TokenKind::Dot || line.words[1].kind == TokenKind::Right);
        if (numbered) length = 2;
        if (length == 0) return;
        line.kind = Line::Kind::Bullet;
        line.words.erase(line.words.begin(), line.words.begin() + static_cast<std::ptrdiff_t>(length));
    }

    static void take_full_stop(Line& line) {
        if (!line.words.empty() && line.words.back().kind == TokenKind::Dot) line.words.pop_back();
    }

    void place(Line line) {
        if (!open_.empty() && line.kind == Line::Kind::Text && line.indent >= open_.back().indent + 4) {
            if (continues(line)) return;
        }
        if (joins_after_wrong_step(line)) return;
        close(line.indent);
        if (open_.size() >= limits::depth) {
            if (!open_.back().is_readable) return;  // said once for all its bullets
            open_.back().is_readable = false;
            return diagnostics_.report(Code::LinesNestedTooDeep, line.where(),
                                       {word("limit", std::to_string(limits::depth))});
        }
        line.remarks = std::move(remarks_);
        remarks_.clear();
        open_.push_back(std::move(line));
    }

    // Joins the line to the sentence before it; false when it is a clause that slipped too deep.
    bool continues(Line& line) {
        Line& before = open_.back();
        if (before.kind == Line::Kind::Row) {
            diagnostics_.report(
                Code::WrongIndentation, line.where(),
                {word("found", std::to_string(line.indent)), word("expected", std::to_string(before.indent))});
            line.indent = before.indent;
            return false;
        }
        if (begins_clause(line.words)) {
            diagnostics_.report(Code::ContinuationOpensClause, line.words.front().where,
                                {word("word", line.words.front().text)});
            line.indent = open_.size() == 1 ? before.indent + 2 : before.indent;
            return false;
        }
        before.written.push_back(line.written.front());
        before.is_readable = before.is_readable && line.is_readable;
        std::move(line.words.begin(), line.words.end(), std::back_inserter(before.words));
        return true;
    }

    // Reports a line that is neither as deep as another nor two deeper, and gives it the depth that was probably meant.
    // True when it was meant to continue the sentence above.
    bool joins_after_wrong_step(Line& line) {
        std::size_t parents = open_.size();
        while (parents > 0 && open_[parents - 1].indent >= line.indent) --parents;
        if (parents == 0) {
            if (line.indent > 0) report_without_header(line);
            line.indent = 0;
            return false;
        }
        const std::uint32_t parent = open_[parents - 1].indent;
        const std::uint32_t step = line.indent - parent;
        if (step == 2) return false;
        const bool is_sibling = step == 1 && parents > 1 && open_[parents - 1].kind == line.kind;
        const bool continues = step == 3 && parents > 1 && parents == open_.size() && line.kind == Line::Kind::Text &&
                               open_.back().kind != Line::Kind::Row && !begins_clause(line.words);
        const std::uint32_t meant = is_sibling ? parent : continues ? parent + 4 : parent + 2;
        report_step(line, meant);
        line.indent = meant;
        return continues && this->continues(line);
    }

    // A clause at the top of a block says more about what is missing than about its own depth.
    void report_without_header(Line& line) {
        if (!begins_clause(line.words) || line.words.front().folded == "definitie") return report_step(line, 0);
        diagnostics_.report(Code::HeaderMissing, line.where());
        line.is_readable = false;
    }

    void report_step(const Line& line, std::uint32_t expected) {
        const std::uint32_t begin = line.written.front().begin;
        const std::uint32_t end = line.words.empty() ? line.written.front().end : line.words.front().where.end;
        diagnostics_.report(Code::WrongIndentation, {block_.source, begin, end},
                            {word("found", std::to_string(line.indent)), word("expected", std::to_string(expected))});
    }

    // Ends every open line that cannot have children at this depth.
    void close(std::uint32_t indent) {
        while (!open_.empty() && open_.back().indent >= indent) {
            Line done = std::move(open_.back());
            open_.pop_back();
            (open_.empty() ? layout_.headers : open_.back().children).push_back(std::move(done));
            if (open_.empty() && indent == 0) break;
        }
    }

    Span block_;
    const SourceText& source_;
    Diagnostics& diagnostics_;
    std::vector<Line> open_;  // the path to the line before, outermost first
    std::vector<std::string> remarks_;
    Layout layout_;
};

}  // namespace

Span Line::where() const {
    if (words.empty()) return written.front();
    return join(words.front().where, words.back().where);
}

Span Line::where_all() const {
    Span all = words.empty() ? written.front() : join(words.front().where, written.back());
    const Line* last = this;
    while (!last->children.empty()) last = &last->children.back();
    all.end = std::max(all.end, last->written.back().end);
    return all;
}

bool Line::has_bullets() const {
    return std::any_of(children.begin(), children.end(), [](const Line& child) { return child.kind == Kind::Bullet; });
}

namespace {

void collect_written(const Line& line, std::vector<Span>& written) {
    written.insert(written.end(), line.written.begin(), line.written.end());
    for (const Line& child : line.children) collect_written(child, written);
}

}  // namespace

std::vector<std::string> text_as_written(const Line& line, const SourceText& source) {
    std::vector<Span> written;
    collect_written(line, written);
    const std::string_view first = source.text(written.front());
    const std::size_t indent = std::min(first.find_first_not_of(" \t"), first.size());
    std::vector<std::string> lines;
    for (const Span& span : written) {
        const std::string_view text = source.text(span);
        const std::size_t blanks = std::min(text.find_first_not_of(" \t"), text.size());
        lines.emplace_back(text.substr(std::min(indent, blanks)));
    }
    return lines;
}

Layout layout_from_tokens(Tokens tokens, Span block, const SourceText& source, Diagnostics& diagnostics) {
    return LayoutReader(block, source, diagnostics).run(std::move(tokens));
}

}  // namespace toets::syntax
