#include "model/from_syntax.h"

#include "model/checks.h"
#include "model/context.h"
#include "model/definitions.h"
#include "model/rules.h"
#include "model/vocabulary.h"

namespace toets::model {

Model from_syntax(const std::vector<Source>& documents, const Sources& sources, Diagnostics& diagnostics) {
    Model model;
    Context context{model, sources, diagnostics, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    declare_vocabulary(context, documents);
    std::vector<Place> places;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        for (const syntax::Block& block : documents[i].document->blocks) {
            for (std::size_t header = 0; header < block.headers.size(); ++header) {
                places.push_back(
                    {documents[i].document, &block, &block.headers[header], header, model.documents.id_at(i)});
            }
        }
    }
    read_definitions(context);
    read_rules(context, places);
    read_examples(context, places);
    check_model(context);
    return model;
}

}  // namespace toets::model
