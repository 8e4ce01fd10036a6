#include "model/print.h"

#include "base/match.h"

namespace toets::model {

namespace {

struct BaseWord {
    Base base;
    const char* word;
};
constexpr BaseWord base_words[] = {
    {Base::YesNo, "ja of nee"},
    {Base::Date, "datum"},
    {Base::Amount, "bedrag"},
    {Base::Count, "aantal"},
    {Base::Number, "getal"},
    {Base::Percentage, "percentage"},
    {Base::HoursPerWeek, "uur per week"},
    {Base::Duration, "duur"},
    {Base::Text, "tekst"},
    {Base::Person, "persoon"},
};

std::string choices_text(const Model& model, ChoiceListId list) {
    std::string text;
    for (const Name& value : model.choice_lists[list].values) text += (text.empty() ? "" : " | ") + value.text;
    return text;
}

const char* comparison_word(Comparison comparison) {
    switch (comparison) {
        case Comparison::Equal: return " = ";
        case Comparison::AtLeast: return " >= ";
        case Comparison::AtMost: return " <= ";
        case Comparison::MoreThan: return " > ";
        case Comparison::LessThan: return " < ";
    }
    return "";
}

const char* relation_word(DateRelation relation) {
    switch (relation) {
        case DateRelation::NotAfter: return " uiterlijk op ";
        case DateRelation::Before: return " vóór ";
        case DateRelation::On: return " op ";
        case DateRelation::NotBefore: return " niet eerder dan ";
        case DateRelation::After: return " na ";
    }
    return "";
}

const char* operator_word(ArithmeticOperator operation) {
    switch (operation) {
        case ArithmeticOperator::Add: return " + ";
        case ArithmeticOperator::Subtract: return " - ";
        case ArithmeticOperator::Multiply: return " * ";
        case ArithmeticOperator::Divide: return " / ";
    }
    return "";
}

std::string quantifier_text(Quantifier quantifier, const std::string& count) {
    switch (quantifier) {
        case Quantifier::All: return "al";
        case Quantifier::None: return "geen van";
        case Quantifier::AtLeast: return "ten minste " + count + " van";
        case Quantifier::AtMost: return "ten hoogste " + count + " van";
        case Quantifier::Exactly: return "precies " + count + " van";
    }
    return "";
}

struct ExpressionPrinter {
    const Model& model;
    const Type& type;

    [[nodiscard]] std::string text(ExpressionId id) const { return id.is_valid() ? to_text(model, id) : "-"; }
    [[nodiscard]] std::string list(const std::vector<ExpressionId>& ids) const {
        std::string result;
        for (const ExpressionId id : ids) result += (result.empty() ? "" : ", ") + text(id);
        return result;
    }
    std::string operator()(const VariableUse& it) const { return model.variables[it.variable].name; }
    std::string operator()(const CaseThing& it) const { return "zaak." + model.kinds[it.kind].name.text; }
    std::string operator()(const FieldOf& it) const { return text(it.thing) + "." + model.fields[it.field].name.text; }
    std::string operator()(const FieldOfEach& it) const {
        return text(it.things) + ".elk." + model.fields[it.field].name.text;
    }
    std::string operator()(const OnlyThose& it) const {
        return text(it.things) + "[" + model.sub_kinds[it.sub_kind].name.text + "]";
    }
    std::string operator()(const Constant& it) const { return value_text(model, type, it.value); }
    std::string operator()(const ParameterValue& it) const {
        return "parameter " + model.parameters[it.parameter].name.text;
    }
    std::string operator()(const DerivedValue& it) const {
        return text(it.self) + "." + model.definitions[it.definition].name.text;
    }
    std::string operator()(const TableValue& it) const {
        return text(it.self) + "." + model.tables[it.table].result_names[it.result].text;
    }
    std::string operator()(const CountOf& it) const {
        return "aantal(" + text(it.things) + ")" +
               (it.filter.is_valid() ? " waarvoor {\n" + to_text(model, it.filter, 4) + "}" : "");
    }
    std::string operator()(const SumOf& it) const {
        return "som(" + text(it.things) + ": " + text(it.value) + ")" +
               (it.filter.is_valid() ? " waarvoor {\n" + to_text(model, it.filter, 4) + "}" : "");
    }
    std::string operator()(const ExtremeOf& it) const { return extreme(it.extreme) + "(" + list(it.values) + ")"; }
    std::string operator()(const ExtremeOver& it) const {
        return extreme(it.extreme) + "(" + text(it.things) + ": " + text(it.value) + ")";
    }
    std::string operator()(const PeriodOn& it) const {
        return "een(" + text(it.periods) + ") waarvoor {\n" + to_text(model, it.runs, 4) + "}";
    }
    std::string operator()(const EventAt& it) const {
        return "nummer " + std::to_string(it.number) + (it.from_last ? " vanaf de laatste" : "") + "(" +
               text(it.events) + ")";
    }
    std::string operator()(const Arithmetic& it) const {
        return "(" + text(it.left) + operator_word(it.operation) + text(it.right) + ")";
    }
    std::string operator()(const PercentageOf& it) const {
        std::string result = "(" + text(it.percentage) + " van " + text(it.whole) + rounding_word(it.rounding);
        if (it.minimum.is_valid()) result += ", minimum " + text(it.minimum);
        if (it.maximum.is_valid()) result += ", maximum " + text(it.maximum);
        return result + ")";
    }
    std::string operator()(const ShiftedDate& it) const {
        const bool moves = it.end != calendar::EndOfTerm::Stays;
        return "(" + text(it.duration) +
               (it.backward       ? " vóór "
                : it.counts_start ? " vanaf "
                                  : " na ") +
               text(it.date) + (moves ? ", volgens " + model.calendars[it.calendar].name.text : "") + ")";
    }
    std::string operator()(const SuspendedTerm& it) const {
        std::string result = text(it.term);
        for (const Suspension& suspension : it.suspensions) result += ", stil tijdens " + text(suspension.periods);
        return "(" + result + ")";
    }
    std::string operator()(const FirstDay&) const { return "de eerste dag waarop het geldt"; }
    std::string operator()(const BoundDate& it) const { return model.variables[it.variable].name; }
    std::string operator()(const YearOf& it) const { return "jaar(" + text(it.date) + ")"; }
    std::string operator()(const ReferenceDate&) const { return "peildatum"; }
    std::string operator()(const NotYetExpression& it) const { return "nog niet: " + it.construct; }
    std::string operator()(const InvalidExpression&) const { return "ongeldig"; }
    static std::string extreme(Extreme extreme) { return extreme == Extreme::Highest ? "hoogste" : "laagste"; }
};

class ConditionPrinter {
public:
    ConditionPrinter(const Model& model, int depth) : model_(model), depth_(depth) {}

    std::string operator()(const IsOneOf& it) const {
        std::string values;
        for (const ExpressionId value : it.values) values += (values.empty() ? "" : " | ") + text(value);
        return line(text(it.subject) + (it.negated ? " is niet " : " is ") + values);
    }
    std::string operator()(const Compared& it) const {
        return line(text(it.left) + comparison_word(it.comparison) + text(it.right));
    }
    std::string operator()(const Between& it) const {
        return line(text(it.first) + " <= " + text(it.subject) + " <= " + text(it.last));
    }
    std::string operator()(const Aged& it) const {
        return line("leeftijd van " + text(it.birth_date) + " op " + text(it.date) +
                    (it.younger ? " jonger dan " : " ten minste ") + text(it.age));
    }
    std::string operator()(const YesNoHolds& it) const { return line(negation(it.negated) + text(it.value)); }
    std::string operator()(const PropertyHolds& it) const {
        return line(negation(it.negated) + text(it.self) + " is " + model_.definitions[it.definition].name.text);
    }
    std::string operator()(const BelongsTo& it) const {
        return line(negation(it.negated) + text(it.thing) + " is " + model_.sub_kinds[it.sub_kind].name.text);
    }
    std::string operator()(const IsParty& it) const {
        return line(negation(it.negated) + text(it.organisation) + " is partij");
    }
    std::string operator()(const Present& it) const {
        return line(negation(it.negated) + "aanwezig " + text(it.value));
    }
    std::string operator()(const HasCount& it) const {
        std::string result = line(quantifier_text(it.quantifier, text(it.count)) + " " + text(it.things));
        if (it.distinct_by.is_valid())
            result += deeper("met " + text(it.distinct_count) + " verschillende " + text(it.distinct_by));
        return result + child(it.filter);
    }
    std::string operator()(const HasDone& it) const {
        std::string result = line("gedaan " + text(it.things) + ": " + to_text(model_, it.by));
        if (!it.towards.actors.empty()) result += deeper("aan " + to_text(model_, it.towards));
        if (!it.together_with.actors.empty()) result += deeper("met " + to_text(model_, it.together_with));
        return result + child(it.filter);
    }
    std::string operator()(const ContainsAny& it) const {
        std::string values;
        for (const ExpressionId value : it.values) values += (values.empty() ? "" : " | ") + text(value);
        return line(text(it.set) + (it.negated ? " bevat geen " : " bevat ") + values);
    }
    std::string operator()(const ContainsAll& it) const { return line(text(it.set) + " bevat alle " + text(it.other)); }
    std::string operator()(const DateIs& it) const {
        return line(text(it.subject) + relation_word(it.relation) + text(it.bound));
    }
    std::string operator()(const DateBetween& it) const {
        return line(text(it.subject) + " van " + text(it.first) + " tot en met " + text(it.last));
    }
    std::string operator()(const RunsOn& it) const { return line(text(it.periods) + " loopt op " + text(it.date)); }
    std::string operator()(const Empowered& it) const {
        std::string result = line("gebruik van een bevoegdheid");
        for (const Empowered::Power& power : it.powers) result += deeper(model_.rules[power.rule].name);
        return result;
    }
    std::string operator()(const RunsFromTo& it) const {
        const std::string tolerated = it.tolerated.is_valid() ? ", onderbroken ten hoogste " + text(it.tolerated) : "";
        return line(text(it.periods) + " loopt van " + text(it.first) + " tot en met " + text(it.last) + tolerated);
    }
    std::string operator()(const RunsFor& it) const {
        return line(text(it.periods) + " loopt ten minste " + text(it.length) + (it.unbroken ? " onafgebroken" : "") +
                    " van " + text(it.first) + " tot en met " + text(it.last));
    }
    std::string operator()(const Legs& it) const {
        std::string result = line(quantifier_text(it.quantifier, std::to_string(it.count)) + ":");
        for (const Leg& leg : it.legs) {
            result += child(leg.condition);
            if (!leg.arranged_by.actors.empty())
                result +=
                    ConditionPrinter(model_, depth_ + 1).deeper("te regelen door " + to_text(model_, leg.arranged_by));
            result += to_text(model_, leg.exceptions, depth_ + 2);
        }
        return result;
    }
    std::string operator()(const ForEach& it) const {
        std::string result = line("voor elke " + model_.variables[it.item].name + " van " + text(it.things));
        if (it.filter.is_valid()) result += deeper("waarvoor") + to_text(model_, it.filter, depth_ + 2);
        return result + deeper("geldt") + to_text(model_, it.body, depth_ + 2);
    }
    std::string operator()(const Shield& it) const {
        return line("zolang") + to_text(model_, it.condition, depth_ + 1);
    }
    std::string operator()(const NamesRules& it) const {
        std::string names;
        for (const VersionOfRule& each : it.rules) {
            names += (names.empty() ? "" : " | ") + kind_word(model_.rules[each.rule].kind) + " " +
                     model_.rules[each.rule].name;
        }
        return line(text(it.text) + (it.every ? " noemt niets anders dan " : " noemt ") + names);
    }
    std::string operator()(const IsOutsider& it) const { return line(text(it.person) + " is niemand in de zaak"); }
    std::string operator()(const InTime& it) const {
        return line(text(it.date) + (it.from_act ? " niet vóór " : " niet na ") + text(it.act));
    }
    std::string operator()(const Always&) const { return line("altijd"); }
    std::string operator()(const NotYetCondition& it) const { return line("nog niet: " + it.construct); }
    std::string operator()(const InvalidCondition&) const { return line("ongeldig"); }

private:
    [[nodiscard]] std::string line(const std::string& words) const {
        return std::string(static_cast<std::size_t>(depth_) * 2, ' ') + words + "\n";
    }
    [[nodiscard]] std::string deeper(const std::string& words) const { return "  " + line(words); }
    [[nodiscard]] std::string child(ConditionId id) const {
        return id.is_valid() ? to_text(model_, id, depth_ + 1) : "";
    }
    [[nodiscard]] std::string text(ExpressionId id) const { return id.is_valid() ? to_text(model_, id) : "-"; }
    static std::string negation(bool negated) { return negated ? "niet: " : ""; }

    const Model& model_;
    int depth_;
};

}  // namespace

const char* rounding_word(Rounding rounding) {
    switch (rounding) {
        case Rounding::None: return "";
        case Rounding::Up: return " naar boven afgerond";
        case Rounding::Down: return " naar beneden afgerond";
        case Rounding::HalfUp: return " rekenkundig afgerond";
    }
    return "";
}

std::string kind_word(TallyKind kind) {
    switch (kind) {
        case TallyKind::Contingent: return "contingent";
        case TallyKind::Spread: return "spreiding";
        case TallyKind::Share: return "aandeel";
        case TallyKind::Use: return "gebruik";
    }
    return {};
}

std::string kind_word(RuleKind kind) {
    switch (kind) {
        case RuleKind::Precondition: return "voorwaarde";
        case RuleKind::TargetNorm: return "streefnorm";
        case RuleKind::Obligation: return "verplichting";
        case RuleKind::Effort: return "inspanning";
        case RuleKind::Power: return "bevoegdheid";
        case RuleKind::Ban: return "verbod";
        case RuleKind::Procedure: return "procedure";
        case RuleKind::Hardship: return "hardheidsclausule";
    }
    return "";
}

std::string to_text(const Model& model, const Type& type) {
    for (const BaseWord& it : base_words) {
        if (it.base == type.base) return it.word;
    }
    if (type.base == Base::Choice) return choices_text(model, type.choices);
    if (type.base == Base::ChoiceSet) return "lijst van " + choices_text(model, type.choices);
    if (type.base == Base::Organisation) return type.role.is_valid() ? model.roles[type.role].name.text : "organisatie";
    const std::string kind =
        type.only.is_valid() ? model.sub_kinds[type.only].name.text : model.kinds[type.kind].name.text;
    return type.base == Base::Things ? "lijst van " + kind : kind;
}

std::string value_text(const Model& model, const Type& type, std::int64_t value) {
    switch (type.base) {
        case Base::YesNo: return value != 0 ? "ja" : "nee";
        case Base::Choice: return model.choice_lists[type.choices].values[static_cast<std::size_t>(value)].text;
        case Base::Date: return to_words(Date{static_cast<std::int32_t>(value)}, Language::Dutch);
        case Base::Amount: return amount_to_words(value, Language::Dutch);
        case Base::Percentage: return to_words(Decimal{value, scale(type.base)}, Language::Dutch) + "%";
        case Base::HoursPerWeek: return to_words(Decimal{value, scale(type.base)}, Language::Dutch) + " uur per week";
        case Base::Count:
        case Base::Number: return to_words(Decimal{value, scale(type.base)}, Language::Dutch);
        case Base::Duration: return to_words(duration_from_column_value(value), Language::Dutch);
        case Base::Organisation: return model.parties[PartyId{static_cast<std::uint32_t>(value)}].name.text;
        case Base::ChoiceSet:
        case Base::Text:
        case Base::Person:
        case Base::Thing:
        case Base::Things: break;
    }
    return std::to_string(value);
}

std::string to_text(const Model& model, ExpressionId expression) {
    const Expression& it = model.expressions[expression];
    return std::visit(ExpressionPrinter{model, it.type}, it.kind);
}

std::string to_text(const Model&, const Actors& actors) {
    std::string text;
    for (const Actor& actor : actors.actors) text += (text.empty() ? "" : actors.any ? " of " : " en ") + actor.words;
    return text;
}

std::string to_text(const Model& model, ConditionId condition, int depth) {
    return std::visit(ConditionPrinter(model, depth), model.conditions[condition].kind);
}

std::string to_text(const Model& model, const std::vector<Exception>& exceptions, int depth) {
    std::string text;
    for (const Exception& exception : exceptions) {
        text += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "tenzij:\n" +
                to_text(model, exception.condition, depth + 1);
        text += to_text(model, exception.exceptions, depth + 1);
    }
    return text;
}

}  // namespace toets::model
