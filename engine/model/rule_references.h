// References to rules (taal.md C65): `artikel 3 lid 1`, `artikel 3 tot en met 9`, `voorwaarde x`, `regels met kenmerk
// y`, in a list with `en`, and `van <document>` once at the end. An article or tag without `van` is that of the
// document itself; a name is known everywhere, for no two rules of a kind have the same.
#pragma once

#include <vector>

#include "model/context.h"

namespace toets::model {

struct ReferredRules {
    std::vector<VersionOfRule> versions;  // each once, in the order of the model
    // Only those named as `uitzondering x`: an article or tag stands for what it asks, not for what it excuses.
    std::vector<ExemptionId> exemptions;
    Span where;
};

// What the references name, once every rule and exemption is in the model and its versions are in order. Of a reference
// that names nothing is reported why; the rest is given all the same.
ReferredRules read_rule_references(Context& context, const std::vector<Place>& places, DocumentId document,
                                   const syntax::NamedRules& rules);

}  // namespace toets::model
