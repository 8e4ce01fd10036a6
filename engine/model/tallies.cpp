#include "model/tallies.h"

#include <algorithm>

#include "base/match.h"
#include "model/agreed_numbers.h"
#include "model/carry_over.h"
#include "model/conditions.h"
#include "model/fields.h"
#include "model/localities.h"
#include "model/print.h"
#include "model/swaps.h"
#include "model/validity.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

TallyKind to_model(syntax::TallyKind kind) {
    switch (kind) {
        case syntax::TallyKind::Contingent: return TallyKind::Contingent;
        case syntax::TallyKind::Spread: return TallyKind::Spread;
        case syntax::TallyKind::Share: return TallyKind::Share;
    }
    return TallyKind::Contingent;
}

class TallyReader {
public:
    TallyReader(Context& context, const Place& place, const syntax::TallyHeader& header)
        : context_(context), place_(place), header_(header) {}

    std::optional<Tally> read() {
        tally_.kind = to_model(header_.kind);
        tally_.name = name_text(header_.name);
        tally_.document = place_.document;
        tally_.validity = validity_of(context_, place_);
        tally_.source = source_of(context_, place_);
        tally_.where = place_.header->where;
        each<syntax::CountsClause>([this](const auto& counts) { read_counted(counts); });
        if (!tally_.counted.is_valid()) return std::nullopt;
        scope_ = {{tally_.counted}, place_.document};
        each<syntax::MomentClause>([this](const auto& moment) { read_moment(moment); });
        each<syntax::CountsClause>([this](const auto& counts) {
            tally_.filter = in_place_too(context_, scope_, place_.document, filter(counts.filter, scope_));
        });
        each<syntax::NotCountedClause>(
            [this](const auto& not_counted) { tally_.not_counted.push_back(filter(not_counted.condition, scope_)); });
        each<syntax::PerClause>([this](const auto& per) { read_dimensions(per); });
        each<syntax::OutOfClause>([this](const auto& out_of) { read_denominator(out_of); });
        each<syntax::TableClause>([this](const auto& table) { read_agreed_numbers(context_, table, where_, tally_); });
        each<syntax::LimitClause>([this](const auto& limit) { read_limit(limit); });
        each<syntax::ThresholdClause>([this](const auto& threshold) { read_threshold(threshold); });
        read_carry_over(context_, place_, tally_);
        read_swap(context_, place_, tally_);
        read_turn(context_, place_, tally_);
        list_what_is_not_counted_yet();
        check_what_is_judged();
        return std::move(tally_);
    }

private:
    template <class Wanted, class Read>
    void each(Read read) {
        for (const syntax::Clause& clause : place_.header->clauses) {
            const auto* wanted = std::get_if<Wanted>(&clause.kind);
            if (wanted == nullptr) continue;
            where_ = clause.where;
            read(*wanted);
        }
    }

    ConditionId filter(const std::optional<syntax::ConditionId>& sentence, const Scope& scope) {
        return sentence ? read_condition(context_, scope, *place_.tree, *sentence) : ConditionId{};
    }

    void read_counted(const syntax::CountsClause& counts) {
        const auto things = things_named(context_, counts.things);
        if (!things) return;
        tally_.counted = context_.model.variables.add(*things);
    }

    void read_moment(const syntax::MomentClause& moment) {
        tally_.moment = read_date(context_, scope_, moment.date);
        scope_.dates.push_back({"telmoment", "het telmoment", tally_.moment});
    }

    void read_dimensions(const syntax::PerClause& per) {
        for (const syntax::Phrase& phrase : per.dimensions) {
            TallyDimension dimension;
            dimension.words = text_of(phrase);
            const std::string key = key_of(phrase);
            if (key == "kalenderjaar") {
                dimension.what = TallyDimension::What::Year;
            } else if (key == "kwartaal") {
                dimension.what = TallyDimension::What::Quarter;
            } else if (!read_value(phrase, dimension)) {
                continue;
            }
            tally_.dimensions.push_back(std::move(dimension));
        }
    }

    bool read_value(const syntax::Phrase& phrase, TallyDimension& dimension) {
        const auto value = read_phrase(context_, scope_, phrase, want_anything());
        if (!value) return false;
        const Base base = value->type.base;
        const bool can_be_counted_by = !value->is_many() && (base == Base::Organisation || base == Base::Choice ||
                                                             base == Base::Thing || base == Base::Text);
        if (!can_be_counted_by) {
            context_.report(Code::CountedByKind, phrase.where,
                            {word("name", text_of(phrase)), type_argument("found", value->type, context_.model)});
            return false;
        }
        dimension.value = value->expression;
        if (base == Base::Thing) {
            dimension.thing =
                context_.model.variables.add({context_.kind(value->type.kind).name.text, value->type.kind, {}});
        }
        return true;
    }

    void read_denominator(const syntax::OutOfClause& out_of) {
        tally_.is_share = true;
        const auto things = things_named(context_, out_of.things);
        if (!things) return;
        if (things->kind != context_.model.variables[tally_.counted].kind) {
            context_.report(Code::ShareOfOtherThings, out_of.things.where,
                            {word("counted", context_.model.variables[tally_.counted].name), word("of", things->name)});
            return;
        }
        tally_.of = context_.model.variables.add(*things);
        Scope scope = scope_;
        scope.variables = {tally_.of};
        tally_.of_filter = in_place_too(context_, scope_, place_.document, filter(out_of.filter, scope_));
        for (std::size_t i = 0; out_of.dimensions.empty() && i < tally_.dimensions.size(); ++i) {
            tally_.of_dimensions.push_back(i);
        }
        for (const syntax::Phrase& phrase : out_of.dimensions) add_of_dimension(phrase);
    }

    void add_of_dimension(const syntax::Phrase& phrase) {
        for (std::size_t i = 0; i < tally_.dimensions.size(); ++i) {
            if (key_of(std::string_view(tally_.dimensions[i].words)) == key_of(phrase)) {
                tally_.of_dimensions.push_back(i);
                return;
            }
        }
        context_.report(Code::ShareByOther, phrase.where,
                        {word("name", text_of(phrase)), word("dimensions", dimension_words(tally_))});
    }

    // ------------------------------------------------------------------------------------------------------- limits

    void read_limit(const syntax::LimitClause& limit) {
        if (limit.is_share != tally_.is_share) {
            context_.report(Code::LimitOfOther, where_,
                            {word("expected", tally_.is_share ? "het aandeel is" : "het aantal is"),
                             word("found", limit.is_share ? "het aandeel is" : "het aantal is")});
            return;
        }
        Scope scope{{}, place_.document};
        for (const TallyDimension& dimension : tally_.dimensions) {
            if (dimension.thing.is_valid()) scope.variables.push_back(dimension.thing);
        }
        auto bound = read_expression(context_, scope, limit.bound, want_number());
        if (!bound) return;
        const Base wanted = limit.is_share ? Base::Percentage : Base::Count;
        if (bound->type.base != wanted && bound->type.base != Base::Number) {
            context_.report(Code::LimitKind, limit.bound.where,
                            {type_argument("expected", simple_type(wanted), context_.model),
                             type_argument("found", bound->type, context_.model)});
            return;
        }
        bound = coerce(context_, *bound, simple_type(wanted));
        tally_.limit = TallyLimit{model::to_model(limit.comparison), bound->expression, where_};
    }

    void read_threshold(const syntax::ThresholdClause& threshold) {
        const auto things = things_named(context_, threshold.things);
        if (!things) return;
        tally_.threshold = threshold.count;
    }

    void list_what_is_not_counted_yet() {
        each<syntax::NotYetClause>([this](const auto& later) {
            tally_.not_yet.push_back({later.construct, later.nl, later.en});
        });
    }

    void check_what_is_judged() {
        if (tally_.kind != TallyKind::Contingent || !tally_.numbers.empty()) return;
        if (!has_numbers(place_) && !tally_.limit) context_.report(Code::NothingAgreed, place_.header->heading);
    }

    Context& context_;
    const Place& place_;
    const syntax::TallyHeader& header_;
    Tally tally_;
    Scope scope_;
    Span where_;
};

}  // namespace

std::optional<Variable> things_named(Context& context, const syntax::Phrase& phrase) {
    const std::string key = key_of(phrase);
    const auto kind = context.names.kinds.find(key);
    if (kind != context.names.kinds.end()) return Variable{context.kind(kind->second).name.text, kind->second, {}};
    const auto sub_kind = context.names.sub_kinds.find(key);
    if (sub_kind == context.names.sub_kinds.end()) {
        report_unknown_kind(context, phrase);
        return std::nullopt;
    }
    const SubKind& found = context.model.sub_kinds[sub_kind->second];
    return Variable{found.name.text, found.base, sub_kind->second};
}

void read_tallies(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        const auto* header = std::get_if<syntax::TallyHeader>(&place.header->kind);
        if (header == nullptr) continue;
        auto tally = TallyReader(context, place, *header).read();
        if (!tally) continue;
        const auto is_same = [&tally](const Tally& other) {
            return other.kind == tally->kind &&
                   key_of(std::string_view(other.name)) == key_of(std::string_view(tally->name));
        };
        const auto found = std::find_if(context.model.tallies.begin(), context.model.tallies.end(), is_same);
        if (found != context.model.tallies.end()) {
            context.report(Code::TallyTwice, place.header->heading, {word("name", tally->name)},
                           {{Code::DeclaredHereNote, found->where, {}}});
            continue;
        }
        context.model.tallies.add(std::move(*tally));
    }
}

}  // namespace toets::model
