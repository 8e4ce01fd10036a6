// The brackets behind a kind or a field: (financieel, volledig, door de gemeente). taal.md C16-C18.
#pragma once

#include "model/context.h"

namespace toets::model {

// What the brackets behind a kind or a field say, apart from its names.
struct Properties {
    std::optional<PrivacyClass> privacy;
    std::optional<Completeness> completeness;
    bool may_be_negative = false;
    bool is_consecutive = false;
    std::optional<Duration::Unit> bare_number_unit;
    Actors supplied_by;
    Actors judgement_of;
};

// `wonen`, `financieel`, `zorg`, `veiligheid`; nothing for other words.
std::optional<PrivacyClass> privacy_class(const std::string& key);
Properties read_properties(Context& context, const std::vector<syntax::Property>& list);
// Looks the actors up when all roles and kinds are known.
void resolve_declared_actors(Context& context);

}  // namespace toets::model
