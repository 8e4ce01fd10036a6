#include "model/checks.h"

#include "base/text.h"
#include "model/first_days.h"
#include "model/overlap.h"
#include "model/shields.h"
#include "model/value_gaps.h"
#include "model/walk.h"

namespace toets::model {

namespace {

// Definitions, tables, sub-kinds and powers rest on each other; a definition may not rest on itself (taal.md 5.10).
struct Node {
    enum class What { Definition, Table, SubKind, Power };
    What what;
    std::uint32_t id;
    friend auto operator<=>(const Node&, const Node&) = default;
};

class CircleCheck {
public:
    explicit CircleCheck(Context& context) : context_(context) {}
    void visit(Node node);

private:
    std::vector<Node> needs(Node node) const;
    [[nodiscard]] const Name& name(Node node) const;
    [[nodiscard]] Span where(Node node) const;

    Context& context_;
    std::map<Node, Progress> progress_;
    std::vector<Node> path_;
};

const Name& CircleCheck::name(Node node) const {
    switch (node.what) {
        case Node::What::Definition: return context_.model.definitions[DefinitionId{node.id}].name;
        case Node::What::Table: return context_.model.tables[TableId{node.id}].name;
        case Node::What::Power: return context_.model.kinds[KindId{node.id}].name;
        case Node::What::SubKind: break;
    }
    return context_.model.sub_kinds[SubKindId{node.id}].name;
}

Span CircleCheck::where(Node node) const {
    if (node.what != Node::What::Power) return name(node).where;
    return context_.model.conditions[context_.model.kinds[KindId{node.id}].counts_when].where;
}

std::vector<Node> CircleCheck::needs(Node node) const {
    Walk walk(context_.model);
    walk.through_definitions = false;
    switch (node.what) {
        case Node::What::Definition:
            for (const DefinitionVersion& version : context_.model.definitions[DefinitionId{node.id}].versions) {
                walk.expression(version.value);
                walk.condition(version.condition);
            }
            break;
        case Node::What::Table: {
            const DecisionTable& table = context_.model.tables[TableId{node.id}];
            for (const ExpressionId input : table.inputs) walk.expression(input);
            for (const TableRow& row : table.rows) {
                for (const ConditionId cell : row.cells) walk.condition(cell);
                for (const ExpressionId result : row.results) walk.expression(result);
            }
            break;
        }
        case Node::What::SubKind: walk.condition(context_.model.sub_kinds[SubKindId{node.id}].filter); break;
        case Node::What::Power: walk.condition(context_.model.kinds[KindId{node.id}].counts_when); break;
    }
    std::vector<Node> result;
    for (const DefinitionId id : walk.definitions) result.push_back({Node::What::Definition, id.value});
    for (const TableId id : walk.tables) result.push_back({Node::What::Table, id.value});
    for (const SubKindId id : walk.sub_kinds) result.push_back({Node::What::SubKind, id.value});
    for (const KindId id : walk.empowered) result.push_back({Node::What::Power, id.value});
    return result;
}

void CircleCheck::visit(Node node) {
    const Progress progress = progress_[node];
    if (progress == Progress::Done) return;
    if (progress == Progress::Running) {
        std::string circle;
        const auto start = std::find(path_.begin(), path_.end(), node);
        for (auto it = start; it != path_.end(); ++it) circle += name(*it).text + " → ";
        const bool is_power = node.what == Node::What::Power;
        context_.report(is_power ? Code::PowerCircle : Code::Circle, where(node),
                        {word("name", name(node).text), word("circle", circle + name(node).text)});
        return;
    }
    progress_[node] = Progress::Running;
    path_.push_back(node);
    for (const Node& next : needs(node)) visit(next);
    path_.pop_back();
    progress_[node] = Progress::Done;
}

void check_circles(Context& context) {
    CircleCheck check(context);
    for (std::uint32_t i = 0; i < context.model.definitions.size(); ++i) check.visit({Node::What::Definition, i});
    for (std::uint32_t i = 0; i < context.model.tables.size(); ++i) check.visit({Node::What::Table, i});
    for (std::uint32_t i = 0; i < context.model.sub_kinds.size(); ++i) check.visit({Node::What::SubKind, i});
    for (std::uint32_t i = 0; i < context.model.kinds.size(); ++i) check.visit({Node::What::Power, i});
}

// The dates a rule could name to choose its version: the date fields of its subject.
Argument dates_argument(const Model& model, KindId kind) {
    std::string list;
    for (const FieldId id : model.kinds[kind].fields) {
        if (model.fields[id].type.base != Base::Date) continue;
        list += (list.empty() ? "" : ", ") + with_article(model.fields[id].name);
    }
    if (list.empty()) return term("dates", "", "");
    return term("dates", " Datums hier: " + list + ".", " Dates here: " + list + ".");
}

// The parameters with more than one row that a version without a date uses: of a rule of one version.
void check_parameter_dates(Context& context, Argument rule, const RuleVersion& version) {
    Walk walk(context.model);
    walk.rule_version(version);
    std::string list;
    std::vector<Note> notes;
    for (const ParameterId id : walk.parameters) {
        const Parameter& parameter = context.model.parameters[id];
        if (parameter.rows.size() < 2) continue;
        list += (list.empty() ? "`" : ", `") + parameter.name.text + "`";
        notes.push_back({Code::DeclaredHereNote, parameter.where, {}});
    }
    if (list.empty()) return;
    const KindId kind = context.model.variables[version.subject].kind;
    context.report(Code::ParameterDateMissing, version.where,
                   {std::move(rule), word("parameters", list), dates_argument(context.model, kind)}, std::move(notes));
}

// B22: which date chooses the version is never implied.
void check_version_dates(Context& context) {
    for (const Rule& rule : context.model.rules) {
        const auto found = std::find_if(rule.versions.begin(), rule.versions.end(), [](const RuleVersion& version) {
            return !version.version_date.is_valid() && version.subject.is_valid();
        });
        if (found == rule.versions.end()) continue;
        if (rule.versions.size() == 1) {
            check_parameter_dates(context, rule_argument("rule", rule), *found);
            continue;
        }
        const KindId kind = context.model.variables[found->subject].kind;
        context.report(Code::VersionDateMissing, found->where,
                       {rule_argument("rule", rule), dates_argument(context.model, kind)});
    }
}

void check_exemption_dates(Context& context) {
    for (const Exemption& exemption : context.model.exemptions) {
        if (exemption.version.version_date.is_valid()) continue;
        const std::string name = " `" + exemption.name + "`";
        check_parameter_dates(context, term("rule", "Uitzondering" + name, "Exemption" + name), exemption.version);
    }
}

// The words for the date of the act a version guards; empty when it guards none.
std::string act_words(const Context& context, const RuleVersion& version) {
    if (version.act.is_valid()) {
        const Span where = context.model.expressions[version.act].where;
        return std::string(context.sources[where.source].text(where));
    }
    if (!version.subject.is_valid()) return {};
    const Kind& kind = context.model.kinds[context.model.variables[version.subject].kind];
    return kind.category == KindCategory::Event ? with_article(kind.name) : std::string();
}

// B22 once more: with one version too the reference date is no choice for an act on another day. Said once per act.
void check_end_of_validity(Context& context) {
    std::set<std::pair<DocumentId, std::string>> said;
    for (const Rule& rule : context.model.rules) {
        const bool is_duty = rule.kind == RuleKind::Obligation || rule.kind == RuleKind::Effort;
        if (is_duty || rule.kind == RuleKind::Power || rule.versions.size() > 1) continue;
        const RuleVersion& version = rule.versions.front();
        const Validity& document = context.model.documents[rule.document].validity;
        const std::optional<Date> end = document.sure_last ? document.sure_last : document.last;
        if (version.version_date.is_valid() || !(version.validity.last || end)) continue;
        const std::string act = act_words(context, version);
        if (act.empty() || !said.emplace(rule.document, act).second) continue;
        const Date last = version.validity.last ? *version.validity.last : *end;
        context.report(Code::ReferenceDateChooses, version.where,
                       {word("name", rule.name), word("act", act),
                        term("last", to_words(last, Language::Dutch), to_words(last, Language::English))});
    }
}

void check_unused(Context& context) {
    const auto unused = [&](const Name& name, Span where) {
        context.report(Code::NeverUsed, where, {word("name", name.text)});
    };
    Walk walk(context.model);
    for (const Rule& rule : context.model.rules) {
        for (const RuleVersion& version : rule.versions) walk.rule_version(version);
    }
    for (const Exemption& exemption : context.model.exemptions) walk.rule_version(exemption.version);
    for (const Tally& tally : context.model.tallies) walk.tally(tally);
    for (const Apportionment& each : context.model.apportionments) walk.apportionment(each);
    for (const Redistribution& each : context.model.redistributions) walk.redistribution(each);
    // What a later construct uses cannot be seen yet, so nothing is called unused as long as there are any.
    const Model& model = context.model;
    const bool has_any = model.rules.size() + model.tallies.size() + model.apportionments.size() > 0;
    if (!model.not_yet.empty() || !has_any) return;
    for (std::uint32_t i = 0; i < context.model.parameters.size(); ++i) {
        const ParameterId id{i};
        if (!walk.parameters.contains(id))
            unused(context.model.parameters[id].name, context.model.parameters[id].where);
    }
    for (std::uint32_t i = 0; i < context.model.definitions.size(); ++i) {
        const DefinitionId id{i};
        if (!walk.definitions.contains(id))
            unused(context.model.definitions[id].name, context.model.definitions[id].name.where);
    }
    for (std::uint32_t i = 0; i < context.model.tables.size(); ++i) {
        const TableId id{i};
        if (!walk.tables.contains(id)) unused(context.model.tables[id].name, context.model.tables[id].where);
    }
    for (std::uint32_t i = 0; i < context.model.sub_kinds.size(); ++i) {
        const SubKindId id{i};
        if (!walk.sub_kinds.contains(id)) unused(context.model.sub_kinds[id].name, context.model.sub_kinds[id].where);
    }
}

// 5.16: a condition of which some leg has nobody to act gives a finding nobody can work with.
bool leg_has_actor(const Model& model, const RuleVersion& version, ConditionId condition) {
    if (!version.arranged_by.actors.empty()) return true;
    const Condition& it = model.conditions[condition];
    if (std::holds_alternative<HasDone>(it.kind) || std::holds_alternative<InvalidCondition>(it.kind)) return true;
    if (const auto* property = std::get_if<PropertyHolds>(&it.kind)) {
        const auto& versions = model.definitions[property->definition].versions;
        return std::all_of(versions.begin(), versions.end(), [&](const DefinitionVersion& own) {
            return own.condition.is_valid() && leg_has_actor(model, version, own.condition);
        });
    }
    const auto* legs = std::get_if<Legs>(&it.kind);
    if (legs == nullptr) return false;
    return std::all_of(legs->legs.begin(), legs->legs.end(), [&](const Leg& leg) {
        return !leg.arranged_by.actors.empty() || leg_has_actor(model, version, leg.condition);
    });
}

void check_actors(Context& context) {
    for (const Rule& rule : context.model.rules) {
        if (rule.kind != RuleKind::Precondition) continue;
        for (const RuleVersion& version : rule.versions) {
            if (!version.requirement.is_valid() || !version.not_yet.empty()) continue;
            if (!leg_has_actor(context.model, version, version.requirement)) {
                context.report(Code::NobodyToAct, version.where, {word("name", rule.name)});
            }
        }
    }
}

// Rows of a table that can never be reached under "de eerste": an earlier row asks nothing.
void check_table_rows(Context& context) {
    for (const DecisionTable& table : context.model.tables) {
        bool closed = false;
        for (const TableRow& row : table.rows) {
            if (closed && table.hit_rule == HitRule::First)
                context.report(Code::RowNeverReached, row.where, {word("name", table.name.text)});
            closed = closed || std::all_of(row.cells.begin(), row.cells.end(), [&](ConditionId cell) {
                         return std::holds_alternative<Always>(context.model.conditions[cell].kind);
                     });
        }
    }
}

// A row with a later date replaces the one before it, so those may fit both.
bool rows_overlap(const Context& context, const TableRow& one, const TableRow& other) {
    if (one.from != other.from || one.cells.size() != other.cells.size()) return false;
    for (std::size_t column = 0; column < one.cells.size(); ++column) {
        if (!surely_overlap(context.model, context.sources, one.cells[column], other.cells[column])) return false;
    }
    return true;
}

// Two rows of which exactly one may fit, and that surely both do for some case (C23).
void check_table_overlaps(Context& context) {
    for (const DecisionTable& table : context.model.tables) {
        if (table.hit_rule != HitRule::ExactlyOne) continue;
        for (std::size_t later = 1; later < table.rows.size(); ++later) {
            const auto earlier =
                std::find_if(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(later),
                             [&](const TableRow& row) { return rows_overlap(context, row, table.rows[later]); });
            if (earlier == table.rows.begin() + static_cast<std::ptrdiff_t>(later)) continue;
            context.report(Code::RowsOverlap, table.rows[later].where, {word("name", table.name.text)},
                           {{Code::OtherRowNote, earlier->where, {}}});
        }
    }
}

}  // namespace

void check_model(Context& context) {
    check_circles(context);
    if (context.diagnostics.has_errors()) return;  // the walks below need a model without circles
    check_version_dates(context);
    check_exemption_dates(context);
    check_end_of_validity(context);
    check_value_gaps(context);
    check_unused(context);
    check_actors(context);
    check_table_rows(context);
    check_table_overlaps(context);
    check_first_days(context);
    check_shields(context);
}

}  // namespace toets::model
