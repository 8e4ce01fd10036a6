#include "syntax/reading.h"
#include "syntax/sentence_checks.h"

namespace toets::syntax {

namespace {

Recurrence to_recurrence(Reading& reading, const Node& node) {
    Recurrence result;
    if (node.has(TokenKind::EachYear)) result.kind = Recurrence::Kind::Year;
    if (node.has(TokenKind::EachQuarter)) result.kind = Recurrence::Kind::Quarter;
    if (const Token* every = node.find(TokenKind::Every)) {
        result.every = to_expression(*node.find(Rule::Expression));
        result.neuter = every->text == "elk";
    } else {
        result.term = to_time(*node.find(Rule::Time));
        check_time(reading, *result.term);
    }
    if (const Node* last = node.find(Rule::LastTime)) result.until = to_expression(*last->find(Rule::Expression));
    return result;
}

}  // namespace

DutyClause to_duty(Reading& reading, const Node& clause) {
    const Node& duty = *clause.find(Rule::Duty);
    DutyClause result{to_phrases(*clause.find(Rule::Phrases)), to_phrases(*duty.find(Rule::Phrases)), {}, {}, {}};
    if (const Node* recurrence = duty.find(Rule::Recurrence)) {
        result.recurrence = to_recurrence(reading, *recurrence);
    } else {
        result.term = to_time(*duty.find(Rule::Time));
        check_time(reading, *result.term);
    }
    const Token* verb = clause.find(TokenKind::Ensures);
    if (verb == nullptr) verb = clause.find(TokenKind::Strives);
    result.plural = verb->text == "zorgen voor" || verb->text == "spannen zich in voor";
    if (const Node* leniency = duty.find(Rule::Expression)) result.leniency = to_expression(*leniency);
    check_parties(reading, result.who);
    check_parties(reading, result.act);
    return result;
}

}  // namespace toets::syntax
