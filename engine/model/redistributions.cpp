#include "model/redistributions.h"

#include <algorithm>

#include "model/actors.h"
#include "model/carry_over.h"
#include "model/event_keys.h"
#include "model/expressions.h"
#include "model/fields.h"
#include "model/validity.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

template <class Wanted>
const syntax::Clause* clause_of(const syntax::Header& header) {
    const auto found = std::find_if(header.clauses.begin(), header.clauses.end(), [](const syntax::Clause& clause) {
        return std::holds_alternative<Wanted>(clause.kind);
    });
    return found == header.clauses.end() ? nullptr : &*found;
}

std::string first_words(const syntax::OrderClause& order) { return "op volgorde van " + text_of(order.event); }

class RedistributionReader {
public:
    RedistributionReader(Context& context, const Place& place, const std::vector<Place>& places)
        : context_(context), place_(place), places_(places), heading_(place.header->heading) {}

    std::optional<Redistribution> read(const std::string& name) {
        result_.name = name;
        result_.document = place_.document;
        result_.source = source_of(context_, place_);
        result_.where = place_.header->where;
        result_.validity = validity_of(context_, place_);
        refuse_other_keys();
        const syntax::Clause* clause = clause_of<syntax::LeftoverClause>(*place_.header);
        read_leftover(std::get<syntax::LeftoverClause>(clause->kind), clause->where);
        if (is_right_) read_order();
        read_choices();
        if (is_right_) read_tie_break();
        if (!is_right_) return std::nullopt;
        return std::move(result_);
    }

private:
    template <class... Arguments>
    void wrong(Code code, Span where, Arguments&&... arguments) {
        context_.report(code, where, std::forward<Arguments>(arguments)...);
        is_right_ = false;
    }

    void refuse_other_keys() {
        for (const syntax::Clause& clause : place_.header->clauses) {
            const auto refuse = [&](const char* words) {
                wrong(Code::KeyOfLeftover, clause.where, std::vector<Argument>{word("clause", words)});
            };
            if (std::holds_alternative<syntax::ApportionsClause>(clause.kind)) refuse("verdeelt");
            if (const auto* key = std::get_if<syntax::ShareKeyClause>(&clause.kind)) {
                refuse(key->value ? "naar rato van" : "in gelijke delen");
            }
            if (std::holds_alternative<syntax::RoundingClause>(clause.kind)) refuse("afgerond");
            if (std::holds_alternative<syntax::TableClause>(clause.kind)) refuse("aandeel");
        }
    }

    // ------------------------------------------------------------------------------------------------ what is left

    void read_leftover(const syntax::LeftoverClause& clause, Span where) {
        const auto day = closing_day(clause.day);
        if (!day) wrong(Code::ClosingDay, clause.day.where, std::vector<Argument>{word("found", text_of(clause.day))});
        result_.day = day.value_or(calendar::DayOfYear{});
        find_tally(clause.tally);
        if (!result_.tally.is_valid() || !find_recipients(clause.recipients)) return;
        find_dimension(where);
    }

    void find_tally(const syntax::Phrase& phrase) {
        std::vector<std::string> known;
        for (std::size_t index = 0; index < context_.model.tallies.size(); ++index) {
            const TallyId id = context_.model.tallies.id_at(index);
            const Tally& tally = context_.model.tallies[id];
            if (tally.kind != TallyKind::Contingent) continue;
            known.push_back(tally.name);
            if (key_of(std::string_view(tally.name)) == key_of(phrase)) result_.tally = id;
        }
        if (result_.tally.is_valid()) return;
        wrong(Code::LeftoverOfUnknown, phrase.where,
              std::vector<Argument>{word("name", name_text(phrase)), hint_argument(name_text(phrase), known)});
    }

    // A party or a kind by its name, in the singular or the plural.
    bool find_recipients(const syntax::Phrase& phrase) {
        result_.recipients = name_text(phrase);
        const std::string key = key_of(phrase);
        const auto kind = context_.names.kinds.find(key);
        if (kind != context_.names.kinds.end()) kind_ = kind->second;
        const auto role = context_.names.roles.find(
            kind_.is_valid() ? key_of(std::string_view(context_.kind(kind_).name.text)) : key);
        if (role != context_.names.roles.end()) role_ = role->second;
        if (!role_.is_valid() && !kind_.is_valid()) {
            std::vector<std::string> known;
            for (const Role& each : context_.model.roles) known.push_back(each.name.text);
            for (const Kind& each : context_.model.kinds) known.push_back(each.name.text);
            wrong(Code::UnknownRecipients, phrase.where,
                  std::vector<Argument>{word("name", name_text(phrase)), hint_argument(name_text(phrase), known)});
            return false;
        }
        result_.recipient = role_.is_valid() ? context_.model.roles[role_].name.text : context_.kind(kind_).name.text;
        return true;
    }

    [[nodiscard]] bool is_recipient(const Type& type) const {
        if (type.base == Base::Organisation) return role_.is_valid() && type.role == role_;
        return type.base == Base::Thing && kind_.is_valid() && type.kind == kind_;
    }

    void find_dimension(Span where) {
        const Tally& tally = context_.model.tallies[result_.tally];
        std::size_t found = 0;
        bool has_year = false;
        bool has_quarter = false;
        for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
            const TallyDimension& dimension = tally.dimensions[index];
            has_year = has_year || dimension.what == TallyDimension::What::Year;
            has_quarter = has_quarter || dimension.what == TallyDimension::What::Quarter;
            if (!dimension.value.is_valid()) continue;
            if (!is_recipient(context_.model.expressions[dimension.value].type)) continue;
            result_.dimension = index;
            ++found;
        }
        if (found == 1 && has_year && !has_quarter && !tally.numbers.empty()) return;
        wrong(Code::LeftoverNotByParty, where,
              std::vector<Argument>{word("name", tally.name), word("recipients", result_.recipients)},
              std::vector<Note>{{Code::DeclaredHereNote, tally.where, {}}});
    }

    // --------------------------------------------------------------------------------------------------- who asks

    void read_order() {
        const syntax::Clause* clause = clause_of<syntax::OrderClause>(*place_.header);
        if (clause == nullptr) {
            return incomplete("wie het krijgt", "who gets it", "\"op volgorde van\" met de aanvraag",
                              "\"op volgorde van\" with the request");
        }
        const syntax::Phrase& phrase = std::get<syntax::OrderClause>(clause->kind).event;
        const auto found = context_.names.kinds.find(key_of(phrase));
        if (found == context_.names.kinds.end()) {
            report_unknown_kind(context_, phrase);
            is_right_ = false;
            return;
        }
        event_ = text_of(phrase);
        where_ = phrase.where;
        const KindId kind = found->second;
        if (context_.kind(kind).category != KindCategory::Event) {
            return request_lacks("dit is geen gebeurtenis, dus het heeft geen datum",
                                 "this is no event, so it has no date");
        }
        result_.request = context_.model.variables.add({context_.kind(kind).name.text, kind, {}});
        scope_ = {{result_.request}, place_.document};
        find_asked_by(kind);
        read_keys();
    }

    ExpressionId field_of_request(FieldId field) {
        const Type own = thing_type(Base::Thing, context_.model.variables[result_.request].kind);
        const ExpressionId request = context_.add(VariableUse{result_.request}, own, where_);
        return context_.add(FieldOf{request, field}, context_.model.fields[field].type, where_);
    }

    // `de aanvraag van een corporatie`, or its one fact that is a corporation.
    void find_asked_by(KindId kind) {
        std::vector<FieldId> found;
        const FieldId owner = context_.kind(kind).owner;
        if (owner.is_valid() && is_recipient_or_kind(context_.model.fields[owner].type)) {
            found.push_back(owner);
        } else {
            for (const FieldId id : context_.kind(kind).fields) {
                const Field& field = context_.model.fields[id];
                if (!field.built_in && is_recipient_or_kind(field.type)) found.push_back(id);
            }
        }
        if (found.size() == 1) {
            result_.asked_by = field_of_request(found.front());
            return;
        }
        request_lacks("niet te zeggen is van welke " + result_.recipient + " de aanvraag is; schrijf \"gebeurtenis " +
                          event_ + " van een " + result_.recipient + "\"",
                      "it cannot be said which `" + result_.recipient + "` asks; write \"gebeurtenis " + event_ +
                          " van een " + result_.recipient + "\"");
    }
    [[nodiscard]] bool is_recipient_or_kind(const Type& type) const {
        return is_recipient(type) || (type.base == Base::Thing && kind_.is_valid() && type.kind == kind_);
    }

    void read_keys() {
        const Tally& tally = context_.model.tallies[result_.tally];
        const Place* place = place_of_tally();
        result_.keys.resize(tally.dimensions.size());
        for (std::size_t index = 0; place != nullptr && index < tally.dimensions.size(); ++index) {
            const TallyDimension& dimension = tally.dimensions[index];
            if (index == result_.dimension || !dimension.value.is_valid()) continue;
            result_.keys[index] = key_of_event(context_, scope_, *place, dimension);
            if (result_.keys[index].is_valid()) continue;
            request_lacks("het contingent telt ook `per " + dimension.words +
                              "`, en dat zegt de aanvraag niet; geef haar een gegeven met die naam",
                          "the contingent also counts `per " + dimension.words +
                              "`, and the request does not say that; give it a fact of that name");
        }
    }

    [[nodiscard]] const Place* place_of_tally() const {
        const Span where = context_.model.tallies[result_.tally].where;
        const auto found = std::find_if(places_.begin(), places_.end(), [&](const Place& each) {
            return each.header->where.source == where.source && each.header->where.begin == where.begin;
        });
        return found == places_.end() ? nullptr : &*found;
    }

    // The one count of the request; what decides a tie is none.
    void find_number() {
        const ExpressionId tie = result_.tie_value;
        const auto* used = tie.is_valid() ? std::get_if<FieldOf>(&context_.model.expressions[tie].kind) : nullptr;
        std::vector<FieldId> counts;
        for (const FieldId id : context_.kind(context_.model.variables[result_.request].kind).fields) {
            const Field& field = context_.model.fields[id];
            const bool is_tie = used != nullptr && used->field == id;
            if (!field.built_in && field.type.base == Base::Count && !is_tie) counts.push_back(id);
        }
        if (counts.size() == 1) result_.number = field_of_request(counts.front());
        if (counts.size() < 2) return;
        request_lacks(
            "de aanvraag heeft meer dan één aantal, dus niet te zeggen is hoeveel er wordt gevraagd; houd er "
            "één over",
            "the request has more than one count, so it cannot be said how many are asked for; keep one");
    }

    // ---------------------------------------------------------------------------------------------------- choices

    void read_choices() {
        const syntax::Clause* offer = clause_of<syntax::OpenOfferClause>(*place_.header);
        if (offer != nullptr) {
            result_.is_open_used = std::get<syntax::OpenOfferClause>(offer->kind).is_used;
        } else {
            incomplete("of een aanbod dat nog openstaat, gebruikt is", "whether an offer that is still open is used",
                       "\"een openstaand aanbod is gebruikt\" of \"een openstaand aanbod is over\"",
                       "\"een openstaand aanbod is gebruikt\" (used) or \"een openstaand aanbod is over\" (left over)");
        }
        const syntax::Clause* giver = clause_of<syntax::GiverClause>(*place_.header);
        if (giver != nullptr) {
            const bool is_most = std::get<syntax::GiverClause>(giver->kind).is_most_first;
            result_.gives_first = is_most ? Redistribution::Gives::MostLeft : Redistribution::Gives::FirstInTable;
        } else {
            incomplete("wie het eerst afstaat als er minder wordt gevraagd dan er over is",
                       "who gives up first when fewer are asked for than are left over",
                       "\"wie het eerst in de tabel staat, staat het eerst af\" of \"wie het meeste over heeft, staat "
                       "het eerst af\"",
                       "\"wie het eerst in de tabel staat, staat het eerst af\" (first in the table) or \"wie het "
                       "meeste over heeft, staat het eerst af\" (most left over)");
        }
    }

    void incomplete(const char* nl, const char* en, const char* line_nl, const char* line_en) {
        if (is_unreadable()) {
            is_right_ = false;
            return;
        }
        wrong(Code::LeftoverIncomplete, heading_,
              std::vector<Argument>{term("what", nl, en), term("line", line_nl, line_en)});
    }
    [[nodiscard]] bool is_unreadable() const {
        return std::any_of(place_.header->clauses.begin(), place_.header->clauses.end(), [](const auto& clause) {
            return std::holds_alternative<syntax::InvalidClause>(clause.kind);
        });
    }

    void request_lacks(std::string nl, std::string en) {
        wrong(Code::RequestIncomplete, where_,
              std::vector<Argument>{word("event", event_), term("what", std::move(nl), std::move(en))});
    }

    // ------------------------------------------------------------------------------------------------------- ties

    void read_tie_break() {
        using Kind = syntax::TieBreakClause::Kind;
        const syntax::Clause* clause = clause_of<syntax::TieBreakClause>(*place_.header);
        if (clause == nullptr) {
            return incomplete("wie voorgaat als twee op dezelfde dag vragen", "who comes first when two ask on one day",
                              "\"bij gelijke stand: door loting\", \"besluit van ...\", \"het hoogste ...\" of \"het "
                              "laagste ...\"",
                              "\"bij gelijke stand: door loting\" (by lot), \"besluit van ...\" (decision of), \"het "
                              "hoogste ...\" (highest) or \"het laagste ...\" (lowest)");
        }
        const auto& tie = std::get<syntax::TieBreakClause>(clause->kind);
        switch (tie.kind) {
            case Kind::Highest: result_.tie_break = TieBreak::Highest; break;
            case Kind::Lowest: result_.tie_break = TieBreak::Lowest; break;
            case Kind::Lot: result_.tie_break = TieBreak::Lot; break;
            case Kind::Decision:
                result_.tie_break = TieBreak::Decision;
                result_.decided_by = decider(context_, place_.document, tie.words);
                break;
            case Kind::FirstInTable:
                wrong(Code::ClosedChoice, clause->where,
                      std::vector<Argument>{
                          term("expected",
                               "`het hoogste` of `het laagste` met een gegeven, `door loting` of `besluit van` met wie",
                               "`het hoogste` or `het laagste` with a fact, `door loting` or `besluit van` with who"),
                          word("found", "de eerste in de tabel")});
                return;
        }
        const bool is_by_fact = tie.kind == Kind::Highest || tie.kind == Kind::Lowest;
        if (is_by_fact || tie.recorded) read_tie_value(is_by_fact ? tie.words : *tie.recorded);
        if (is_by_fact) {
            const std::string article = tie.article ? tie.article->folded + " " : "";
            result_.tie_words = article + text_of(tie.words);
            result_.tie_clause = article + (tie.kind == Kind::Highest ? "hoogste " : "laagste ") + text_of(tie.words);
        }
        find_number();
    }

    void read_tie_value(const syntax::Phrase& phrase) {
        result_.tie_words = text_of(phrase);
        const auto reading = read_phrase(context_, scope_, phrase, want_number());
        if (!reading) {
            is_right_ = false;
            return;
        }
        if (!rests_on(context_.model, reading->expression, result_.request)) {
            wrong(Code::SameForEveryRecipient, phrase.where,
                  std::vector<Argument>{word("fact", text_of(phrase)), word("recipient", event_)});
        }
        result_.tie_value = reading->expression;
    }

    Context& context_;
    const Place& place_;
    const std::vector<Place>& places_;
    Span heading_;
    Redistribution result_;
    KindId kind_;  // of the recipients
    RoleId role_;
    std::string event_;
    Span where_;  // of the event
    Scope scope_;
    bool is_right_ = true;
};

}  // namespace

std::string decider(Context& context, DocumentId document, const syntax::Phrase& who) {
    const Actors actors = read_actors(context, {{}, document}, {who});
    const bool is_one = actors.actors.size() == 1 && !actors.actors.front().words.empty();
    return is_one ? actors.actors.front().words : text_of(who);
}

bool is_of_leftovers(const syntax::Header& header) { return clause_of<syntax::LeftoverClause>(header) != nullptr; }

bool has_no_clause_of_leftovers(const Context& context, const Place& place) {
    bool has_none = true;
    for (const syntax::Clause& clause : place.header->clauses) {
        std::string words;
        if (const auto* order = std::get_if<syntax::OrderClause>(&clause.kind)) words = first_words(*order);
        if (std::holds_alternative<syntax::OpenOfferClause>(clause.kind)) words = "een openstaand aanbod is";
        if (std::holds_alternative<syntax::GiverClause>(clause.kind)) words = "staat het eerst af";
        if (words.empty()) continue;
        context.report(Code::OrderOfNumber, clause.where, {word("clause", words)});
        has_none = false;
    }
    return has_none;
}

void read_redistribution(Context& context, const Place& place, const std::vector<Place>& places) {
    const auto& header = std::get<syntax::ApportionmentHeader>(place.header->kind);
    auto made = RedistributionReader(context, place, places).read(name_text(header.name));
    if (made) context.model.redistributions.add(std::move(*made));
}

}  // namespace toets::model
