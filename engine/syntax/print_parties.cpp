// Who takes part, who consented and who gave notice (C6, C8, C84), in the canonical form.
#include "syntax/printing.h"

namespace toets::syntax {
namespace {

std::string day_text(const std::optional<Date>& date) {
    return date ? " op " + date_text(*date) : " op onbekende datum";
}

}  // namespace

std::string text_of(const SuccessionClause& succession) {
    return text_of(succession.successor) + " is rechtsopvolger van " + text_of(succession.party) + " vanaf " +
           date_text(succession.from);
}

std::string text_of(const MembershipClause& membership) {
    const std::string who = text_of(membership.party) + " is partij ";
    if (!membership.first) return who + "tot en met " + date_text(*membership.last);
    if (!membership.last) return who + "vanaf " + date_text(*membership.first);
    return who + "van " + date_text(*membership.first) + " tot en met " + date_text(*membership.last);
}

std::string text_of(const RenewalClause& renewal) {
    return "wordt verlengd met " + text_of(renewal.length) + ", behalve na opzegging " + text_of(renewal.notice);
}

std::string text_of(const AfterConsentClause& consent) {
    return "geldig na instemming van " + text_of(consent.parties);
}

std::string text_of(const ConsentGivenClause& consent) {
    return "instemming van " + text_of(consent.party) + day_text(consent.on);
}

std::string text_of(const NoticeClause& notice) {
    return "opzegging door " + text_of(notice.party) + day_text(notice.on);
}

}  // namespace toets::syntax
