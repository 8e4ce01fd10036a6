#include "model/value_gaps.h"

#include "model/walk.h"

namespace toets::model {

namespace {

// A parameter, definition or table, and from when until when it has a value.
struct Valued {
    const Name* name;
    Span where;
    Validity validity;
};

Validity joined(Validity one, const Validity& other) {
    if (!one.first || !other.first || *other.first < *one.first) one.first = one.first ? other.first : one.first;
    if (!one.last || !other.last || *one.last < *other.last) one.last = one.last ? other.last : one.last;
    return one;
}

std::vector<Valued> used_by(const Model& model, const RuleVersion& version) {
    Walk walk(model);
    walk.rule_version(version);
    std::vector<Valued> used;
    for (const ParameterId id : walk.parameters) {
        const Parameter& parameter = model.parameters[id];
        if (parameter.rows.empty()) continue;
        used.push_back({&parameter.name, parameter.where, {parameter.rows.front().from, parameter.last}});
    }
    for (const DefinitionId id : walk.definitions) {
        const Definition& definition = model.definitions[id];
        if (definition.versions.empty()) continue;
        Validity validity = definition.versions.front().validity;
        for (const DefinitionVersion& each : definition.versions) validity = joined(validity, each.validity);
        used.push_back({&definition.name, definition.name.where, validity});
    }
    for (const TableId id : walk.tables) {
        used.push_back({&model.tables[id].name, model.tables[id].where, model.tables[id].validity});
    }
    return used;
}

Argument date_argument(std::string name, Date date) {
    return term(std::move(name), to_words(date, Language::Dutch), to_words(date, Language::English));
}

// The rule is the first that is in force longer than the value; it is said once for each value.
class Gaps {
public:
    explicit Gaps(Context& context) : context_(context) {}

    void check(const Rule& rule, const RuleVersion& version) {
        for (const Valued& valued : used_by(context_.model, version)) {
            const Validity& rule_days = version.validity;
            const bool is_late = rule_days.first && valued.validity.first && *rule_days.first < *valued.validity.first;
            if (is_late) report_start(rule, version, valued);
            const bool ends = valued.validity.last && (!rule_days.last || *valued.validity.last < *rule_days.last);
            if (ends) report_end(rule, version, valued);
        }
    }

private:
    void report_start(const Rule& rule, const RuleVersion& version, const Valued& valued) {
        if (!starts_.emplace(valued.where.source.value, valued.where.begin).second) return;
        Date last{valued.validity.first->days - 1};
        if (version.validity.last && *version.validity.last < last) last = *version.validity.last;
        context_.report(Code::ValueStartsLate, valued.where,
                        {word("name", valued.name->text), word("rule", rule.name),
                         date_argument("first", *version.validity.first), date_argument("last", last)},
                        {{Code::DeclaredHereNote, version.where, {}}});
    }
    void report_end(const Rule& rule, const RuleVersion& version, const Valued& valued) {
        if (!ends_.emplace(valued.where.source.value, valued.where.begin).second) return;
        context_.report(
            Code::ValueEnds, valued.where,
            {word("name", valued.name->text), word("rule", rule.name), date_argument("last", *valued.validity.last)},
            {{Code::DeclaredHereNote, version.where, {}}});
    }

    Context& context_;
    using Place = std::pair<std::uint32_t, std::uint32_t>;
    std::set<Place> starts_;
    std::set<Place> ends_;
};

}  // namespace

void check_value_gaps(Context& context) {
    Gaps gaps(context);
    for (const Rule& rule : context.model.rules) {
        for (const RuleVersion& version : rule.versions) gaps.check(rule, version);
    }
}

}  // namespace toets::model
