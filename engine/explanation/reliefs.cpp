#include "explanation/reliefs.h"

#include "base/ensure.h"
#include "explanation/deeds.h"

namespace toets::explanation {

namespace {

// Each decision in the case that names the rule, or that may.
void collect_decisions(const Reading& reading, const program::Proof& list, std::uint32_t row, ClauseSeen& seen) {
    if (!list.items.is_valid() || !list.filter.is_valid()) return;
    const program::Proof& filter = reading.program().proofs[list.filter];
    ensure(!filter.legs.empty());
    const model::KindId kind = reading.program().frames[list.items].kind;
    const model::Kind& declared = reading.model().kinds[kind];
    const evaluation::Trace::Rows rows = reading.trace().items(list.items, row);
    for (std::uint32_t item = rows.first; item < rows.last; ++item) {
        if (reading.truth(filter.legs.front().holds, item) == Truth::False) continue;
        const std::uint32_t thing = reading.trace().thing(list.items, item);
        DecisionSeen decision;
        decision.date = known_date(reading.words().stored(declared.date, thing));
        decision.by = party_words(reading, declared.performer, reading.words().stored(declared.performer, thing));
        decision.counts = reading.counts(list, item);
        seen.decisions.push_back(std::move(decision));
    }
}

}  // namespace

ClauseSeen to_clause(const Reading& reading, const program::ExceptionProof& proof, std::uint32_t row) {
    const model::Rule& rule = reading.model().rules[proof.clause->rule];
    const model::RuleVersion& version = rule.versions[proof.clause->version];
    const model::RuleSource& source = version.source;
    ClauseSeen seen;
    seen.name = rule.name;
    seen.article = source.article.empty() && !source.headings.empty() ? source.headings.back() : source.article;
    seen.document = reading.model().documents[source.document].name;
    seen.is_main_document = source.document.index() == 0;
    seen.where = reading.words().place(version.where);
    if (version.hardship) seen.who = reading.words().who(version.hardship->who);
    for (const program::LegProof& leg : reading.program().proofs[proof.condition].legs) {
        collect_decisions(reading, reading.program().proofs[leg.condition], row, seen);
    }
    return seen;
}

}  // namespace toets::explanation
