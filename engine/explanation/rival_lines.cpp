// Why a rule gave way to another, or is in conflict with it.
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

std::string name_of(const RivalRule& rival, Language language) {
    const std::string name = to_words(rival.kind, language) + " " + rival.rule;
    std::string where = rival.article;
    if (!rival.is_main_document) where = rival.document + (where.empty() ? "" : " " + where);
    return where.empty() ? name : name + " (" + where + ")";
}

Phrase phrase_for(const RivalRule& rival) {
    const bool is_compared = !std::holds_alternative<NotKnown>(rival.own);
    switch (rival.why) {
        case RivalRule::Why::Departs: return Phrase::ReplacedBy;
        case RivalRule::Why::MoreFavourable: return Phrase::ReplacedAsFavourable;
        case RivalRule::Why::NotMoreFavourable: return Phrase::OutdoneBy;
        case RivalRule::Why::Undecided: return Phrase::UndecidedBeside;
        case RivalRule::Why::Overrules: return is_compared ? Phrase::OverruledBeside : Phrase::OverruledBy;
        case RivalRule::Why::Contradicts: return is_compared ? Phrase::ContradictedWith : Phrase::ContradictedBy;
    }
    return Phrase::ReplacedBy;
}

}  // namespace

std::vector<Line> to_rival_lines(const Finding& finding, const View& view) {
    std::vector<Line> lines;
    for (const RivalRule& rival : finding.rivals) {
        const Phrase which = phrase_for(rival);
        const std::string rule = name_of(rival, view.language);
        const std::string own = to_words(rival.own, view.language);
        const std::string others = to_words(rival.others, view.language);
        std::string text;
        if (which == Phrase::ReplacedAsFavourable || which == Phrase::OutdoneBy || which == Phrase::ContradictedWith ||
            which == Phrase::OverruledBeside) {
            text = say(which, view.language, {{"rule", rule}, {"own", own}, {"others", others}});
        } else {
            text = say(which, view.language, {{"rule", rule}});
        }
        lines.push_back({Line::Kind::Reason, 0, std::move(text)});
    }
    if (finding.rivals.empty() || !finding.own_outcome) return lines;
    const std::string own = to_words(*finding.own_outcome, view.language);
    lines.push_back({Line::Kind::Reason, 0, say(Phrase::OutcomeAlone, view.language, {{"outcome", own}})});
    return lines;
}

}  // namespace toets::explanation
