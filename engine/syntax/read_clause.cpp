#include <charconv>

#include "syntax/keywords.h"
#include "syntax/reading.h"
#include "syntax/sentence_checks.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

using Kind = Clause::Kind;

void report_choice(Reading& reading, const Phrase& found, const char* nl, const char* en) {
    reading.diagnostics.report(
        Code::ClosedChoice, found.where,
        {term("expected", nl, en), word("found", std::string(reading.source.text(found.where)))});
}

Kind to_level(Reading& reading, const Phrase& phrase) {
    const std::string& first = phrase.words.front().folded;
    const bool alone = phrase.words.size() == 1;
    const Word& word = phrase.words.front();
    if (first == "wet" && alone) return LevelClause{Level::Law, word, std::nullopt};
    if (first == "regio" && alone) return LevelClause{Level::Region, word, std::nullopt};
    const bool placed = first == "gemeente" || first == "corporatie";
    if (!placed || alone) {
        report_choice(reading, phrase, "`wet`, `regio`, `gemeente <naam>` of `corporatie <naam>`",
                      "`wet`, `regio`, `gemeente <name>` or `corporatie <name>`");
        return InvalidClause{};
    }
    const Phrase place = to_phrase(std::vector<Word>(phrase.words.begin() + 1, phrase.words.end()));
    return LevelClause{first == "gemeente" ? Level::Municipality : Level::Corporation, word, place};
}

std::string folded_text(const Phrase& phrase) {
    std::string text;
    for (const Word& word : phrase.words) text += (text.empty() ? "" : " ") + word.folded;
    return text;
}

Kind to_hit_rule(Reading& reading, const Phrase& phrase) {
    const std::string text = folded_text(phrase);
    if (text == "precies een") return HitRuleClause{HitRule::ExactlyOne};
    if (text == "de eerste") return HitRuleClause{HitRule::First};
    if (text == "de hoogste") return HitRuleClause{HitRule::Highest};
    if (text == "de laagste") return HitRuleClause{HitRule::Lowest};
    if (text == "de laatste") return HitRuleClause{HitRule::Last};
    if (text == "de som") return HitRuleClause{HitRule::Sum};
    report_choice(reading, phrase, "`precies één`, `de eerste`, `de hoogste`, `de laagste`, `de laatste` of `de som`",
                  "`precies één`, `de eerste`, `de hoogste`, `de laagste`, `de laatste` or `de som`");
    return InvalidClause{};
}

Kind to_paragraphs(Reading& reading, const std::vector<Phrase>& phrases) {
    ParagraphsClause result;
    for (const Phrase& phrase : phrases) {
        for (const Word& word : phrase.words) {
            if (word.folded == "en") continue;
            int number = 0;
            const char* end = word.text.data() + word.text.size();
            const auto [stop, error] = std::from_chars(word.text.data(), end, number);
            if (error != std::errc() || stop != end) {
                report_choice(reading, phrase, "het nummer van een lid, zoals `volgens lid 2`",
                              "the number of a paragraph, such as `volgens lid 2`");
                return InvalidClause{};
            }
            result.numbers.push_back(number);
        }
    }
    return result;
}

Kind to_for_every(Reading& reading, const Node& clause) {
    ForEveryClause result{to_phrase(*clause.find(Rule::Phrase)), std::nullopt, std::nullopt, is_neuter(clause)};
    for (const Property& property : to_properties(clause.find(Rule::Properties))) {
        if (const auto* hereafter = std::get_if<HereafterProperty>(&property.kind))
            result.hereafter = hereafter->name;
        else
            report_choice(reading, {{}, property.where}, "`hierna:` met een naam", "`hierna:` with a name");
    }
    if (const Node* act = clause.find(Rule::Expression)) {
        result.act = to_expression(*act);
        check_expression(reading, *result.act);
    }
    return result;
}

Kind to_party(const Node& clause) {
    PartyClause party;
    party.role = to_declared_name(to_phrase(*clause.find(Rule::Phrase)));
    party.properties = to_properties(clause.find(Rule::Properties));
    party.members = to_phrases(*clause.find(Rule::Phrases));
    return party;
}

Kind to_roles(const Node& phrases) {
    RoleClause result;
    for (const Phrase& phrase : to_phrases(phrases)) result.roles.push_back(to_declared_name(phrase));
    return result;
}

TimedAct to_timed_act(Reading& reading, const Node& clause) {
    const Node& act = *clause.find(Rule::Act);
    TimedAct result{to_phrases(*clause.find(Rule::Phrases)), to_phrases(*act.find(Rule::Phrases)), std::nullopt};
    const Token* verb = clause.find(TokenKind::Forbids);
    if (verb == nullptr) verb = clause.find(TokenKind::Decides);
    result.plural = verb->text.starts_with("mogen") || verb->text.starts_with("kunnen");
    check_parties(reading, result.who);
    check_parties(reading, result.act);
    const Node* window = act.find(Rule::Time);
    if (window == nullptr) return result;
    result.window = to_time(*window);
    check_time(reading, *result.window);
    return result;
}

// `portefeuille uit "..."`, also with its article.
bool is_portfolio(const Phrase& subject) {
    const std::size_t words = subject.words.size();
    const bool has_article = words == 2 && subject.words.front().folded == "de";
    return (words == 1 || has_article) && subject.words.back().folded == "portefeuille";
}

// A clause that began with a name: a duty, the version, or a file.
Kind to_subject_clause(Reading& reading, const Node& clause, const Line& line) {
    const std::vector<Phrase> subjects = to_phrases(*clause.find(Rule::Phrases));
    if (clause.has(TokenKind::Strives)) return EffortClause{to_duty(reading, clause)};
    if (clause.find(Rule::Duty) != nullptr) return to_duty(reading, clause);
    if (clause.has(TokenKind::Decides)) return PowerClause{to_timed_act(reading, clause)};
    if (clause.find(Rule::Act) != nullptr) return BanClause{to_timed_act(reading, clause)};
    if (auto skip = to_procedure_clause(reading, clause, line)) return std::move(*skip);
    if (auto turn = to_swap_clause(reading, clause, line)) return std::move(*turn);
    if (auto access = to_access_clause(reading, clause)) return std::move(*access);
    if (subjects.size() > 1) check_parties(reading, subjects);
    const Phrase& subject = subjects.front();
    if (const Token* path = clause.find(TokenKind::Quoted)) {
        if (is_portfolio(subject)) return PortfolioClause{path->text};
        return FromFileClause{subject, path->text};
    }
    if (const Token* verb = clause.find(TokenKind::MayChoose)) {
        return NewerVersionClause{subject, verb->text.rfind("kunnen", 0) == 0};
    }
    Expression date;
    date.first = subject;
    date.where = subject.where;
    return VersionClause{std::move(date), clause.find(TokenKind::DeterminesVersion)->text == "bepalen de versie"};
}

Kind to_dates(const Node& clause) {
    const auto dates = clause.all(TokenKind::Date);
    if (clause.has(TokenKind::ValidFrom)) return ValidityClause{to_date(*dates.front()), std::nullopt};
    if (clause.has(TokenKind::ValidBetween)) return ValidityClause{to_date(*dates[0]), to_date(*dates[1])};
    OnClause result{to_date(*dates.front()), std::nullopt};
    if (dates.size() > 1) result.known_on = to_date(*dates[1]);
    return result;
}

Kind to_condition_clause(Reading& reading, const Node& clause, TokenKind opener, const Line& line) {
    const bool is_exception = opener == TokenKind::Unless || opener == TokenKind::UnlessThat ||
                              opener == TokenKind::UnlessWhile || opener == TokenKind::UnlessWhileThat;
    if (is_exception) {
        return UnlessClause{to_exception(reading, clause, line)};
    }
    report_wrong_children(reading, line);
    const ConditionId condition = to_body(reading, clause, line);
    if (opener == TokenKind::OnlyIf || opener == TokenKind::OnlyIfThat) return OnlyIfClause{condition};
    if (opener == TokenKind::Aims || opener == TokenKind::AimsThat) return AimsForClause{condition};
    if (opener == TokenKind::AsSoonAs || opener == TokenKind::AsSoonAsThat) return AsSoonAsClause{condition};
    return RequiresClause{condition};
}

Kind to_timed_clause(Reading& reading, const Node& clause) {
    Time time = to_time(*clause.find(Rule::Time));
    check_time(reading, time);
    if (clause.has(TokenKind::Curable)) return CurableClause{std::move(time)};
    return LapseClause{to_phrase(*clause.find(Rule::Phrase)), std::move(time)};
}

Kind to_arranged_by(Reading& reading, const Node& clause) {
    ArrangedByClause result{to_phrases(*clause.find(Rule::Phrases))};
    check_parties(reading, result.who);
    return result;
}

Kind to_equated_days(const Node& clause) {
    EquatedDaysClause result;
    const std::vector<const Token*> years = clause.all(TokenKind::Number);
    result.first_year = years.front()->text;
    result.last_year = years.back()->text;
    result.days = to_phrases(*clause.find(Rule::Phrases));
    if (const Node* source = clause.find(Rule::SourceNote)) result.source = to_source(*source);
    if (clause.has(TokenKind::Unverified)) result.source = SourceClause{std::nullopt, true};
    return result;
}

std::optional<Kind> to_calendar_clause(const Node& clause, TokenKind opener) {
    if (opener == TokenKind::LeapDay28) return LeapDayClause{false};
    if (opener == TokenKind::LeapDay1) return LeapDayClause{true};
    if (opener == TokenKind::EquatedDays) return to_equated_days(clause);
    const Node* phrases = clause.find(Rule::Phrases);
    if (opener == TokenKind::FreeDays) return FreeDaysClause{to_phrases(*phrases)};
    if (opener != TokenKind::WorkingDays) return std::nullopt;
    WorkingDaysClause result{{}, clause.has(TokenKind::Until)};
    if (phrases != nullptr) result.weekdays = to_phrases(*phrases);
    for (const Node* phrase : clause.all(Rule::Phrase)) result.weekdays.push_back(to_phrase(*phrase));
    return result;
}

// C78
Kind to_small_counts(Reading& reading, const Node& clause) {
    const Phrase closing = to_phrase(*clause.find(Rule::Phrase));
    if (folded_text(closing) != "worden niet getoond") {
        report_choice(reading, closing, "`worden niet getoond`", "`worden niet getoond`");
        return InvalidClause{};
    }
    const Token& number = *clause.find(TokenKind::Number);
    const std::int64_t fewest = to_count(number);
    const bool is_whole = number.text.find(',') == std::string::npos;
    if (!is_whole || fewest < 3) {
        reading.diagnostics.report(Code::NothingTooSmall, number.where, {word("found", number.text)});
        return InvalidClause{};
    }
    return SmallCountsClause{fewest};
}

// Clauses of names only.
std::optional<Kind> to_naming_clause(Reading& reading, const Node& clause, TokenKind opener) {
    const Node* phrase = clause.find(Rule::Phrase);
    const Node* phrases = clause.find(Rule::Phrases);
    if (opener == TokenKind::Level) return to_level(reading, to_phrase(*phrase));
    if (opener == TokenKind::Terms) return TermsClause{to_phrase(*phrase), clause.has(TokenKind::WithoutShift)};
    if (opener == TokenKind::Suspends) return SuspensionClause{to_phrase(*phrase), is_neuter(clause)};
    if (opener == TokenKind::HitRule) return to_hit_rule(reading, to_phrase(*phrase));
    if (opener == TokenKind::Party) return to_party(clause);
    if (opener == TokenKind::Uses) return UsesClause{to_phrases(*phrases)};
    if (opener == TokenKind::ShownBy) return ShownByClause{to_phrases(*phrases)};
    if (opener == TokenKind::Role) return to_roles(*phrases);
    if (opener == TokenKind::Tags) return TagsClause{to_phrases(*phrases)};
    if (opener == TokenKind::Paragraphs) return to_paragraphs(reading, to_phrases(*phrases));
    if (opener == TokenKind::ArrangedBy) return to_arranged_by(reading, clause);
    return std::nullopt;
}

Kind to_clause_kind(Reading& reading, const Node& clause, const Line& line) {
    if (clause.children.front().rule == Rule::SourceNote) return to_source(clause.children.front());
    if (auto per = to_per(clause)) return std::move(*per);
    if (auto part = to_apportionment_clause(reading, clause)) return std::move(*part);
    if (auto party = to_party_clause(reading, clause)) return std::move(*party);
    if (clause.children.front().token == nullptr) return to_subject_clause(reading, clause, line);
    const TokenKind opener = clause.children.front().token->kind;
    if (auto calendar = to_calendar_clause(clause, opener)) return std::move(*calendar);
    if (auto naming = to_naming_clause(reading, clause, opener)) return std::move(*naming);
    if (auto rank = to_precedence_clause(reading, clause, opener)) return std::move(*rank);
    if (is_one_of(opener, {TokenKind::ValidFrom, TokenKind::ValidBetween, TokenKind::OnDate})) return to_dates(clause);
    if (opener == TokenKind::OnDefault) return DefaultClause{to_duty(reading, clause)};
    if (auto part = to_procedure_clause(reading, clause, line)) return std::move(*part);
    if (auto part = to_tally_clause(reading, clause, line)) return std::move(*part);
    if (auto swap = to_swap_clause(reading, clause, line)) return std::move(*swap);
    if (opener == TokenKind::CountsBelow) return to_small_counts(reading, clause);
    if (opener == TokenKind::ForEvery) return to_for_every(reading, clause);
    if (opener == TokenKind::Lapse || opener == TokenKind::Curable) return to_timed_clause(reading, clause);
    if (opener == TokenKind::Facts) return to_facts(reading, line);
    if (opener == TokenKind::Expects) return to_expectations(reading, line);
    return to_condition_clause(reading, clause, opener, line);
}

bool allows_children(const Kind& kind) {
    return std::holds_alternative<UnlessClause>(kind) || std::holds_alternative<RequiresClause>(kind) ||
           std::holds_alternative<OnlyIfClause>(kind) || std::holds_alternative<AimsForClause>(kind) ||
           std::holds_alternative<AsSoonAsClause>(kind) || std::holds_alternative<StepClause>(kind) ||
           std::holds_alternative<SkipClause>(kind) || std::holds_alternative<NotCountedClause>(kind) ||
           std::holds_alternative<SwapClause>(kind) || std::holds_alternative<CountsClause>(kind) ||
           std::holds_alternative<OutOfClause>(kind);
}

Kind to_field(Reading& reading, const Line& line) {
    const ParsedLine parsed = parse_line(reading, line, LineKind::Field, Rule::FieldLine);
    if (!parsed.node) return InvalidClause{};
    const Node& field = *parsed.node->find(Rule::Field);
    FieldClause result{to_declared_name(to_phrase(*field.find(Rule::Phrase))),
                       to_type(reading, *field.find(Rule::Type)), to_properties(field.find(Rule::Properties))};
    check_name(reading, result.name.name);
    return result;
}

Kind to_parameter_row(Reading& reading, const Line& line) {
    const ParsedLine parsed = parse_line(reading, line, LineKind::ParameterRow, Rule::ParameterLine);
    if (!parsed.node) return InvalidClause{};
    const Node& row = *parsed.node->find(Rule::ParameterRow);
    ParameterRowClause result{to_expression(*row.find(Rule::Expression)), to_date(*row.find(TokenKind::Date)),
                              std::nullopt};
    if (const Node* source = row.find(Rule::SourceNote)) result.source = to_source(*source);
    if (row.has(TokenKind::Unverified)) result.source = SourceClause{std::nullopt, true};
    check_expression(reading, result.value);
    return result;
}

// Under a kind or a parameter only these two are clauses; everything else is a field or a row (taal.md 2.I).
bool is_source_or_validity(const Reading& reading, const Line& line) {
    const bool opener = reading.phrases.opener_length(line.words, 0, LineKind::Clause) > 0;
    const std::string& first = line.words.front().folded;
    return opener && (first == "bron" || first == "geldig");
}

void report_misplaced(Reading& reading, HeaderClass header, const Line& header_line, const Line& line) {
    reading.diagnostics.report(Code::ClauseUnderWrongHeader, line.where(),
                               {word("clause", words_of(line.words, 4)), word("header", words_of(header_line.words)),
                                word("allowed", allowed_clauses(header))});
}

Kind to_ordinary_clause(Reading& reading, HeaderClass header, const Line& line) {
    const LineKind kind = header == HeaderClass::Example ? LineKind::ExampleClause : LineKind::Clause;
    const ParsedLine parsed = parse_line(reading, line, kind, Rule::ClauseLine);
    if (!parsed.node) return InvalidClause{};
    Kind clause = to_clause_kind(reading, *parsed.node->find(Rule::Clause), line);
    if (!allows_children(clause)) report_wrong_children(reading, line);
    return clause;
}

}  // namespace

Clause::Kind to_clause(Reading& reading, HeaderClass header, const Line& header_line, const Line& line) {
    if (line.words.empty()) return InvalidClause{};
    if (const LaterConstruct* later = later_clause(line.words)) {
        reading.diagnostics.report(Code::NotYetSupported, line.where(),
                                   {term("construct", std::string(later->nl), std::string(later->en)),
                                    word("header", words_of(header_line.words))});
        return NotYetClause{std::string(later->construct), text_as_written(line, reading.source),
                            std::string(later->nl), std::string(later->en)};
    }
    const bool of_names = header == HeaderClass::Kind || header == HeaderClass::Parameter;
    if (!of_names || is_source_or_validity(reading, line)) return to_ordinary_clause(reading, header, line);
    if (begins_clause(line.words) && !find_words(line.words, ":")) {
        report_misplaced(reading, header, header_line, line);
        return InvalidClause{};
    }
    report_wrong_children(reading, line);
    return header == HeaderClass::Kind ? to_field(reading, line) : to_parameter_row(reading, line);
}

}  // namespace toets::syntax
