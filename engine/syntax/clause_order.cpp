#include <array>

#include "base/match.h"
#include "syntax/printing.h"

namespace toets::syntax {
namespace {

// A later construct stands where it will stand once it is read.
int later_rank(const NotYetClause& later) {
    if (later.construct == "C7") return 6;
    return 19;
}

// Document: niveau to bepaalt de versie as in C1; rules: the order of B26; the rest as written.
int rank(const Clause& clause) {
    return match(
        clause.kind, [](const LevelClause&) { return -6; }, [](const SourceClause&) { return -5; },
        [](const ValidityClause&) { return -4; }, [](const RenewalClause&) { return -3; },
        [](const AfterConsentClause&) { return -1; }, [](const ConsentGivenClause&) { return 0; },
        [](const NoticeClause&) { return -2; }, [](const UsesClause&) { return 3; },
        [](const PartyClause&) { return 4; }, [](const RoleClause&) { return 5; },
        [](const SuccessionClause&) { return 6; }, [](const MembershipClause&) { return 6; }, [](const TermsClause&) { return 7; },
        [](const WorkingDaysClause&) { return 16; }, [](const FreeDaysClause&) { return 18; },
        [](const EquatedDaysClause&) { return 19; }, [](const LeapDayClause&) { return 20; },
        [](const VersionClause&) { return 9; }, [](const NewerVersionClause&) { return 10; },
        [](const FieldClause&) { return 11; }, [](const ParameterRowClause&) { return 11; },
        [](const HitRuleClause&) { return 11; }, [](const TagsClause&) { return 12; },
        [](const ExemptsClause&) { return 18; }, [](const DepartsClause&) { return 13; },
        [](const MayDepartClause&) { return 13; }, [](const FavourableClause&) { return 14; },
        [](const TableClause&) { return 14; }, [](const ParagraphsClause&) { return 14; },
        [](const ForEveryClause&) { return 15; }, [](const OnlyIfClause&) { return 16; },
        [](const AsSoonAsClause&) { return 17; }, [](const RequiresClause&) { return 18; },
        [](const AimsForClause&) { return 18; }, [](const DutyClause&) { return 18; },
        [](const DefaultClause&) { return 21; }, [](const EffortClause&) { return 18; },
        [](const ShownByClause&) { return 19; }, [](const PowerClause&) { return 18; },
        [](const BanClause&) { return 18; }, [](const BeginsWithClause&) { return 18; },
        [](const StepClause&) { return 19; }, [](const EveryStepClause&) { return 20; },
        [](const SkipClause&) { return 21; }, [](const RestartClause&) { return 23; },
        [](const PerClause&) { return 10; }, [](const CountsClause&) { return 11; },
        [](const OutOfClause&) { return 12; }, [](const MomentClause&) { return 13; },
        [](const NotCountedClause&) { return 13; }, [](const LimitClause&) { return 15; },
        [](const ThresholdClause&) { return 16; }, [](const ApportionsClause&) { return 10; },
        [](const LeftoverClause&) { return 10; }, [](const OrderClause&) { return 11; },
        [](const OpenOfferClause&) { return 12; }, [](const GiverClause&) { return 13; },
        [](const ShareKeyClause&) { return 11; }, [](const RoundingClause&) { return 15; },
        [](const SmallCountsClause&) { return 20; }, [](const SeesClause&) { return 17; },
        [](const ConsentClause&) { return 18; }, [](const ShownAsClause&) { return 19; },
        [](const CarryOverClause& carry) { return carry.is_surplus ? 18 : 17; }, [](const ExpiryClause&) { return 19; },
        [](const ClosingClause&) { return 20; }, [](const SwapClause&) { return 21; },
        [](const TurnClause&) { return 22; }, [](const TieBreakClause&) { return 23; },
        [](const LapseClause&) { return 20; }, [](const CurableClause&) { return 20; },
        [](const SuspensionClause&) { return 20; }, [](const UnlessClause&) { return 22; },
        [](const ArrangedByClause&) { return 24; }, [](const OnClause&) { return 3; },
        [](const PortfolioClause&) { return 4; }, [](const FromFileClause&) { return 5; },
        [](const FactsClause&) { return 6; }, [](const ExpectsClause&) { return 7; },
        [](const NotYetClause& later) { return later_rank(later); }, [](const InvalidClause&) { return 18; });
}

// In a procedure the duties follow the steps.
int rank_in(const Header& header, const Clause& clause) {
    const auto* rule = std::get_if<RuleHeader>(&header.kind);
    const bool is_procedure = rule != nullptr && rule->kind == RuleKind::Procedure;
    return is_procedure && std::holds_alternative<DutyClause>(clause.kind) ? 22 : rank(clause);
}

bool is_damaged(const Header& header) {
    return std::any_of(header.clauses.begin(), header.clauses.end(),
                       [](const Clause& clause) { return std::holds_alternative<InvalidClause>(clause.kind); });
}

}  // namespace

std::vector<const Clause*> in_canonical_order(const Header& header) {
    std::vector<const Clause*> clauses;
    for (const Clause& clause : header.clauses) clauses.push_back(&clause);
    if (is_damaged(header)) return clauses;
    std::stable_sort(clauses.begin(), clauses.end(), [&header](const Clause* left, const Clause* right) {
        return rank_in(header, *left) < rank_in(header, *right);
    });
    return clauses;
}

}  // namespace toets::syntax
