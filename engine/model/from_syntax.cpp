#include "model/from_syntax.h"

#include "model/access.h"
#include "model/apportionments.h"
#include "model/checks.h"
#include "model/context.h"
#include "model/contradictions.h"
#include "model/deadlocks.h"
#include "model/definitions.h"
#include "model/departures.h"
#include "model/rules.h"
#include "model/tallies.h"
#include "model/vocabulary.h"

namespace toets::model {

Model from_syntax(const std::vector<Source>& documents, const Sources& sources, Diagnostics& diagnostics) {
    Model model;
    Context context{model, sources, diagnostics, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    const std::vector<Place> places = declare_vocabulary(context, documents);
    read_definitions(context);
    read_rules(context, places);
    read_departures(context, places);
    find_contradictions(context);
    find_deadlocks(context);
    read_tallies(context, places);
    read_apportionments(context, places);
    read_examples(context, places);
    check_access(context, places);
    check_model(context);
    return model;
}

}  // namespace toets::model
