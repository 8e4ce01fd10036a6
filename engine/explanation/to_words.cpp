// Values, outcomes, parties and actions in words.
#include <fmt/format.h>

#include "base/match.h"
#include "base/text.h"
#include "explanation/phrases.h"
#include "explanation/report.h"
#include "explanation/to_text.h"

namespace toets::explanation {

std::string to_words(Verdict verdict, Language language) {
    switch (verdict) {
        case Verdict::Allowed: return say(Phrase::VerdictAllowed, language);
        case Verdict::NotAllowed: return say(Phrase::VerdictNotAllowed, language);
        case Verdict::CannotBeSaid: return say(Phrase::VerdictCannotBeSaid, language);
    }
    return {};
}

std::string to_words(Outcome outcome, Language language) {
    switch (outcome) {
        case Outcome::Violated: return say(Phrase::Violated, language);
        case Outcome::Missing: return say(Phrase::Missing, language);
        case Outcome::Conflicting: return say(Phrase::Conflicting, language);
        case Outcome::Unknown: return say(Phrase::Unknown, language);
        case Outcome::Pending: return say(Phrase::Pending, language);
        case Outcome::Exempt: return say(Phrase::Exempt, language);
        case Outcome::Replaced: return say(Phrase::Replaced, language);
        case Outcome::Satisfied: return say(Phrase::Satisfied, language);
        case Outcome::NotApplicable: return say(Phrase::NotApplicable, language);
    }
    return {};
}

std::string to_words(model::TallyKind kind, Language language) {
    switch (kind) {
        case model::TallyKind::Contingent: return say(Phrase::Contingent, language);
        case model::TallyKind::Spread: return say(Phrase::Spread, language);
        case model::TallyKind::Share: return say(Phrase::Share, language);
        case model::TallyKind::Use: return say(Phrase::UseOf, language);
    }
    return {};
}

std::string to_words(model::RuleKind kind, Language language) {
    switch (kind) {
        case model::RuleKind::Precondition: return say(Phrase::Precondition, language);
        case model::RuleKind::TargetNorm: return say(Phrase::TargetNorm, language);
        case model::RuleKind::Obligation: return say(Phrase::Obligation, language);
        case model::RuleKind::Effort: return say(Phrase::Effort, language);
        case model::RuleKind::Power: return say(Phrase::Power, language);
        case model::RuleKind::Ban: return say(Phrase::Ban, language);
        case model::RuleKind::Procedure: return say(Phrase::Procedure, language);
        case model::RuleKind::Hardship: return say(Phrase::HardshipClause, language);
    }
    return {};
}

std::string to_words(const Value& value, Language language) {
    return match(
        value, [&](NotKnown) { return say(Phrase::NotKnown, language); },
        [&](KnownNone) { return say(Phrase::KnownNone, language); },
        [&](YesNo yes_no) { return say(yes_no.value ? Phrase::Yes : Phrase::No, language); },
        [&](Date date) { return toets::to_words(date, language); },
        [&](Duration duration) { return toets::to_words(duration, language); },
        [&](Amount amount) { return amount_to_words(amount.cents, language); },
        [&](const Number& number) { return toets::to_words(number.value, language); },
        [&](const Percentage& percentage) {
            return say(Phrase::Percentage, language, {{"number", toets::to_words(percentage.value, language)}});
        },
        [&](const HoursPerWeek& hours) {
            return say(Phrase::HoursPerWeek, language, {{"hours", toets::to_words(hours.value, language)}});
        },
        [&](Count count) {
            return toets::to_words(Decimal{count.value, 0}, language);
        },
        [](const Words& words) { return words.text; });
}

std::string to_words(const Who& who, Language language) {
    const std::string joint = " " + say(who.any ? Phrase::Or : Phrase::And, language) + " ";
    std::string words;
    for (std::size_t i = 0; i < who.names.size(); ++i) {
        if (i > 0) words += i + 1 == who.names.size() ? joint : ", ";
        words += who.names[i];
    }
    return words;
}

std::string question_words(const Missing& missing, Language language) {
    if (!missing.meant_for.empty()) return say(Phrase::ToWhom, language, {{"event", missing.meant_for}});
    if (!missing.done_with.empty()) return say(Phrase::WithWhom, language, {{"event", missing.done_with}});
    const bool is_list = missing.why == Missing::Why::NotComplete;
    std::string words = missing.what;
    if (!missing.question.empty() && language == Language::Dutch) {
        words = missing.question;
    } else if (is_list || !missing.question.empty()) {
        words = say(is_list ? Phrase::WhetherAllKnown : Phrase::Whether, language, {{"what", missing.what}});
    }
    const bool is_judgement = missing.why == Missing::Why::Judgement;
    return is_judgement ? say(Phrase::Judgement, language, {{"what", words}}) : words;
}

namespace {

std::string sought_words(const Missing& missing, Language language) {
    std::string words;
    for (const Sought& sought : missing.sought) {
        if (!words.empty()) words += "; ";
        if (!sought.column.empty()) words += sought.column + ": ";
        words += to_words(sought.value, language);
    }
    return words;
}

}  // namespace

std::string class_words(model::PrivacyClass privacy, Language language) {
    switch (privacy) {
        case model::PrivacyClass::None: break;
        case model::PrivacyClass::Housing: return say(Phrase::HousingFacts, language);
        case model::PrivacyClass::Financial: return say(Phrase::FinancialFacts, language);
        case model::PrivacyClass::Care: return say(Phrase::CareFacts, language);
        case model::PrivacyClass::Safety: return say(Phrase::SafetyFacts, language);
    }
    return say(Phrase::OtherFacts, language);
}

std::string no_consent_words(const Missing& missing, Language language) {
    const std::string facts = class_words(missing.privacy, language);
    const std::string who = to_words(missing.who, language);
    if (!missing.since) return say(Phrase::ConsentNeverGiven, language, {{"facts", facts}, {"who", who}});
    return say(Phrase::ConsentEnded, language,
               {{"facts", facts}, {"who", who}, {"date", toets::to_words(*missing.since, language)}});
}

std::string to_words(const Missing& missing, Phrase asking, Language language) {
    const std::string who =
        missing.who.names.empty() ? say(Phrase::Applicant, language) : to_words(missing.who, language);
    switch (missing.why) {
        case Missing::Why::Fact:
        case Missing::Why::Judgement:
        case Missing::Why::NotComplete:
            return say(asking, language, {{"what", question_words(missing, language)}, {"who", who}});
        case Missing::Why::NotANumber: {
            const std::string number = say(Phrase::NeedsNumber, language, {{"what", missing.what}});
            return say(asking, language, {{"what", number}, {"who", who}});
        }
        case Missing::Why::NoRow:
            return say(Phrase::NoRow, language, {{"what", missing.what}, {"sought", sought_words(missing, language)}});
        case Missing::Why::NoVersion:
            return say(Phrase::NoVersion, language,
                       {{"what", missing.what}, {"date", sought_words(missing, language)}});
        case Missing::Why::NoCalendar:
            return say(Phrase::NoCalendar, language,
                       {{"what", missing.what}, {"date", sought_words(missing, language)}});
        case Missing::Why::NotSeen:
            return say(asking, language, {{"what", class_words(missing.privacy, language)}, {"who", who}});
        case Missing::Why::NoConsent: return no_consent_words(missing, language);
        case Missing::Why::NotSupported: return say(Phrase::NotSupported, language, {{"what", missing.what}});
        case Missing::Why::NotComputed: return say(Phrase::NotComputed, language, {{"what", missing.what}});
    }
    return {};
}

std::string to_words(const NotCounted& event, Language language) {
    using Why = NotCounted::Why;
    const std::string date = event.date ? toets::to_words(*event.date, language) : std::string();
    const std::string on = event.date ? say(Phrase::OnDay, language, {{"date", date}}) : std::string();
    const std::string by = event.by.empty() ? std::string() : say(Phrase::ByWhom, language, {{"who", event.by}});
    switch (event.why) {
        case Why::Later: {
            const std::string last = event.last_day ? toets::to_words(*event.last_day, language) : std::string();
            return say(Phrase::CountsLater, language, {{"event", event.event}, {"date", date}, {"last", last}});
        }
        case Why::NoPower:
            return say(Phrase::CountsWithoutPower, language,
                       {{"event", event.event}, {"on", on}, {"by", by}, {"power", event.power}});
        case Why::OtherParty:
            return say(Phrase::DoneByOther, language, {{"event", event.event}, {"on", on}, {"by", event.by}});
        case Why::OtherRecipient:
            return say(Phrase::MeantForOther, language, {{"event", event.event}, {"on", on}, {"whom", event.whom}});
        case Why::OtherCompanion:
            return say(Phrase::DoneWithOther, language, {{"event", event.event}, {"on", on}, {"whom", event.whom}});
    }
    return {};
}

std::string to_words(const UsedNumber& number, Language language) {
    const std::string value = to_words(number.value, language);
    std::string words = number.what + ": " + value;
    if (!number.row.empty()) {
        words = say(Phrase::NumberOfTable, language, {{"what", number.what}, {"value", value}, {"row", number.row}});
    }
    if (number.since) {
        words =
            say(Phrase::NumberSince, language, {{"number", words}, {"date", toets::to_words(*number.since, language)}});
    }
    std::string details;
    const auto add = [&details](const std::string& detail) { details += (details.empty() ? "" : ", ") + detail; };
    if (!number.where.file.empty()) {
        add(say(Phrase::LineOf, language,
                {{"file", file_name(number.where.file)}, {"lines", std::to_string(number.where.line)}}));
    }
    if (!number.source.empty()) add(say(Phrase::Source, language, {{"source", number.source}}));
    if (number.is_unverified) add(say(Phrase::Unverified, language));
    return details.empty() ? words : words + " (" + details + ")";
}

// In the unit in which it was agreed: 8 weken, and not 56 dagen.
std::string length_words(const Shift& shift, Language language) {
    if (!shift.written.empty() && language == Language::Dutch) return shift.written;
    const std::string written = fold(shift.written);
    const auto is_in = [&written](std::string_view unit) { return written.find(unit) != std::string::npos; };
    const bool is_in_weeks = shift.length.unit == Duration::Unit::Days && (is_in("week") || is_in("weken"));
    if (is_in_weeks && shift.length.count == 7) return say(Phrase::OneWeek, language);
    if (is_in_weeks) return say(Phrase::Weeks, language, {{"count", std::to_string(shift.length.count / 7)}});
    const bool is_in_months = shift.length.unit == Duration::Unit::Months && shift.length.count > 1 && is_in("maand");
    if (is_in_months) return say(Phrase::Months, language, {{"count", std::to_string(shift.length.count)}});
    return toets::to_words(shift.length, language);
}

namespace {

std::string arrange_words(const Action& action, const std::string& who, Language language) {
    if (action.until) {
        return say(Phrase::ArrangeUntil, language, {{"who", who}, {"date", toets::to_words(*action.until, language)}});
    }
    if (action.is_today && !action.act.empty()) {
        return say(Phrase::ArrangeToday, language, {{"who", who}, {"act", action.act}});
    }
    if (action.before) {
        return say(Phrase::ArrangeBefore, language,
                   {{"who", who}, {"date", toets::to_words(*action.before, language)}});
    }
    if (!action.act.empty()) return say(Phrase::ArrangeBeforeAct, language, {{"who", who}, {"act", action.act}});
    return say(Phrase::Arrange, language, {{"who", who}});
}

std::string perform_words(const Action& action, const std::string& who, Language language) {
    if (!action.until) return say(Phrase::Perform, language, {{"who", who}, {"what", action.about}});
    return say(Phrase::PerformUntil, language,
               {{"who", who}, {"what", action.about}, {"date", toets::to_words(*action.until, language)}});
}

std::string effort_words(const Action& action, const std::string& who, Language language) {
    const std::string evidence = to_words(Who{action.evidence, true}, language);
    if (action.what == Action::What::Record) {
        return say(Phrase::Record, language, {{"who", who}, {"evidence", evidence}});
    }
    if (!action.until) {
        return say(Phrase::Try, language, {{"who", who}, {"what", action.about}, {"evidence", evidence}});
    }
    const std::string date = toets::to_words(*action.until, language);
    return say(Phrase::TryUntil, language,
               {{"who", who}, {"what", action.about}, {"date", date}, {"evidence", evidence}});
}

std::string move_words(Phrase phrase, const Action& action, const std::string& who, Language language) {
    const std::string date = action.move_to ? toets::to_words(*action.move_to, language) : std::string();
    return say(phrase, language, {{"who", who}, {"act", action.act}, {"date", date}});
}

}  // namespace

std::string to_words(const Action& action, Language language) {
    const std::string who =
        action.who.names.empty() ? say(Phrase::AllParties, language) : to_words(action.who, language);
    switch (action.what) {
        case Action::What::Arrange: {
            const std::string arrange = arrange_words(action, who, language);
            return action.move_to ? arrange + ", " + move_words(Phrase::OrMove, action, who, language) : arrange;
        }
        case Action::What::Move: return move_words(Phrase::Move, action, who, language);
        case Action::What::ArrangeAndMove: return move_words(Phrase::ArrangeAndMove, action, who, language);
        case Action::What::Repair:
            if (!action.until) return say(Phrase::Arrange, language, {{"who", who}});
            return say(Phrase::RepairUntil, language,
                       {{"who", who}, {"date", toets::to_words(*action.until, language)}});
        case Action::What::Perform: return perform_words(action, who, language);
        case Action::What::Try:
        case Action::What::Record: return effort_words(action, who, language);
        case Action::What::Refrain: return say(Phrase::Refrain, language, {{"who", who}, {"act", action.act}});
        case Action::What::Answer: return say(Phrase::Answer, language, {{"who", who}});
        case Action::What::DecideAgain: return say(Phrase::TakeNewDecision, language, {{"who", who}});
    }
    return {};
}

std::string to_short_date(Date date, Language language) {
    if (language == Language::English) return to_iso(date);
    const CivilDate civil = to_civil(date);
    return fmt::format("{}-{}-{}", civil.day, civil.month, civil.year);
}

std::string file_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace toets::explanation
