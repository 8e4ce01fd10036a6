#include "syntax/keywords.h"
#include "syntax/reading.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

void hoist_remarks(const Line& line, std::vector<std::string>& remarks) {
    for (const Line& child : line.children) {
        remarks.insert(remarks.end(), child.remarks.begin(), child.remarks.end());
        hoist_remarks(child, remarks);
    }
}

class ClauseReader {
public:
    ClauseReader(Reading& reading, HeaderClass header, const Line& line)
        : reading_(reading), header_(header), line_(line) {}

    std::vector<Clause> run() {
        for (std::size_t i = 0; i < line_.children.size();) i = add(i);
        check_complete();
        return std::move(clauses_);
    }

private:
    // The clause that begins at child `i`; returns the child after it.
    std::size_t add(std::size_t i) {
        const Line& child = line_.children[i];
        if (child.kind == Line::Kind::Bullet) return i + 1;  // belongs to the header's own sentence
        if (child.kind == Line::Kind::Row) return add_table(i);
        Clause clause{to_kind(child), child.where_all(), child.remarks};
        // A remark between bullets has no place of its own in the tree; it moves above the clause.
        hoist_remarks(child, clause.remarks);
        keep(std::move(clause), child);
        return i + 1;
    }

    // Of a later construct under one header it is said once that it is not supported yet.
    Clause::Kind to_kind(const Line& child) {
        const LaterConstruct* later = child.words.empty() ? nullptr : later_clause(child.words);
        const bool is_told =
            later != nullptr && std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& before) {
                const auto* same = std::get_if<NotYetClause>(&before.kind);
                return same != nullptr && same->construct == later->construct;
            });
        if (!is_told) return to_clause(reading_, header_, line_, child);
        return NotYetClause{std::string(later->construct), text_as_written(child, reading_.source),
                            std::string(later->nl), std::string(later->en)};
    }

    std::size_t add_table(std::size_t first) {
        std::vector<const Line*> rows;
        std::vector<std::string> remarks;
        std::size_t i = first;
        for (; i < line_.children.size() && line_.children[i].kind == Line::Kind::Row; ++i) {
            rows.push_back(&line_.children[i]);
            remarks.insert(remarks.end(), rows.back()->remarks.begin(), rows.back()->remarks.end());
        }
        const Span where = join(rows.front()->where(), rows.back()->where());
        keep({to_table(reading_, header_, rows), where, std::move(remarks)}, *rows.front());
        return i;
    }

    void keep(Clause clause, const Line& line) {
        if (auto* invalid = std::get_if<InvalidClause>(&clause.kind)) {
            invalid->lines = text_as_written(line, reading_.source);
        } else if (!std::holds_alternative<NotYetClause>(clause.kind)) {
            check_allowed(clause, line);
        }
        clauses_.push_back(std::move(clause));
    }

    void check_allowed(const Clause& clause, const Line& line) {
        const ClauseRule* rule = find_rule(header_, clause.kind);
        if (rule == nullptr) {
            reading_.diagnostics.report(
                Code::ClauseUnderWrongHeader, line.where(),
                {word("clause", without_marks(clause_words(clause.kind))), word("header", words_of(line_.words)),
                 word("allowed", allowed_clauses(header_))});
            return;
        }
        const bool repeated = std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& before) {
            return before.kind.index() == clause.kind.index();
        });
        if (repeated && !rule->repeatable) {
            reading_.diagnostics.report(
                Code::ClauseRepeated, line.where(),
                {word("header", words_of(line_.words)), word("clause", std::string(rule->words))});
        }
    }

    static std::string without_marks(std::string_view words) {
        std::string text(words);
        std::erase(text, '`');
        return text;
    }

    // A missing clause may well be the one that could not be read, or a kind that comes later: then it is not missing.
    void check_complete() {
        const bool damaged = std::any_of(clauses_.begin(), clauses_.end(), [](const Clause& clause) {
            return std::holds_alternative<InvalidClause>(clause.kind);
        });
        if (damaged) return;
        for (const ClauseRule* rule : rules_of(header_)) {
            if (rule->obligatory && !is_present(*rule)) {
                reading_.diagnostics.report(
                    Code::ClauseMissing, line_.where(),
                    {word("header", words_of(line_.words)), word("clause", std::string(rule->words))});
            }
        }
    }

    bool is_present(const ClauseRule& rule) const {
        return std::any_of(clauses_.begin(), clauses_.end(),
                           [&](const Clause& clause) { return clause.kind.index() == rule.clause; });
    }

    Reading& reading_;
    HeaderClass header_;
    const Line& line_;
    std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> to_clauses(Reading& reading, HeaderClass header, const Line& line) {
    return ClauseReader(reading, header, line).run();
}

}  // namespace toets::syntax
