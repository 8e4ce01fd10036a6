#include "explanation/codes.h"

namespace toets::explanation {

std::string_view to_code(Verdict verdict) {
    switch (verdict) {
        case Verdict::Allowed: return "allowed";
        case Verdict::NotAllowed: return "not_allowed";
        case Verdict::CannotBeSaid: return "cannot_be_said";
    }
    return {};
}

std::string_view to_code(NothingJudged why) {
    switch (why) {
        case NothingJudged::No: return {};
        case NothingJudged::NotInForce: return "not_in_force";
        case NothingJudged::NoSubject: return "no_subject";
        case NothingJudged::NoRules: return "no_rules";
    }
    return {};
}

std::string_view to_code(Outcome outcome) {
    switch (outcome) {
        case Outcome::Violated: return "violated";
        case Outcome::Missing: return "missing";
        case Outcome::Conflicting: return "conflicting";
        case Outcome::Unknown: return "unknown";
        case Outcome::Pending: return "pending";
        case Outcome::Exempt: return "exempt";
        case Outcome::Replaced: return "replaced";
        case Outcome::Satisfied: return "satisfied";
        case Outcome::NotApplicable: return "not_applicable";
    }
    return {};
}

std::string_view to_code(Truth truth) {
    switch (truth) {
        case Truth::False: return "false";
        case Truth::Unknown: return "unknown";
        case Truth::True: return "true";
    }
    return {};
}

std::string_view to_code(RivalRule::Why why) {
    switch (why) {
        case RivalRule::Why::Departs: return "departs";
        case RivalRule::Why::MoreFavourable: return "more_favourable";
        case RivalRule::Why::NotMoreFavourable: return "not_more_favourable";
        case RivalRule::Why::Undecided: return "undecided";
        case RivalRule::Why::Contradicts: return "contradicts";
        case RivalRule::Why::Overrules: return "overrules";
    }
    return {};
}

std::string_view to_code(Relation relation) {
    switch (relation) {
        case Relation::Is: return "is";
        case Relation::IsNot: return "is_not";
        case Relation::AtLeast: return "at_least";
        case Relation::AtMost: return "at_most";
        case Relation::MoreThan: return "more_than";
        case Relation::LessThan: return "less_than";
        case Relation::Between: return "between";
        case Relation::NotAfter: return "not_after";
        case Relation::Before: return "before";
        case Relation::On: return "on";
        case Relation::NotBefore: return "not_before";
        case Relation::After: return "after";
    }
    return {};
}

std::string_view to_code(Joined joined) {
    switch (joined) {
        case Joined::NoParts: return "none";
        case Joined::All: return "all";
        case Joined::AtLeast: return "at_least";
        case Joined::AtMost: return "at_most";
        case Joined::Exactly: return "exactly";
        case Joined::NoneOf: return "none_of";
        case Joined::Each: return "each";
        case Joined::Definition: return "definition";
    }
    return {};
}

std::string_view to_code(Action::What what) {
    switch (what) {
        case Action::What::Arrange: return "arrange";
        case Action::What::Move: return "move";
        case Action::What::ArrangeAndMove: return "arrange_and_move";
        case Action::What::Repair: return "repair";
        case Action::What::Perform: return "perform";
        case Action::What::Try: return "try";
        case Action::What::Record: return "record";
        case Action::What::Refrain: return "refrain";
        case Action::What::Answer: return "answer_for";
        case Action::What::DecideAgain: return "decide_again";
    }
    return {};
}

std::string_view to_code(Moment::What what) {
    switch (what) {
        case Moment::What::Began: return "began";
        case Moment::What::Reported: return "reported";
        case Moment::What::Taken: return "taken";
        case Moment::What::TakenAgain: return "taken_again";
        case Moment::What::NotTheStep: return "not_the_step";
        case Moment::What::Skipped: return "skipped";
        case Moment::What::Done: return "duty_done";
        case Moment::What::NotDone: return "duty_missed";
        case Moment::What::Overdue: return "step_overdue";
        case Moment::What::Due: return "due";
        case Moment::What::Over: return "over";
        case Moment::What::Stray: return "stray";
    }
    return {};
}

std::string_view to_code(UsedPower::NotCounted::Why why) {
    switch (why) {
        case UsedPower::NotCounted::Why::OtherParty: return "other_party";
        case UsedPower::NotCounted::Why::OtherTime: return "other_time";
        case UsedPower::NotCounted::Why::NoPower: return "no_power";
    }
    return {};
}

std::string_view to_code(NotCounted::Why why) {
    switch (why) {
        case NotCounted::Why::Later: return "later";
        case NotCounted::Why::OtherParty: return "other_party";
        case NotCounted::Why::OtherRecipient: return "other_recipient";
        case NotCounted::Why::OtherCompanion: return "other_companion";
        case NotCounted::Why::NoPower: return "no_power";
    }
    return {};
}

std::string_view to_code(ShieldDays::State state) {
    switch (state) {
        case ShieldDays::State::Stands: return "stands";
        case ShieldDays::State::NotBegun: return "not_begun";
        case ShieldDays::State::Ended: return "ended";
        case ShieldDays::State::Unknown: return "unknown";
    }
    return {};
}

std::string_view to_code(Begins::State state) {
    switch (state) {
        case Begins::State::Begun: return "begun";
        case Begins::State::NotYet: return "not_yet";
        case Begins::State::LongAgo: return "long_ago";
        case Begins::State::Unknown: return "unknown";
    }
    return {};
}

std::string_view to_code(Missing::Why why) {
    switch (why) {
        case Missing::Why::Fact: return "fact";
        case Missing::Why::Judgement: return "judgement";
        case Missing::Why::NotComplete: return "not_complete";
        case Missing::Why::NotSupported: return "not_supported";
        case Missing::Why::NotANumber: return "not_a_number";
        case Missing::Why::NotComputed: return "not_computed";
        case Missing::Why::NoRow: return "no_row";
        case Missing::Why::NoVersion: return "no_version";
        case Missing::Why::NoCalendar: return "no_calendar";
        case Missing::Why::NotSeen: return "not_seen";
        case Missing::Why::NoConsent: return "no_consent";
    }
    return {};
}

std::string_view to_code(model::TallyKind kind) {
    switch (kind) {
        case model::TallyKind::Contingent: return "contingent";
        case model::TallyKind::Spread: return "spread";
        case model::TallyKind::Share: return "share";
        case model::TallyKind::Use: return "use";
    }
    return {};
}

std::string_view to_code(model::Bound bound) {
    switch (bound) {
        case model::Bound::AtLeast: return "at_least";
        case model::Bound::AtMost: return "at_most";
        case model::Bound::Exactly: return "exactly";
        case model::Bound::AimFor: return "aim_for";
    }
    return {};
}

std::string_view to_code(portfolio::SwapOfNumbers::State state) {
    using State = portfolio::SwapOfNumbers::State;
    switch (state) {
        case State::Counts: return "counts";
        case State::Perhaps: return "perhaps";
        case State::NotYet: return "not_yet";
        case State::NotProvided: return "not_provided";
        case State::TooMany: return "too_many";
    }
    return {};
}

std::string_view to_code(model::RuleKind kind) {
    switch (kind) {
        case model::RuleKind::Precondition: return "precondition";
        case model::RuleKind::TargetNorm: return "target_norm";
        case model::RuleKind::Obligation: return "obligation";
        case model::RuleKind::Effort: return "effort";
        case model::RuleKind::Power: return "power";
        case model::RuleKind::Ban: return "ban";
        case model::RuleKind::Procedure: return "procedure";
        case model::RuleKind::Hardship: return "hardship_clause";
    }
    return {};
}

std::string_view to_code(model::PrivacyClass privacy) {
    switch (privacy) {
        case model::PrivacyClass::None: return "none";
        case model::PrivacyClass::Housing: return "housing";
        case model::PrivacyClass::Financial: return "financial";
        case model::PrivacyClass::Care: return "care";
        case model::PrivacyClass::Safety: return "safety";
    }
    return {};
}

std::string_view to_code(NotShown::State state) {
    switch (state) {
        case NotShown::State::NotSaid: return "not_said";
        case NotShown::State::InOrder: return "in_order";
        case NotShown::State::NotInOrder: return "not_in_order";
        case NotShown::State::CannotBeSaid: return "cannot_be_said";
    }
    return {};
}

std::string_view to_code(SeenBy::Together together) {
    switch (together) {
        case SeenBy::Together::Nothing: return "nothing";
        case SeenBy::Together::InOrder: return "in_order";
        case SeenBy::Together::OneIsNotInOrder: return "one_is_not_in_order";
        case SeenBy::Together::OneCannotBeSaid: return "one_cannot_be_said";
    }
    return {};
}

std::string_view to_code(calendar::Occurrence::State state) {
    using State = calendar::Occurrence::State;
    switch (state) {
        case State::Done: return "done";
        case State::Late: return "late";
        case State::Missed: return "missed";
        case State::Open: return "open";
    }
    return {};
}

std::string_view to_code(evaluation::CalculationError::What what) {
    using What = evaluation::CalculationError::What;
    switch (what) {
        case What::Overflow: return "overflow";
        case What::DivisionByZero: return "division_by_zero";
        case What::MoreThanOneRow: return "more_than_one_row";
        case What::NoRow: return "no_row";
        case What::TooManyDecimals: return "too_many_decimals";
        case What::DifferentUnits: return "different_units";
        case What::TooManyItems: return "too_many_items";
        case What::CalendarUnknown: return "calendar_unknown";
        case What::TooManyTimes: return "too_many_times";
        case What::SeveralPeriods: return "several_periods";
        case What::SeveralOnOneDay: return "several_on_one_day";
    }
    return {};
}

std::string_view to_question_code(const Answer& answer) { return answer.known_on ? "as_known" : "in_hindsight"; }

}  // namespace toets::explanation
