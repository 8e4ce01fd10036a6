// Visits everything an expression or condition rests on, through definitions, tables and sub-kinds, each once.
#pragma once

#include <functional>
#include <set>

#include "model/model.h"

namespace toets::model {

// The direct parts of a node.
std::vector<ExpressionId> expressions_of(const Expression& expression);
std::vector<ExpressionId> expressions_of(const Condition& condition);
std::vector<ConditionId> conditions_of(const Expression& expression);
std::vector<ConditionId> conditions_of(const Condition& condition);

// Is the expression a date counted in working days, although its document has no calendar that knows them?
bool lacks_working_days(const Model& model, ExpressionId expression);

class Walk {
public:
    explicit Walk(const Model& model) : model_(model) {}
    void expression(ExpressionId id);
    void condition(ConditionId id);
    void rule_version(const RuleVersion& version);
    void exceptions(const std::vector<Exception>& exceptions);
    // The exemptions that may take the rule away; no part of the rule itself.
    void exempted_by(const RuleVersion& version);
    void actors(const Actors& actors);
    void duty(const Duty& duty);
    void step(const Step& step);
    void procedure(const Procedure& procedure);
    void tally(const Tally& tally);
    void apportionment(const Apportionment& apportionment);
    void redistribution(const Redistribution& redistribution);
    [[nodiscard]] const std::set<ConditionId>& conditions() const { return conditions_; }
    [[nodiscard]] const std::set<ExpressionId>& expressions() const { return expressions_; }

    std::set<ParameterId> parameters;
    std::set<DefinitionId> definitions;
    std::set<TableId> tables;
    std::set<SubKindId> sub_kinds;
    std::set<KindId> empowered;  // of events that count only as the use of a power
    // When false, stops at definitions, tables and sub-kinds: only what is named directly.
    bool through_definitions = true;

private:
    void definition(DefinitionId id);
    void table(TableId id);
    void sub_kind(SubKindId id);
    void read(const Field& field);
    void asked(const EventsAsked& events);
    void window(const TimedAct& act);
    void power_of(const RuleVersion& version);

    const Model& model_;
    std::set<ExpressionId> expressions_;
    std::set<ConditionId> conditions_;
    std::set<ExemptionId> exemptions_;
};

}  // namespace toets::model
