#include "explanation/not_shown.h"

#include <algorithm>

#include "program/data_use.h"

namespace toets::explanation {

namespace {

void add_names(const Who& more, Who& all) {
    for (const std::string& name : more.names) {
        if (std::find(all.names.begin(), all.names.end(), name) == all.names.end()) all.names.push_back(name);
    }
    all.any = all.any || more.any;
}

// Those of its parts that do not hold as far as can be seen.
void add_responsible(const Sentence& sentence, Who& all) {
    if (sentence.holds == Truth::True) return;
    add_names(sentence.responsible, all);
    for (const Sentence& part : sentence.parts) add_responsible(part, all);
}

// As a finding names its place.
std::string article_of(const model::RuleSource& source) {
    return source.article.empty() && !source.headings.empty() ? source.headings.back() : source.article;
}

const model::Actors* actors_of(const model::RuleVersion& version) {
    if (!version.arranged_by.actors.empty()) return &version.arranged_by;
    if (version.duty) return &version.duty->who;
    if (version.power) return &version.power->who;
    return version.ban ? &version.ban->who : nullptr;
}

}  // namespace

Who NotShownWriter::suppliers(const std::vector<model::FieldId>& fields) const {
    Who all;
    for (const model::FieldId field : fields) {
        if (sight_.hides[field.index()]) add_names(reading_.words().supplier(field), all);
    }
    return all;
}

Who NotShownWriter::responsible(const program::RuleProgram& rule, const std::vector<const Finding*>& undecided) const {
    Who who;
    for (const Finding* finding : undecided) {
        for (const Sentence& sentence : finding->sentences) add_responsible(sentence, who);
        if (who.names.empty()) add_names(finding->responsible, who);
    }
    const model::Rule& declared = reading_.model().rules[rule.rule];
    const model::Actors* actors = actors_of(declared.versions.back());
    if (who.names.empty() && actors != nullptr) who = reading_.words().who(*actors);
    return who.names.empty() ? suppliers(fields_of(reading_.program(), rule)) : who;
}

void NotShownWriter::add_texts(NotShown& rule) const {
    for (const model::ShownAs& shown : reading_.model().access.shown_as) {
        const bool is_asked = std::find(rule.classes.begin(), rule.classes.end(), shown.privacy) != rule.classes.end();
        if (is_asked) rule.texts.push_back(shown.text);
    }
}

void NotShownWriter::set_place(model::DocumentId document, const model::RuleSource& source, const Span& where,
                               NotShown& rule) const {
    rule.article = article_of(source);
    rule.document = reading_.model().documents[document].name;
    rule.is_main_document = document.index() == 0;
    rule.where = reading_.words().place(where);
}

NotShown NotShownWriter::of_rule(const program::RuleProgram& rule, const std::vector<model::PrivacyClass>& classes,
                                 const std::vector<const Finding*>& undecided) const {
    const model::Rule& declared = reading_.model().rules[rule.rule];
    const model::RuleVersion& version = declared.versions.back();
    NotShown told;
    told.rule = rule.rule;
    told.kind = declared.kind;
    told.name = declared.name;
    set_place(declared.document, version.source, version.where, told);
    told.is_blocking = evaluation::counts_for_verdict(reading_.program(), rule);
    told.classes = classes;
    told.who = responsible(rule, undecided);
    for (const Finding* finding : undecided) {
        for (const Missing& missing : finding->missing) {
            const bool is_told = std::any_of(told.missing.begin(), told.missing.end(),
                                             [&](const Missing& each) { return each.what == missing.what; });
            if (is_fact(missing) && !is_told) told.missing.push_back(missing);
        }
    }
    add_texts(told);
    return told;
}

NotShown NotShownWriter::of_tally(const program::TallyProgram& tally,
                                  const std::vector<model::PrivacyClass>& classes) const {
    const model::Tally& declared = reading_.model().tallies[tally.tally];
    NotShown told;
    told.tally = declared.kind;
    told.name = declared.name;
    set_place(declared.document, declared.source, declared.where, told);
    told.is_blocking = true;
    told.classes = classes;
    told.who = suppliers(fields_of(reading_.program(), tally));
    add_texts(told);
    return told;
}

}  // namespace toets::explanation
