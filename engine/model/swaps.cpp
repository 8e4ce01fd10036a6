#include "model/swaps.h"

#include <algorithm>

#include "model/agreed_numbers.h"
#include "model/conditions.h"
#include "model/event_keys.h"
#include "model/print.h"
#include "model/tallies.h"

namespace toets::model {

namespace {

// Those that are no period, for a message.
std::string value_dimensions(const Tally& tally) {
    std::string words;
    for (const TallyDimension& dimension : tally.dimensions) {
        if (dimension.value.is_valid()) words += (words.empty() ? "`" : ", `") + dimension.words + "`";
    }
    return words;
}

class SwapReader {
public:
    SwapReader(Context& context, const Place& place, const syntax::SwapClause& clause, Span where, Tally& tally)
        : context_(context), place_(place), clause_(clause), where_(where), tally_(tally) {}

    void read() {
        check_has_numbers(context_, place_, where_, "bij elke … gaat … over");
        const auto event = things_named(context_, clause_.event);
        if (!event) return;
        if (context_.kind(event->kind).category != KindCategory::Event) {
            context_.report(Code::SwapNoEvent, clause_.event.where, {word("name", event->name)});
            return;
        }
        Swap swap;
        swap.where = where_;
        swap.event = context_.model.variables.add(*event);
        scope_ = {{swap.event}, place_.document};
        swap.number = number();
        const bool is_between = read_parties(swap);
        if (clause_.provided) swap.provided = read_condition(context_, scope_, *place_.tree, *clause_.provided);
        if (!swap.number.is_valid() || !is_between) return;
        if (read_keys(swap)) tally_.swap = std::move(swap);
    }

private:
    ExpressionId number() const {
        const auto reading = read_expression(context_, scope_, clause_.number, want_number());
        if (!reading) return {};
        if (reading->type.base == Base::Count) return reading->expression;
        context_.report(Code::SwapNumber, clause_.number.where,
                        {type_argument("found", reading->type, context_.model)});
        return {};
    }

    // ------------------------------------------------------------------------------------------ from whom to whom

    [[nodiscard]] bool fits(std::size_t dimension, const Type& type) const {
        const ExpressionId value = tally_.dimensions[dimension].value;
        return value.is_valid() && is_same_kind(context_.model.expressions[value].type, type);
    }

    void report_other(const syntax::Expression& written, const Type& type) const {
        context_.report(Code::SwapOfOther, written.where,
                        {word("name", text_of(written.first)), type_argument("found", type, context_.model),
                         word("dimensions", value_dimensions(tally_))});
    }

    bool read_parties(Swap& swap) const {
        const auto from = read_expression(context_, scope_, clause_.from, want_one_value());
        const auto to = read_expression(context_, scope_, clause_.to, want_one_value());
        if (!from || !to) return false;
        std::vector<std::size_t> fitting;
        for (std::size_t i = 0; i < tally_.dimensions.size(); ++i) {
            if (fits(i, from->type)) fitting.push_back(i);
        }
        if (fitting.empty()) report_other(clause_.from, from->type);
        if (fitting.size() > 1) report_several_dimensions(fitting);
        if (fitting.size() != 1) return false;
        if (!fits(fitting.front(), to->type)) {
            report_other(clause_.to, to->type);
            return false;
        }
        swap.dimension = fitting.front();
        swap.from = from->expression;
        swap.to = to->expression;
        return true;
    }

    void report_several_dimensions(const std::vector<std::size_t>& fitting) const {
        context_.report(Code::SwapBySeveral, clause_.from.where,
                        {word("name", text_of(clause_.from.first)), word("first", tally_.dimensions[fitting[0]].words),
                         word("second", tally_.dimensions[fitting[1]].words)});
    }

    // ------------------------------------------------------------------------------- where else the numbers stand

    bool read_keys(Swap& swap) const {
        swap.keys.resize(tally_.dimensions.size());
        bool is_complete = true;
        for (std::size_t i = 0; i < swap.keys.size(); ++i) {
            const TallyDimension& dimension = tally_.dimensions[i];
            if (i == swap.dimension || !dimension.value.is_valid()) continue;
            swap.keys[i] = key_of_event(context_, scope_, place_, dimension);
            if (swap.keys[i].is_valid()) continue;
            is_complete = false;
            context_.report(
                Code::SwapWithoutField, where_,
                {word("dimension", dimension.words), word("event", context_.model.variables[swap.event].name)});
        }
        return is_complete;
    }

    Context& context_;
    const Place& place_;
    const syntax::SwapClause& clause_;
    Span where_;
    Tally& tally_;
    Scope scope_;
};

// ---------------------------------------------------------------------------------------------------------- turns

class TurnReader {
public:
    TurnReader(Context& context, const Place& place, Tally& tally) : context_(context), place_(place), tally_(tally) {}

    void read() {
        for (const syntax::Clause& clause : place_.header->clauses) {
            if (const auto* turn = std::get_if<syntax::TurnClause>(&clause.kind)) read(*turn, clause.where);
        }
        for (const syntax::Clause& clause : place_.header->clauses) {
            if (const auto* tie = std::get_if<syntax::TieBreakClause>(&clause.kind)) read(*tie, clause.where);
        }
        if (turn_where_ && !has_tie_ && !has_unreadable_line(place_))
            context_.report(Code::TieBreakMissing, *turn_where_);
    }

private:
    void read(const syntax::TurnClause& clause, Span where) {
        turn_where_ = where;
        check_has_numbers(context_, place_, where, "met de grootste resterende opgave");
        const auto things = things_named(context_, clause.things);
        if (things && things->kind != context_.model.variables[tally_.counted].kind) {
            context_.report(Code::TurnOfOtherThings, clause.things.where,
                            {word("found", things->name),
                             word("counted", context_.kind(context_.model.variables[tally_.counted].kind).name.text)});
        }
        const auto dimension = dimension_named(clause.dimension);
        if (!dimension) {
            context_.report(Code::TurnByOther, clause.dimension.where,
                            {word("name", text_of(clause.dimension)), word("dimensions", value_dimensions(tally_))});
        } else if (things) {
            tally_.turn = Turn{*dimension, Turn::Tie::FirstInTable, {}, where};
        }
    }

    // One whose turn it can be: no period.
    [[nodiscard]] std::optional<std::size_t> dimension_named(const syntax::Phrase& phrase) const {
        for (std::size_t i = 0; i < tally_.dimensions.size(); ++i) {
            const TallyDimension& dimension = tally_.dimensions[i];
            const bool is_named = key_of(std::string_view(dimension.words)) == key_of(phrase);
            if (is_named && dimension.what == TallyDimension::What::Value) return i;
        }
        return std::nullopt;
    }

    void read(const syntax::TieBreakClause& clause, Span where) {
        has_tie_ = true;
        if (!turn_where_) {
            if (!has_unreadable_line(place_)) context_.report(Code::TieBreakOfNothing, where);
            return;
        }
        if (!tally_.turn) return;
        if (clause.recorded) {
            context_.report(Code::ClosedChoice, clause.recorded->where,
                            {term("expected", "niets meer: wie aan de beurt is, blijkt uit wat er daarna is toegewezen",
                                  "nothing more: whose turn it is follows from what is allocated after it"),
                             word("found", "volgens " + text_of(*clause.recorded))});
            return;
        }
        using Kind = syntax::TieBreakClause::Kind;
        if (clause.kind == Kind::Highest || clause.kind == Kind::Lowest) {
            context_.report(
                Code::ClosedChoice, clause.words.where,
                {term("expected", "`de eerste in de tabel`, `door loting` of `besluit van` met wie beslist",
                      "`de eerste in de tabel`, `door loting` or `besluit van` with who decides"),
                 word("found", (clause.kind == Kind::Highest ? "hoogste " : "laagste ") + text_of(clause.words))});
            return;
        }
        tally_.turn->tie = to_model(clause.kind);
        if (clause.kind != syntax::TieBreakClause::Kind::Decision) return;
        const Actors actors = read_actors(context_, {{}, place_.document}, {clause.words});
        tally_.turn->decided_by = to_text(context_.model, actors);
    }

    static Turn::Tie to_model(syntax::TieBreakClause::Kind kind) {
        switch (kind) {
            case syntax::TieBreakClause::Kind::FirstInTable: return Turn::Tie::FirstInTable;
            case syntax::TieBreakClause::Kind::Lot: return Turn::Tie::Lot;
            case syntax::TieBreakClause::Kind::Decision: return Turn::Tie::Decision;
            case syntax::TieBreakClause::Kind::Highest:
            case syntax::TieBreakClause::Kind::Lowest: break;
        }
        return Turn::Tie::FirstInTable;
    }

    Context& context_;
    const Place& place_;
    Tally& tally_;
    std::optional<Span> turn_where_;
    bool has_tie_ = false;
};

}  // namespace

void read_swap(Context& context, const Place& place, Tally& tally) {
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* swap = std::get_if<syntax::SwapClause>(&clause.kind);
        if (swap != nullptr) SwapReader(context, place, *swap, clause.where, tally).read();
    }
}

void read_turn(Context& context, const Place& place, Tally& tally) { TurnReader(context, place, tally).read(); }

}  // namespace toets::model
