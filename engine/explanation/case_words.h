// The things, facts and parties of one case in words: every thing is named by its shortest path from the root of the
// case ("de begeleidingsovereenkomst van de cliënt"), every fact by its field and its thing.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "explanation/explanation.h"
#include "explanation/from_evaluation.h"

namespace toets::explanation {

// Words of the agreement that may run over several lines.
std::string on_one_line(std::string_view text);

class CaseWords {
public:
    CaseWords(const Evaluated& evaluated, std::uint32_t case_index);

    [[nodiscard]] const cases::CaseInfo& info() const { return info_; }
    [[nodiscard]] std::string thing(model::KindId kind, std::uint32_t row) const;
    // "brief 2": told apart from the others by its place in the list alone.
    [[nodiscard]] bool is_numbered(model::KindId kind, std::uint32_t row) const;
    [[nodiscard]] std::string field(model::FieldId field, std::uint32_t row) const;
    // A yes or no as a Dutch question: "of de cliënt jong is"; empty for other facts.
    [[nodiscard]] std::string question(model::FieldId field, std::uint32_t row) const;
    // Whether a list is complete: "of alle schulden van de cliënt bekend zijn".
    [[nodiscard]] std::string question_of_all(model::FieldId field, std::uint32_t row) const;
    [[nodiscard]] evaluation::Value stored(model::FieldId field, std::uint32_t row) const;
    [[nodiscard]] Value value(const model::Type& type, evaluation::Value value) const;
    [[nodiscard]] Fact fact(model::FieldId field, std::uint32_t row, evaluation::Value value) const;
    // The organisation that holds the role in this case when that is known, otherwise the role.
    [[nodiscard]] std::string name(const model::Actor& actor) const;
    [[nodiscard]] Who who(const model::Actors& actors) const;
    // Who supplies or judges the fact; of a thing or list also who supplies all that is in it. Often nobody is named.
    [[nodiscard]] Who supplier(model::FieldId field) const;
    // Why the fact was made unknown: the reader does not see it, or it may not be used. Empty for others.
    [[nodiscard]] std::optional<Missing> withheld(model::FieldId field) const;
    // Readiness check: a thing that hangs on the act alone, so that nobody can know it yet.
    [[nodiscard]] bool hangs_on_act(model::KindId kind, std::uint32_t row) const;
    // Names (`naam`) of the root and of the things it refers to.
    [[nodiscard]] std::vector<std::string> named_things() const;

    [[nodiscard]] std::string text(Span where) const;  // as written, on one line
    // A sentence as written; one that ends in a colon is followed by its bullets.
    [[nodiscard]] std::string sentence(model::ConditionId condition) const;
    [[nodiscard]] Place place(Span where) const;

private:
    using Thing = std::pair<model::KindId, std::uint32_t>;
    void visit(Thing thing, std::vector<Thing>& queue);
    void visit_reference(Thing from, model::FieldId field, std::vector<Thing>& queue);
    void visit_list(Thing from, model::FieldId field, std::vector<Thing>& queue);
    void note_role(const model::Field& field, evaluation::Value value);
    [[nodiscard]] bool is_given(Thing thing) const;
    void add(Thing thing, std::string words, std::vector<Thing>& queue);
    [[nodiscard]] std::string known_value(const model::Type& type, std::int64_t value) const;
    [[nodiscard]] std::string of(Thing thing) const;

    const model::Model& model_;
    const cases::Caseload& caseload_;
    const Sources& sources_;
    cases::CaseInfo info_;
    std::optional<Date> reference_date_;
    std::map<Thing, std::string> words_;
    std::map<model::RoleId, std::string> holders_;
    std::set<Thing> of_the_act_;
    std::set<Thing> numbered_;
};

}  // namespace toets::explanation
