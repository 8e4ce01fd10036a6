#include "explanation/report.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "explanation/failures.h"
#include "explanation/phrases.h"

namespace toets::explanation {

namespace {

std::string capitalized(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string upper(std::string text) {
    for (char& byte : text) {
        if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
    }
    return text;
}

std::vector<std::string> to_title(const Answer& answer, Language language) {
    std::vector<std::string> title;
    if (answer.is_readiness_check) {
        title.push_back(say(Phrase::Readiness, language, {{"whom", answer.readiness_of}}));
        if (!answer.label.empty()) title.push_back(answer.label);
    } else {
        title.push_back(capitalized(answer.root) + (answer.label.empty() ? "" : " " + answer.label));
    }
    title.insert(title.end(), answer.things.begin(), answer.things.end());
    title.push_back(answer.reference_date ? say(Phrase::ReferenceDate, language,
                                                {{"date", toets::to_words(*answer.reference_date, language)}})
                                          : say(Phrase::NoReferenceDate, language));
    if (answer.known_on) {
        title.push_back(to_words_as_known(*answer.known_on, language));
    } else if (answer.is_in_hindsight) {
        title.push_back(say(Phrase::InHindsight, language));
    }
    if (answer.seen_by) title.push_back(say(Phrase::AsSeenBy, language, {{"role", answer.seen_by->role}}));
    return title;
}

std::string verdict_words(const Answer& answer, Language language) {
    if (answer.is_readiness_check && answer.verdict == Verdict::Allowed) {
        return upper(say(Phrase::ReadyAllowed, language));
    }
    if (answer.is_readiness_check && answer.verdict == Verdict::NotAllowed) {
        return upper(say(Phrase::ReadyNotAllowed, language));
    }
    return upper(to_words(answer.verdict, language));
}

void add_count(std::size_t count, Phrase one, Phrase several, Language language, std::vector<std::string>& counts) {
    if (count == 0) return;
    counts.push_back(count == 1 ? say(one, language) : say(several, language, {{"count", std::to_string(count)}}));
}

// Unknown only because of a construct that is not evaluated yet: no fact would help.
bool has_no_missing_fact(const Finding& finding) {
    return finding.outcome == Outcome::Unknown && std::none_of(finding.missing.begin(), finding.missing.end(), is_fact);
}

bool is_held_up_by_us(const Finding& finding) {
    const auto is_not_supported = [](const Missing& missing) { return missing.why == Missing::Why::NotSupported; };
    return finding.is_blocking && has_no_missing_fact(finding) &&
           (!finding.not_yet.empty() || std::any_of(finding.missing.begin(), finding.missing.end(), is_not_supported));
}

std::string nothing_judged_words(NothingJudged why, Language language) {
    switch (why) {
        case NothingJudged::No: break;
        case NothingJudged::NotInForce: return say(Phrase::NoneInForce, language);
        case NothingJudged::NoSubject: return say(Phrase::NoneAboutCase, language);
        case NothingJudged::NoRules: return say(Phrase::NoRulesAtAll, language);
    }
    return {};
}

std::size_t count_of(const Answer& answer, model::RuleKind kind, Outcome outcome) {
    return static_cast<std::size_t>(
        std::count_if(answer.findings.begin(), answer.findings.end(),
                      [&](const Finding& finding) { return finding.kind == kind && finding.outcome == outcome; }));
}

std::size_t count_applying(const Answer& answer, model::RuleKind kind) {
    const auto all = std::count_if(answer.findings.begin(), answer.findings.end(),
                                   [kind](const Finding& finding) { return finding.kind == kind; });
    return static_cast<std::size_t>(all) - count_of(answer, kind, Outcome::NotApplicable);
}

std::size_t positions_with(const Answer& answer, Outcome outcome) {
    return static_cast<std::size_t>(std::count_if(
        answer.positions.begin(), answer.positions.end(),
        [outcome](const TallyPosition& position) { return position.is_blocking && position.outcome == outcome; }));
}

// What can be said when nothing stands in the way; empty when the broken bans say it all.
std::string nothing_in_the_way_words(const Answer& answer, Language language) {
    if (count_applying(answer, model::RuleKind::Precondition) > 0) return say(Phrase::AllHold, language);
    if (!answer.positions.empty()) return say(Phrase::NoLimitBroken, language);
    if (!answer.counts_not_in.empty() && answer.findings.empty()) return say(Phrase::CountsNowhere, language);
    if (count_of(answer, model::RuleKind::Ban, Outcome::Violated) > 0) return {};
    if (count_applying(answer, model::RuleKind::Ban) > 0) return say(Phrase::NoBanBroken, language);
    const bool has_conditions = count_of(answer, model::RuleKind::Precondition, Outcome::NotApplicable) > 0;
    return say(has_conditions ? Phrase::NoneApplies : Phrase::NoConditions, language);
}

// A duty stands in nobody's way, but the first line may not be silent about one that was broken.
std::vector<std::string> to_counts(const Answer& answer, Language language) {
    if (answer.nothing_judged != NothingJudged::No) return {nothing_judged_words(answer.nothing_judged, language)};
    const auto count = [&answer](Outcome outcome) {
        return static_cast<std::size_t>(std::count_if(
            answer.findings.begin(), answer.findings.end(),
            [outcome](const Finding& finding) { return finding.is_blocking && finding.outcome == outcome; }));
    };
    std::set<std::string> facts;
    for (const Finding& finding : answer.findings) {
        const bool waits = finding.outcome == Outcome::Unknown || finding.outcome == Outcome::Missing;
        if (!finding.is_blocking || !waits) continue;
        for (const Missing& missing : finding.missing) {
            if (is_fact(missing) && !missing.is_of_the_act) facts.insert(missing.what);
        }
    }
    const auto not_supported = std::count_if(answer.findings.begin(), answer.findings.end(), is_held_up_by_us);
    std::vector<std::string> counts;
    add_count(count_of(answer, model::RuleKind::Precondition, Outcome::Violated), Phrase::OneViolated,
              Phrase::SeveralViolated, language, counts);
    add_count(count(Outcome::Missing), Phrase::OneMissing, Phrase::SeveralMissing, language, counts);
    add_count(count(Outcome::Conflicting), Phrase::OneConflicting, Phrase::SeveralConflicting, language, counts);
    add_count(facts.size(), Phrase::OneUnknown, Phrase::SeveralUnknown, language, counts);
    add_count(static_cast<std::size_t>(not_supported), Phrase::OneNotSupported, Phrase::SeveralNotSupported, language,
              counts);
    add_count(count(Outcome::Pending), Phrase::OnePending, Phrase::SeveralPending, language, counts);
    if (counts.empty()) {
        add_count(count_of(answer, model::RuleKind::Precondition, Outcome::Unknown), Phrase::OneUndecided,
                  Phrase::SeveralUndecided, language, counts);
        add_count(count_of(answer, model::RuleKind::Ban, Outcome::Unknown), Phrase::OneBanUndecided,
                  Phrase::SeveralBansUndecided, language, counts);
    }
    const std::string together = answer.seen_by ? together_words(*answer.seen_by, language) : std::string();
    if (!together.empty()) {
        counts.push_back(together);
    } else if (counts.empty() && answer.verdict == Verdict::Allowed) {
        const std::string words = nothing_in_the_way_words(answer, language);
        if (!words.empty()) counts.push_back(words);
        // What Toetssteen cannot judge yet might still stand in the way, so the first line says so.
        add_count(answer.not_evaluated.size(), Phrase::OnePartLeftOut, Phrase::SeveralPartsLeftOut, language, counts);
    }
    add_count(positions_with(answer, Outcome::Violated), Phrase::OneLimitBroken, Phrase::SeveralLimitsBroken, language,
              counts);
    add_count(positions_with(answer, Outcome::Unknown), Phrase::OneLimitUndecided, Phrase::SeveralLimitsUndecided,
              language, counts);
    add_count(count_of(answer, model::RuleKind::Ban, Outcome::Violated), Phrase::OneBanBroken,
              Phrase::SeveralBansBroken, language, counts);
    add_count(count_of(answer, model::RuleKind::Obligation, Outcome::Violated), Phrase::OneDutyBroken,
              Phrase::SeveralDutiesBroken, language, counts);
    add_count(count_of(answer, model::RuleKind::Procedure, Outcome::Violated), Phrase::OneProcedureBroken,
              Phrase::SeveralProceduresBroken, language, counts);
    return counts;
}

// A condition is what a rule is unless it says otherwise.
std::string rule_words(model::RuleKind kind, const std::string& rule, Language language) {
    return kind == model::RuleKind::Precondition ? rule : to_words(kind, language) + " " + rule;
}

std::string rule_words(const Finding& finding, Language language) {
    return rule_words(finding.kind, finding.rule, language);
}

std::string reference_words(const Finding& finding, Language language) {
    std::string words = finding.article;
    if (!finding.is_main_document) {
        const bool has_article = words.starts_with("artikel") || words.starts_with("Artikel");
        words = has_article ? finding.document + " " + words : finding.document;
    }
    if (words.empty()) words = finding.document;
    const auto add = [&words](const std::string& part) { words += (words.empty() ? "" : ", ") + part; };
    if (finding.version_since) {
        add(say(Phrase::Version, language, {{"date", to_short_date(*finding.version_since, language)}}));
    }
    if (finding.is_unverified) add(say(Phrase::Unverified, language));
    return words;
}

std::string reference_words(const TallyPosition& position, Language language) {
    std::string words = position.article;
    if (!position.is_main_document || words.empty()) {
        words = position.document + (words.empty() ? "" : " " + words);
    }
    return position.is_unverified ? words + ", " + say(Phrase::Unverified, language) : words;
}

bool is_listed_only(const Finding& finding, const View& view) {
    if (view.all) return false;
    if (finding.power && !finding.power->not_counted.empty()) return false;
    if (!finding.is_blocking && has_no_missing_fact(finding) && !finding.not_yet.empty()) return true;
    if (!finding.not_yet.empty() && !finding.waits_for_act && finding.outcome == Outcome::Satisfied) return false;
    return finding.waits_for_act || finding.outcome == Outcome::Satisfied || finding.outcome == Outcome::NotApplicable;
}

// The same rule may have been judged for several things; it is named once, with the number of times.
void add_name(const std::string& name, std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void add_listing(Listing listing, Report& report) {
    if (!listing.names.empty()) report.listings.push_back(std::move(listing));
}

void add_finding_listings(const Answer& answer, const View& view, Report& report) {
    Listing waiting{say(Phrase::WaitsForAct, view.language), {}};
    Listing satisfied{capitalized(to_words(Outcome::Satisfied, view.language)) + ":", {}};
    Listing not_applicable{capitalized(to_words(Outcome::NotApplicable, view.language)) + ":", {}};
    for (const Finding& finding : answer.findings) {
        const bool is_not_evaluated = finding.outcome == Outcome::Unknown && !finding.waits_for_act;
        if (!is_listed_only(finding, view) || is_not_evaluated) continue;
        Listing& listing = finding.waits_for_act                   ? waiting
                           : finding.outcome == Outcome::Satisfied ? satisfied
                                                                   : not_applicable;
        add_name(name_in_listing(finding, view.language), listing.names);
    }
    add_listing(std::move(waiting), report);
    add_listing(std::move(satisfied), report);
    add_listing(std::move(not_applicable), report);
}

void add_other_listings(const Answer& answer, const View& view, Report& report) {
    const Language language = view.language;
    Listing without_subject{say(Phrase::WithoutSubject, language), {}};
    for (const WithoutSubject& without : answer.without_subject) {
        std::string rules;
        for (const RuleName& rule : without.rules) {
            rules += (rules.empty() ? "" : ", ") + rule_words(rule.kind, rule.name, language);
        }
        without_subject.names.push_back(say(Phrase::NoneInCase, language, {{"rule", rules}, {"kind", without.kind}}));
    }
    add_listing(std::move(without_subject), report);
    Listing without_consent{say(Phrase::WithoutConsent, language), {}};
    for (const RuleName& rule : answer.without_consent) {
        add_name(rule_words(rule.kind, rule.name, language), without_consent.names);
    }
    add_listing(std::move(without_consent), report);
    const auto add_tallies = [&](Phrase heading, const std::vector<NotEvaluated>& tallies) {
        Listing listing{say(heading, language), {}};
        for (const NotEvaluated& tally : tallies) {
            const std::string name = tally.keyword + " " + tally.name;
            listing.names.push_back(tally.article.empty() ? name : name + " (" + tally.article + ")");
        }
        add_listing(std::move(listing), report);
    };
    add_tallies(Phrase::CountsNotIn, answer.counts_not_in);
    add_tallies(Phrase::NeedsRegister, answer.needs_register);
    add_tallies(Phrase::NeedsRegisterToDivide, answer.divides);
    Listing not_evaluated{say(Phrase::NotEvaluated, language), {}};
    for (const Finding& finding : answer.findings) {
        const bool is_listed = is_listed_only(finding, view) && finding.outcome == Outcome::Unknown;
        if (is_listed && !finding.waits_for_act) add_name(name_in_listing(finding, language), not_evaluated.names);
    }
    for (const NotEvaluated& rule : answer.not_evaluated) {
        const std::string name = rule.name.empty() ? rule.keyword : rule.keyword + " " + rule.name;
        not_evaluated.names.push_back(rule.article.empty() ? name : name + " (" + rule.article + ")");
    }
    add_listing(std::move(not_evaluated), report);
}

void add_left_out(const Answer& answer, Language language, Report& report) {
    std::vector<std::string> counts;
    add_count(answer.left_out, Phrase::OneLeftOut, Phrase::SeveralLeftOut, language, counts);
    for (std::string& count : counts) report.listings.push_back({std::move(count), {}});
}

void add_failures(const Answer& answer, Language language, Report& report) {
    for (const FailedCalculation& failed : answer.failed) {
        report.listings.push_back({to_words(failed, language), {}});
    }
}

}  // namespace

std::string to_words(const ExemptionSeen& exemption, Language language) {
    const std::string name = say(Phrase::ExemptionName, language, {{"name", exemption.name}});
    std::string where = exemption.article;
    if (!exemption.is_main_document) where = exemption.document + (where.empty() ? "" : " " + where);
    return where.empty() ? name : name + " (" + where + ")";
}

std::string to_words_as_known(Date known_on, Language language) {
    return say(Phrase::AsKnown, language, {{"date", toets::to_words(known_on, language)}});
}

std::string name_in_listing(const Finding& finding, Language language) {
    const std::string name = rule_words(finding, language);
    std::string where = finding.article.empty() || !finding.is_main_document ? finding.document : finding.article;
    if (finding.is_lapsed) {
        where += (where.empty() ? "" : "; ") + say(Phrase::LapsedName, language, {{"event", finding.ground}});
    }
    const bool has_power = finding.power && finding.ground.empty() && finding.is_in_force;
    if (has_power) where += (where.empty() ? "" : "; ") + power_words(*finding.power, language);
    if (finding.is_unverified) where += (where.empty() ? "" : ", ") + say(Phrase::Unverified, language);
    return where.empty() ? name : name + " (" + where + ")";
}

Report to_report(const Answer& answer, const View& view) {
    Report report;
    report.title = to_title(answer, view.language);
    report.verdict = answer.verdict;
    report.verdict_words = verdict_words(answer, view.language);
    report.counts = to_counts(answer, view.language);
    for (const Finding& finding : answer.findings) {
        if (is_listed_only(finding, view)) continue;
        report.entries.push_back({finding.outcome, to_words(finding.outcome, view.language),
                                  rule_words(finding, view.language), reference_words(finding, view.language),
                                  to_lines(finding, view), to_figure(finding, view)});
    }
    for (const TallyPosition& position : answer.positions) {
        report.entries.push_back({position.outcome,
                                  to_words(position.outcome, view.language),
                                  to_words(position.kind, view.language) + " " + position.name,
                                  reference_words(position, view.language),
                                  to_lines(position, view),
                                  {}});
    }
    if (answer.seen_by) {
        for (const NotShown& rule : answer.seen_by->not_shown) {
            report.entries.push_back(to_entry(rule, *answer.seen_by, view));
        }
    }
    report.outlook = to_outlook_lines(answer, view.language);
    add_left_out(answer, view.language, report);
    for (const Expiring& expiring : answer.expiring) {
        const std::string date = toets::to_words(expiring.last, view.language);
        report.listings.push_back(
            {say(Phrase::ExpiresSoon, view.language, {{"name", expiring.name}, {"date", date}}), {}});
    }
    for (const ForceNote& note : answer.force) report.listings.push_back({to_words(note, view.language), {}});
    for (const SuccessionNote& note : answer.successions) {
        report.listings.push_back({to_words(note, answer.reference_date, view.language), {}});
    }
    add_failures(answer, view.language, report);
    add_finding_listings(answer, view, report);
    add_other_listings(answer, view, report);
    return report;
}

std::string refused_words(const std::vector<std::string>& refused, Language language) {
    const Phrase phrase = refused.size() == 1 ? Phrase::OneRefused : Phrase::SeveralRefused;
    return say(phrase, language, {{"count", std::to_string(refused.size())}, {"names", joined(refused, ", ")}});
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

}  // namespace toets::explanation
