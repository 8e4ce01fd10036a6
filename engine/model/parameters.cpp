#include "model/fields.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

// A parameter may end before its document does, or begin after it.
void narrow(const syntax::ValidityClause& own, Parameter& parameter) {
    if (own.last && (!parameter.last || *own.last < *parameter.last)) parameter.last = own.last;
    std::vector<ParameterRow>& rows = parameter.rows;
    while (rows.size() > 1 && rows[1].from <= own.first) rows.erase(rows.begin());
    if (!rows.empty() && rows.front().from < own.first) rows.front().from = own.first;
}

}  // namespace

void read_parameter_rows(Context& context, const syntax::Header& header, Parameter& parameter) {
    for (const syntax::Clause& clause : header.clauses) {
        const auto* row = std::get_if<syntax::ParameterRowClause>(&clause.kind);
        if (row == nullptr) continue;
        const auto& words = row->value.first.words;
        std::optional<std::int64_t> value;
        if (words.size() == 1 && words[0].literal && row->value.rest.empty())
            value = column_value(*words[0].literal, parameter.type.base);
        if (!value) {
            context.report(Code::ParameterRowType, row->value.where,
                           {type_argument("expected", parameter.type, context.model),
                            word("found", text_of(row->value.first)), notation_argument(parameter.type)});
            continue;
        }
        ParameterRow result;
        result.from = row->from;
        result.value = *value;
        result.source = row->source && row->source->text ? *row->source->text : "";
        result.unverified = !row->source || !row->source->text || row->source->unverified;
        result.where = clause.where;
        if (!parameter.rows.empty() && result.from <= parameter.rows.back().from) {
            context.report(Code::ParameterRowsOutOfOrder, clause.where,
                           {word("date", to_words(result.from, Language::Dutch))});
            continue;
        }
        parameter.rows.push_back(result);
    }
    for (const syntax::Clause& clause : header.clauses) {
        const auto* validity = std::get_if<syntax::ValidityClause>(&clause.kind);
        if (validity == nullptr) continue;
        if (validity->last && *validity->last < validity->first) context.report(Code::ValidityBackwards, clause.where);
        narrow(*validity, parameter);
    }
}

}  // namespace toets::model
