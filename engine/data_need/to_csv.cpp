// A row for each fact of each question; facts that no question uses have no rule.
#include "base/csv_row.h"
#include "data_need/data_need.h"
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::data_need {

using explanation::Phrase;
using explanation::say;

namespace {

std::string fact_row(std::vector<std::string> fields, const Fact& fact, Language language) {
    std::vector<std::string> readers;
    for (const Reader& reader : fact.seen_by) readers.push_back(to_words(reader, language));
    for (const std::string& field :
         {fact.name, fact.thing, class_name(fact.privacy, language), explanation::joined(fact.supplied_by, ", "),
          explanation::joined(fact.judged_by, ", "), explanation::joined(readers, ", ")}) {
        fields.push_back(field);
    }
    return to_csv_row(fields);
}

}  // namespace

std::string to_csv(const DataNeed& need, Language language) {
    std::vector<std::string> header;
    for (const Phrase column : {Phrase::ColumnDocument, Phrase::ColumnArticle, Phrase::ColumnKind, Phrase::ColumnName,
                                Phrase::ColumnFact, Phrase::ColumnThing, Phrase::ColumnClass, Phrase::ColumnSupplier,
                                Phrase::ColumnJudge, Phrase::ColumnSeenBy}) {
        header.push_back(say(column, language));
    }
    std::string csv = to_csv_row(header);
    for (const Question& question : need.questions) {
        for (const Fact& fact : question.facts) {
            csv += fact_row({question.document, question.article, kind_words(question, language), question.name}, fact,
                            language);
        }
    }
    for (const Fact& fact : need.unused) csv += fact_row({"", "", "", ""}, fact, language);
    return csv;
}

}  // namespace toets::data_need
