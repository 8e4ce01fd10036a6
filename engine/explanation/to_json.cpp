#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/match.h"
#include "diagnostics/to_text.h"
#include "explanation/codes.h"
#include "explanation/failures.h"
#include "explanation/report.h"
#include "explanation/to_text.h"

namespace toets::explanation {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Fact& fact);
Json to_json(const PeriodSeen& period);
Json to_json(const StoodStill& stood);
Json to_json(const DueTime::Found& found);
Json to_json(const DueTime& time);
Json to_json(const Moment& moment);
Json to_json(const CourseSeen& course);
Json to_json(const Window& window);
Json to_json(const RecordedAct& act);
Json to_json(const ForbiddenAct& forbidden);
Json to_json(const UsedPower::NotCounted& act);
Json to_json(const TallyPosition& position);
Json to_json(const Sought& sought);
Json to_json(const UsedNumber& number);
Json to_json(const Missing& missing);
Json to_json(const Sentence& sentence);
Json to_json(const NotCounted& event);
Json to_json(const Exception& exception);
Json to_json(const RivalRule& rival);
Json to_json(const Finding& finding);
Json to_json(const WithoutSubject& without);
Json to_json(const NotEvaluated& rule);
Json to_json(const FailedCalculation& failed);
Json to_json(const NotShown& rule);
Json to_json(const Answer& answer);

template <class Item>
Json to_array(const std::vector<Item>& items) {
    Json array = Json::array();
    for (const Item& item : items) array.push_back(to_json(item));
    return array;
}

Json to_value(const Decimal& decimal) { return toets::to_words(decimal, Language::English); }

// Amounts and other decimals are text, so that no reader makes a binary fraction of them.
Json to_json(const Value& value) {
    const auto typed = [&value](std::string_view type, Json raw) {
        return Json{{"type", type}, {"value", std::move(raw)}, {"words", to_words(value, Language::Dutch)}};
    };
    return match(
        value, [&](NotKnown) { return typed("unknown", nullptr); }, [&](KnownNone) { return typed("none", nullptr); },
        [&](YesNo yes_no) { return typed("yes_no", yes_no.value); },
        [&](Date date) { return typed("date", to_iso(date)); },
        [&](Duration duration) { return typed("duration", toets::to_words(duration, Language::Dutch)); },
        [&](Amount amount) { return typed("amount_in_cents", amount.cents); },
        [&](const Number& number) { return typed("number", to_value(number.value)); },
        [&](const Percentage& percentage) { return typed("percentage", to_value(percentage.value)); },
        [&](const HoursPerWeek& hours) { return typed("hours_per_week", to_value(hours.value)); },
        [&](Count count) { return typed("count", count.value); },
        [&](const Words& words) { return typed("words", words.text); });
}

Json to_json(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

Json to_json(const Place& place) {
    if (place.file.empty()) return nullptr;
    return Json{{"file", place.file}, {"line", place.line}, {"column", place.column}};
}

Json to_json(const Who& who) { return Json{{"names", who.names}, {"one_suffices", who.any}}; }

Json to_json(const Fact& fact) {
    return Json{{"fact", fact.words},
                {"value", to_json(fact.value)},
                {"where", to_json(fact.where)},
                {"source", fact.source.empty() ? Json(nullptr) : Json(fact.source)},
                {"known_since", to_json(fact.known_since)},
                {"class", to_code(fact.privacy)}};
}

Json to_json(const FreeDay& free) {
    const int year = to_civil(free.day).year;
    Json json{{"day", to_iso(free.day)}};
    if (free.holiday) json["holiday"] = std::string(calendar::to_words(*free.holiday, year, Language::Dutch));
    if (!free.source.empty()) json["source"] = free.source;
    return json;
}

Json to_json(const TermStep& step) {
    std::string_view what = "moved";
    if (step.what == TermStep::What::Lengthened) what = "lengthened";
    if (step.what == TermStep::What::Excluded) what = "excluded";
    Json json{{"what", what}, {"counted", to_json(step.counted)}, {"next", to_iso(step.next)}};
    if (step.article != 0) json["article"] = "Algemene termijnenwet artikel " + std::to_string(step.article);
    return json;
}

Json to_json(const StoodStill& stood) {
    return Json{{"first", to_iso(stood.first)},
                {"last", to_json(stood.last)},
                {"days", stood.days ? Json(toets::to_words(*stood.days, Language::Dutch)) : Json(nullptr)}};
}

Json to_json(const DueTime::Found& found) {
    return Json{{"who", found.who.empty() ? Json(nullptr) : Json(found.who)},
                {"state", to_code(found.state)},
                {"done_on", to_json(found.done_on)}};
}

Json to_json(const DueTime& time) {
    return Json{{"due", to_iso(time.due)}, {"last", to_iso(time.last)}, {"found", to_array(time.found)}};
}

Json to_json(const Window& window) {
    return Json{{"first", to_json(window.first)},
                {"last", to_json(window.last)},
                {"trigger", window.trigger.empty() ? Json(nullptr) : Json(window.trigger)},
                {"trigger_date", to_json(window.trigger_date)}};
}

Json to_json(const RecordedAct& act) {
    return Json{{"act", act.act},
                {"date", to_json(act.date)},
                {"by", act.by.empty() ? Json(nullptr) : Json(act.by)},
                {"is_planned", act.is_planned}};
}

Json to_json(const ForbiddenAct& forbidden) {
    Json json = to_json(forbidden.act);
    json["windows"] = to_array(forbidden.windows);
    json["exceptions"] = to_array(forbidden.exceptions);
    return json;
}

Json to_json(const UsedPower::NotCounted& act) {
    Json json = to_json(act.act);
    json["why"] = to_code(act.why);
    json["exceptions"] = to_array(act.exceptions);
    return json;
}

Json to_json(const UsedPower& power) {
    return Json{{"who", to_json(power.who)},
                {"windows", to_array(power.windows)},
                {"used", to_array(power.used)},
                {"not_counted", to_array(power.not_counted)}};
}

Json to_json(const Moment& moment) {
    return Json{{"what", to_code(moment.what)},
                {"date", to_iso(moment.day)},
                {"name", moment.name},
                {"by", to_json(moment.by)},
                {"is_planned", moment.is_planned},
                {"is_right", to_code(moment.is_right)},
                {"earliest", to_json(moment.earliest)},
                {"latest", to_json(moment.latest)},
                {"unmet", moment.unmet},
                {"ground", moment.ground}};
}

Json to_json(const CourseSeen& course) {
    return Json{{"first", to_iso(course.first)}, {"last", to_json(course.last)}, {"moments", to_array(course.moments)}};
}

Json to_json(const std::optional<Timeline>& timeline) {
    if (!timeline) return nullptr;
    Json json{{"courses", to_array(timeline->courses)},
              {"strays", to_array(timeline->strays)},
              {"quiet", nullptr},
              {"next", nullptr}};
    if (const auto& quiet = timeline->quiet) {
        json["quiet"] = Json{{"length", toets::to_words(quiet->length, Language::Dutch)}, {"without", quiet->event}};
    }
    if (!timeline->next) return json;
    const NextStep& next = *timeline->next;
    json["next"] = Json{{"name", next.name},
                        {"who", to_json(next.who)},
                        {"earliest", to_json(next.earliest)},
                        {"latest", to_json(next.latest)},
                        {"is_allowed_now", next.is_allowed},
                        {"needs", to_array(next.needs)}};
    return json;
}

Json to_json(const Shift& shift) {
    Json skipped = Json::array();
    for (const FreeDay& day : shift.skipped) skipped.push_back(to_json(day));
    Json steps = Json::array();
    for (const TermStep& step : shift.steps) steps.push_back(to_json(step));
    Json json{{"length", length_words(shift, Language::Dutch)},
              {"backward", shift.backward},
              {"counts_start", shift.counts_start},
              {"from", to_iso(shift.from)},
              {"skipped", std::move(skipped)},
              {"steps", std::move(steps)}};
    if (shift.leniency) json["leniency"] = toets::to_words(*shift.leniency, Language::Dutch);
    if (shift.stood_still.empty()) return json;
    json["stood_still"] = to_array(shift.stood_still);
    json["remaining"] = shift.remaining ? Json(toets::to_words(*shift.remaining, Language::Dutch)) : Json(nullptr);
    return json;
}

Json to_json(const Comparison& comparison) {
    Json needed = Json::array();
    for (const Value& value : comparison.needed) needed.push_back(to_json(value));
    Json json{{"subject", comparison.subject},
              {"found", to_json(comparison.found)},
              {"found_is_lower_bound", comparison.is_lower_bound},
              {"relation", to_code(comparison.relation)},
              {"needed", std::move(needed)}};
    if (comparison.arithmetic) json["arithmetic"] = to_json(*comparison.arithmetic);
    return json;
}

Json to_json(const std::optional<Stretch>& stretch) {
    if (!stretch) return nullptr;
    return Json{{"first", to_iso(stretch->first)}, {"last", to_iso(stretch->last)}, {"days", stretch->days()}};
}

Json to_json(const std::optional<Duration>& duration) {
    return duration ? Json(toets::to_words(*duration, Language::Dutch)) : Json(nullptr);
}

Json to_json(const PeriodSeen& period) {
    return Json{{"thing", period.thing},
                {"first", to_json(period.first)},
                {"last", to_json(period.last)},
                {"counts", to_code(period.counts)}};
}

Json to_json(const Coverage& coverage) {
    return Json{{"looked_at", to_array(coverage.periods)},
                {"needed", to_json(coverage.needed)},
                {"tolerated", to_json(coverage.tolerated)},
                {"gap", to_json(coverage.gap)},
                {"arranged_until", to_json(coverage.arranged_until)},
                {"arrange_before", to_json(coverage.arrange_before)},
                {"length", to_json(coverage.length)},
                {"unbroken", coverage.is_unbroken},
                {"days", coverage.days},
                {"longest", to_json(coverage.longest)}};
}

Json to_json(const Action& action) {
    return Json{{"what", to_code(action.what)},
                {"who", to_json(action.who)},
                {"about", action.about},
                {"until", to_json(action.until)},
                {"before", to_json(action.before)},
                {"act", action.act},
                {"move_to", to_json(action.move_to)},
                {"words", {{"nl", to_words(action, Language::Dutch)}, {"en", to_words(action, Language::English)}}}};
}

Json to_json(const Sought& sought) { return Json{{"column", sought.column}, {"value", to_json(sought.value)}}; }

Json to_json(const UsedNumber& number) {
    return Json{{"number", number.what},
                {"value", to_json(number.value)},
                {"row", number.row.empty() ? Json(nullptr) : Json(number.row)},
                {"since", to_json(number.since)},
                {"where", to_json(number.where)},
                {"source", number.source.empty() ? Json(nullptr) : Json(number.source)},
                {"unverified", number.is_unverified}};
}

Json to_json(const Missing& missing) {
    Json json{{"why", to_code(missing.why)},           {"what", missing.what},
              {"who", to_json(missing.who)},           {"question", question_words(missing, Language::Dutch)},
              {"sought", to_array(missing.sought)},    {"completed_by", missing.completed_by},
              {"is_of_the_act", missing.is_of_the_act}};
    if (missing.why == Missing::Why::NoConsent) json["since"] = to_json(missing.since);
    return json;
}

Json to_json(const NotCounted& event) {
    Json json{{"why", to_code(event.why)},
              {"event", event.event},
              {"date", to_json(event.date)},
              {"last_day", to_json(event.last_day)},
              {"by", event.by.empty() ? Json(nullptr) : Json(event.by)},
              {"where", to_json(event.where)}};
    if (!event.whom.empty()) json["whom"] = event.whom;
    return json;
}

Json to_json(const Sentence& sentence) {
    Json json{{"sentence", sentence.words},
              {"where", to_json(sentence.where)},
              {"truth", to_code(sentence.truth)},
              {"holds", to_code(sentence.holds)},
              {"thing", sentence.thing},
              {"comparison", sentence.comparison ? to_json(*sentence.comparison) : Json(nullptr)},
              {"coverage", sentence.coverage ? to_json(*sentence.coverage) : Json(nullptr)},
              {"facts", to_array(sentence.facts)},
              {"not_counted", to_array(sentence.not_counted)},
              {"joined", to_code(sentence.joined)},
              {"count", sentence.count}};
    json["numbers"] = to_array(sentence.numbers);
    json["responsible"] = to_json(sentence.responsible);
    json["parts"] = to_array(sentence.parts);
    json["looked_at"] = to_array(sentence.items);
    json["exceptions"] = to_array(sentence.exceptions);
    return json;
}

Json to_json(const ShieldDays& shield) {
    return Json{{"state", to_code(shield.state)},
                {"judged_on", to_json(shield.judged_on)},
                {"since", to_json(shield.since)},
                {"ended", to_json(shield.ended)}};
}

Json to_json(const ExemptionSeen& exemption) {
    return Json{{"name", exemption.name},
                {"document", exemption.document},
                {"article", exemption.article},
                {"version_since", to_json(exemption.version_since)},
                {"in_force", to_code(exemption.in_force)},
                {"where", to_json(exemption.where)}};
}

Json to_json(const Exception& exception) {
    Json json{{"condition", to_json(exception.condition)},
              {"holds", to_code(exception.holds)},
              {"exceptions", to_array(exception.exceptions)}};
    if (exception.shield) json["shield"] = to_json(*exception.shield);
    if (exception.exemption) json["exemption"] = to_json(*exception.exemption);
    return json;
}

void collect_actions(const Sentence& sentence, Json& actions) {
    for (const Action& action : sentence.actions) actions.push_back(to_json(action));
    for (const Sentence& part : sentence.parts) collect_actions(part, actions);
}

Json all_actions(const Finding& finding) {
    Json actions = Json::array();
    for (const Sentence& sentence : finding.sentences) collect_actions(sentence, actions);
    for (const Action& action : finding.actions) actions.push_back(to_json(action));
    return actions;
}

Json constructs(const std::vector<model::NotYetPart>& parts) {
    Json list = Json::array();
    for (const model::NotYetPart& part : parts) list.push_back(part.construct);
    return list;
}

Json to_json(const RivalRule& rival) {
    Json json{{"why", to_code(rival.why)},
              {"kind", to_code(rival.kind)},
              {"rule", rival.rule},
              {"document", rival.document},
              {"article", rival.article},
              {"where", to_json(rival.where)},
              {"own_value", to_json(rival.own)},
              {"other_value", to_json(rival.others)}};
    return json;
}

Json to_json(const Begins& begins) {
    return Json{{"state", to_code(begins.state)}, {"day", to_json(begins.day)}, {"sentence", to_json(begins.sentence)}};
}

Json to_json(const Finding& finding) {
    Json json{{"kind", to_code(finding.kind)},
              {"rule", finding.rule},
              {"outcome", to_words(finding.outcome, Language::Dutch)},
              {"outcome_code", to_code(finding.outcome)},
              {"blocking", finding.is_blocking},
              {"document", finding.document},
              {"article", finding.article},
              {"version_since", to_json(finding.version_since)},
              {"in_force", finding.is_in_force},
              {"unverified", finding.is_unverified},
              {"where", to_json(finding.where)},
              {"subject", finding.subject},
              {"act", finding.act},
              {"act_date", to_json(finding.act_date)},
              {"term", to_json(finding.term)},
              {"arithmetic", finding.arithmetic ? to_json(*finding.arithmetic) : Json()},
              {"term_from", to_json(finding.term_from)},
              {"term_at_most", to_json(finding.term_at_most)},
              {"starts_with", finding.starts_with.empty() ? Json(nullptr) : Json(finding.starts_with)},
              {"done_early_on", to_json(finding.done_early_on)},
              {"term_at_least", to_json(finding.term_at_least)},
              {"stands_still_since", to_json(finding.stands_still_since)},
              {"done_on", to_json(finding.done_on)},
              {"beyond_mending", finding.is_beyond_mending},
              {"not_done_by", finding.not_done_by},
              {"default_of", finding.default_of.empty() ? Json(nullptr) : Json(finding.default_of)},
              {"times", to_array(finding.times)},
              {"forbidden", to_array(finding.forbidden)},
              {"timeline", to_json(finding.timeline)},
              {"power", finding.power ? to_json(*finding.power) : Json()},
              {"evidence", finding.evidence},
              {"shown_by", finding.shown_by.empty() ? Json(nullptr) : Json(finding.shown_by)},
              {"lapsed", finding.is_lapsed},
              {"ground", finding.ground},
              {"waits_for_act", finding.waits_for_act},
              {"actions", all_actions(finding)},
              {"missing", to_array(finding.missing)},
              {"reasons", to_array(finding.sentences)},
              {"exceptions", to_array(finding.exceptions)},
              {"clauses_not_evaluated", constructs(finding.not_yet)}};
    if (!finding.only_in.empty()) json["only_in"] = finding.only_in;
    if (!finding.rivals.empty()) json["other_rules"] = to_array(finding.rivals);
    if (!finding.deadlocks.empty()) json["deadlocks"] = Json::parse(to_deadlocks_json_text(finding));
    if (!finding.not_consented.empty()) json["not_consented"] = finding.not_consented;
    if (finding.is_in_doubt) json["in_force_undecided"] = true;
    if (finding.own_outcome) json["own_outcome"] = to_code(*finding.own_outcome);
    if (finding.begins) json["begins"] = to_json(*finding.begins);
    if (!finding.not_counted.empty()) json["not_counted"] = to_array(finding.not_counted);
    return json;
}

Json to_json(const WithoutSubject& without) {
    Json rules = Json::array();
    for (const RuleName& rule : without.rules) rules.push_back(rule.name);
    return Json{{"kind", without.kind}, {"rules", std::move(rules)}};
}

Json to_json(const NotEvaluated& rule) {
    return Json{
        {"keyword", rule.keyword}, {"name", rule.name}, {"article", rule.article}, {"where", to_json(rule.where)}};
}

Json to_json(const FailedCalculation& failed) {
    Json rules = Json::array();
    for (const RuleName& rule : failed.rules) rules.push_back(Json{{"kind", to_code(rule.kind)}, {"name", rule.name}});
    const Diagnostic diagnostic = to_diagnostic(failed);
    return Json{
        {"code", to_code_text(diagnostic.code)},
        {"what", to_code(failed.what)},
        {"rules", std::move(rules)},
        {"sentence", failed.words},
        {"where", to_json(failed.where)},
        {"message", {{"nl", message(diagnostic, Language::Dutch)}, {"en", message(diagnostic, Language::English)}}}};
}

Json to_name(const Finding& finding) {
    return Json{{"kind", to_code(finding.kind)},
                {"rule", finding.rule},
                {"article", finding.article},
                {"subject", finding.subject},
                {"outcome_code", to_code(finding.outcome)}};
}

Json to_json(const Answer& answer, const Outlook& outlook) {
    const auto name = [&answer](std::size_t finding) { return to_name(answer.findings[finding]); };
    Json json{{"act", outlook.act}, {"looked_until", to_iso(outlook.looked_until)}, {"possible", nullptr}};
    if (outlook.possible) {
        Json ended_by = Json::array();
        for (const std::size_t finding : outlook.possible->ended_by) ended_by.push_back(name(finding));
        json["possible"] = Json{{"first", to_iso(outlook.possible->first)},
                                {"last", to_json(outlook.possible->last)},
                                {"ended_by", std::move(ended_by)}};
    }
    for (const auto* key : {"moves_along", "in_the_way", "never_together", "until_then"}) json[key] = Json::array();
    for (const Outlook::Moved& moved : outlook.moved) {
        json["moves_along"].push_back(Json{{"what", moved.what}, {"date", to_iso(moved.date)}});
    }
    for (const std::size_t finding : outlook.in_the_way) {
        json["in_the_way"].push_back(name(finding));
        json["in_the_way"].back()["facts"] = facts_in_the_way(answer.findings[finding], Language::Dutch);
    }
    for (const Outlook::OnlyIn& only : outlook.never_together) {
        Json& each = json["never_together"].emplace_back(name(only.finding));
        each["first"] = to_iso(only.first);
        each["last"] = to_json(only.last);
    }
    for (const Outlook::Coming& coming : outlook.until_then) {
        Json& each = json["until_then"].emplace_back(name(coming.finding));
        each["what"] = coming.what == Outlook::Coming::What::Due ? "due" : "expires";
        each["last"] = to_iso(coming.last);
    }
    return json;
}

Json to_json(const portfolio::Count& count) {
    return Json{{"done", count.done}, {"planned", count.planned}, {"perhaps", count.perhaps}};
}

Json to_json(const std::optional<std::int64_t>& number) { return number ? Json(*number) : Json(nullptr); }

Json to_json(const std::optional<portfolio::Standing>& standing, bool is_share) {
    if (!standing) return nullptr;
    return Json{{"counted", to_json(standing->counted)},
                {"of", is_share ? to_json(standing->of) : Json(nullptr)},
                {"room", to_json(standing->room)},
                {"short_of", to_json(standing->short_of)}};
}

// Of a share the value is a percentage.
Json agreed_json(const TallyPosition& position) {
    if (!position.after || !position.after->agreed) return nullptr;
    const portfolio::Agreed& agreed = *position.after->agreed;
    Json json{{"bound", to_code(agreed.bound)}, {"value", nullptr}, {"contradicted", position.after->is_contradicted}};
    if (agreed.value && position.is_share) json["value"] = to_json(Value{Percentage{Decimal{*agreed.value, 6}}});
    if (agreed.value && !position.is_share) json["value"] = *agreed.value;
    return json;
}

Json to_json(const TallyPosition& position) {
    Json key = Json::array();
    for (const TallyPosition::Part& part : position.key) {
        key.push_back(Json{{"dimension", part.dimension}, {"value", nullptr}});
        if (!part.value.empty()) key.back()["value"] = part.value;
    }
    Json used_by = Json::array();
    for (const TallyPosition::UsedBy& use : position.used_by) {
        used_by.push_back(Json{{"label", use.label},
                               {"date", to_json(use.date)},
                               {"late_in", to_json(use.late_in)},
                               {"is_sure", use.is_sure}});
    }
    Json period = nullptr;
    if (position.after && position.after->period) {
        period = Json{{"first", to_iso(position.after->period->first)}, {"last", to_iso(position.after->period->last)}};
    }
    Json json{{"kind", to_code(position.kind)},
              {"name", position.name},
              {"article", position.article},
              {"document", position.document},
              {"where", to_json(position.where)},
              {"counted", position.counted},
              {"key", std::move(key)},
              {"period", std::move(period)},
              {"outcome", to_words(position.outcome, Language::Dutch)},
              {"outcome_code", to_code(position.outcome)},
              {"blocking", position.is_blocking},
              {"agreed", agreed_json(position)},
              {"threshold", position.threshold},
              {"before", to_json(position.before, position.is_share)},
              {"after", to_json(position.after, position.is_share)},
              {"used_by", std::move(used_by)},
              {"used_by_more", position.used_by_more},
              {"missing", to_array(position.missing)}};
    json.update(Json::parse(to_agreement_json_text(position)));
    return json;
}

Json to_codes(const std::vector<model::PrivacyClass>& classes) {
    Json codes = Json::array();
    for (const model::PrivacyClass privacy : classes) codes.push_back(to_code(privacy));
    return codes;
}

Json to_json(const NotShown& rule) {
    return Json{{"kind", rule.tally ? to_code(*rule.tally) : to_code(rule.kind)},
                {"rule", rule.name},
                {"document", rule.document},
                {"article", rule.article},
                {"where", to_json(rule.where)},
                {"blocking", rule.is_blocking},
                {"state", to_code(rule.state)},
                {"classes", to_codes(rule.classes)},
                {"texts", rule.texts},
                {"who", to_json(rule.who)},
                {"missing", to_array(rule.missing)}};
}

Json to_json(const SeenBy& seen_by) {
    return Json{{"role", seen_by.role},
                {"classes", to_codes(seen_by.classes)},
                {"together", to_code(seen_by.together)},
                {"not_shown", to_array(seen_by.not_shown)}};
}

Json to_json(const Answer& answer) {
    Json json{{"label", answer.label},
              {"root", answer.root},
              {"things", answer.things},
              {"reference_date", to_json(answer.reference_date)},
              {"question", to_question_code(answer)},
              {"known_as_of", to_json(answer.known_on)},
              {"left_out", answer.left_out},
              {"learned_later", answer.is_in_hindsight},
              {"readiness_check", answer.is_readiness_check},
              {"verdict", to_words(answer.verdict, Language::Dutch)},
              {"verdict_code", to_code(answer.verdict)}};
    json["nothing_judged"] = nullptr;
    if (answer.nothing_judged != NothingJudged::No) json["nothing_judged"] = to_code(answer.nothing_judged);
    json["findings"] = to_array(answer.findings);
    json["earliest"] = nullptr;
    if (answer.outlook && answer.outlook->possible) {
        json["earliest"] = Json{{"act", answer.outlook->act},
                                {"date", to_iso(answer.outlook->possible->first)},
                                {"needs_more", answer.outlook->needs_more}};
    }
    json["outlook"] = answer.outlook ? to_json(answer, *answer.outlook) : Json(nullptr);
    json["expiring"] = Json::array();
    for (const Expiring& expiring : answer.expiring) {
        json["expiring"].push_back(Json{{"name", expiring.name}, {"last_day", to_iso(expiring.last)}});
    }
    json.update(Json::parse(to_agreement_json_text(answer)));
    json["without_subject"] = to_array(answer.without_subject);
    json["not_evaluated"] = to_array(answer.not_evaluated);
    json["positions"] = to_array(answer.positions);
    json["counts_not_in"] = to_array(answer.counts_not_in);
    json["needs_register"] = to_array(answer.needs_register);
    for (const NotEvaluated& each : answer.divides) json["needs_register"].push_back(to_json(each));
    json["failed_calculations"] = to_array(answer.failed);
    if (!answer.without_consent.empty()) {
        json["without_consent"] = Json::array();
        for (const RuleName& rule : answer.without_consent) json["without_consent"].push_back(rule.name);
    }
    if (answer.seen_by) json["seen_by"] = to_json(*answer.seen_by);
    return json;
}

}  // namespace

std::string to_json_text(const TallyPosition& position) { return to_json(position).dump(); }

std::string to_json(const std::vector<Answer>& answers, const Refused& refused) {
    constexpr auto replace = Json::error_handler_t::replace;  // no answer ever fails on a byte that is no UTF-8
    return Json{{"answers", to_array(answers)}, {"refused", refused}}.dump(2, ' ', false, replace) + "\n";
}

}  // namespace toets::explanation
