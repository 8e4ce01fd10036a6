// The lines of a procedure (C68-C71), with what stands one step deeper under them.
#include "syntax/keywords.h"
#include "syntax/reading.h"
#include "syntax/sentence_checks.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

// `laatste kans door de corporatie | de zorgaanbieder`: the first `door` ends the name.
void split_performer(StepClause& step, const Phrase& first) {
    const auto is_by = [](const Word& word) { return word.kind == WordKind::Link && word.folded == "door"; };
    const auto by = std::find_if(first.words.begin(), first.words.end(), is_by);
    const std::vector<Word> name(first.words.begin(), by);
    if (!name.empty()) step.name = to_declared_name(to_phrase(name));
    if (by == first.words.end() || by + 1 == first.words.end()) return;
    step.who.insert(step.who.begin(), to_phrase(std::vector<Word>(by + 1, first.words.end())));
}

std::optional<StepCondition> to_step_condition(Reading& reading, const Line& line) {
    const Child child = only_child(reading, line, "vereist");
    if (child.line == nullptr) return std::nullopt;
    StepCondition result{{}, child.line->where_all()};
    if (child.clause() == nullptr) {
        result.condition = reading.add(Invalid{}, child.line->where());
        return result;
    }
    const Node* sentence = child.clause()->find(Rule::Sentence);
    result.condition = sentence != nullptr ? to_condition(reading, *sentence, *child.line)
                                           : to_legs(reading, *child.clause()->find(Rule::ListHead), *child.line);
    return result;
}

Clause::Kind to_step(Reading& reading, const Node& clause, const Line& line) {
    StepClause step;
    std::vector<Phrase> phrases = to_phrases(*clause.find(Rule::Phrases));
    step.who.assign(phrases.begin() + 1, phrases.end());
    split_performer(step, phrases.front());
    for (const Node* time : clause.all(Rule::Time)) {
        step.times.push_back(to_time(*time));
        check_time(reading, step.times.back());
    }
    step.requirement = to_step_condition(reading, line);
    if (step.name.name.words.empty() || step.who.empty()) {
        reading.diagnostics.report(Code::StepWithoutPerformer, line.where());
        return InvalidClause{};
    }
    check_name(reading, step.name.name);
    check_parties(reading, step.who);
    return step;
}

Clause::Kind to_skip(Reading& reading, const Node& clause, const Line& line) {
    const Node* sentence = clause.find(Rule::Sentence);
    SkipClause skip{to_phrases(*clause.find(Rule::Phrases)),
                    sentence != nullptr ? to_condition(reading, *sentence, line)
                                        : to_legs(reading, *clause.find(Rule::ListHead), line),
                    std::nullopt};
    const Token* verb = clause.find(TokenKind::MayLapse);
    if (verb == nullptr) verb = clause.find(TokenKind::MayLapseThat);
    skip.plural = verb->text.starts_with("mogen");
    check_parties(reading, skip.steps);
    const Child child = only_child(reading, line, "mits");
    if (child.line == nullptr) return skip;
    const bool is_duty = child.clause() != nullptr && child.clause()->find(Rule::Duty) != nullptr;
    if (!is_duty) return InvalidClause{};
    skip.provided = to_duty(reading, *child.clause());
    return skip;
}

}  // namespace

Child only_child(Reading& reading, const Line& line, std::string_view opener) {
    Child found;
    for (const Line& child : line.children) {
        if (child.kind == Line::Kind::Bullet) continue;
        if (!has_words_at(child.words, 0, opener)) {
            report_wrong_child(reading, child);
        } else if (found.line != nullptr) {
            reading.diagnostics.report(
                Code::ClauseRepeated, child.where(),
                {word("header", words_of(line.words)), word("clause", "`" + std::string(opener) + ":`")});
        } else {
            found = {&child, parse_line(reading, child, LineKind::Clause, Rule::ClauseLine)};
            report_wrong_children(reading, child);
        }
    }
    return found;
}

std::optional<Clause::Kind> to_procedure_clause(Reading& reading, const Node& clause, const Line& line) {
    if (clause.has(TokenKind::MayLapse) || clause.has(TokenKind::MayLapseThat)) return to_skip(reading, clause, line);
    const Token* opener = clause.children.front().token;
    if (opener == nullptr) return std::nullopt;
    if (opener->kind == TokenKind::Provided) {
        reading.diagnostics.report(Code::ProvidedOutOfPlace, line.where());
        return InvalidClause{};
    }
    if (opener->kind == TokenKind::BeginsWith) return BeginsWithClause{to_phrase(*clause.find(Rule::Phrase))};
    if (opener->kind == TokenKind::Step) return to_step(reading, clause, line);
    if (opener->kind == TokenKind::EveryStep) {
        Time time = to_time(*clause.find(Rule::Time));
        check_time(reading, time);
        return EveryStepClause{std::move(time)};
    }
    if (!is_one_of(opener->kind, {TokenKind::Restarts, TokenKind::StepsBack})) return std::nullopt;
    const std::vector<const Node*> phrases = clause.all(Rule::Phrase);
    return RestartClause{opener->kind == TokenKind::StepsBack, to_phrase(*phrases[0]), to_phrase(*phrases[1])};
}

}  // namespace toets::syntax
