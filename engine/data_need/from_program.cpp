#include <algorithm>

#include "base/text.h"
#include "data_need/data_need.h"
#include "explanation/role_view.h"
#include "program/data_use.h"

namespace toets::data_need {

namespace {

bool is_reference(const model::Field& field) {
    return field.type.base == model::Base::Thing || field.type.base == model::Base::Things;
}

bool is_told_in_cases(const model::Field& field) {
    return field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned;
}

std::vector<std::string> names_of(const model::Actors& actors) {
    std::vector<std::string> names;
    for (const model::Actor& actor : actors.actors) names.push_back(actor.words);
    return names;
}

class Collector {
public:
    explicit Collector(const program::Program& program)
        : program_(program), model_(*program.model), is_used_(model_.fields.size()) {
        for (const model::RoleAccess& access : model_.access.roles) add_readers(access);
    }

    DataNeed collect() {
        DataNeed need;
        need.agreement = model_.documents[model_.documents.id_at(0)].name;
        need.says_who_sees = model_.access.is_declared;
        for (const program::RuleProgram& rule : program_.rules) {
            if (!rule.versions.empty()) need.questions.push_back(question(rule));
        }
        for (const program::TallyProgram& tally : program_.tallies) need.questions.push_back(question(tally));
        for (const program::ApportionmentProgram& each : program_.apportionments) {
            need.questions.push_back(question(each));
        }
        for (const program::RedistributionProgram& each : program_.redistributions) {
            need.questions.push_back(question(each));
        }
        for (const model::Consent& consent : model_.access.consents) {
            need.consents.push_back({consent.privacy, with_article(model_.kinds[consent.giver].name)});
        }
        add_unused(need);
        return need;
    }

private:
    struct Seeing {
        Reader reader;
        explanation::RoleView view;
        model::ClassSet outcome_only;
    };
    // A role that sees more for some purpose is named for each purpose.
    void add_readers(const model::RoleAccess& access) {
        const auto sees_as_always = [&access](model::Purpose purpose) {
            return access.seen_for(purpose) == access.sees;
        };
        const bool is_one = std::all_of(model::purposes.begin(), model::purposes.end(), sees_as_always);
        for (const model::Purpose purpose : model::purposes) {
            explanation::RoleView view(program_, access, purpose);
            Reader reader{view.role(), is_one ? std::nullopt : std::optional(purpose)};
            readers_.push_back({std::move(reader), std::move(view), access.outcome_only});
            if (is_one) return;
        }
    }

    Question question(const program::RuleProgram& rule) {
        const model::Rule& declared = model_.rules[rule.rule];
        Question asked = question(rule, declared.name, declared.versions.back().source, rule.rule);
        asked.rule = declared.kind;
        return asked;
    }
    Question question(const program::TallyProgram& tally) {
        const model::Tally& declared = model_.tallies[tally.tally];
        Question asked = question(tally, declared.name, declared.source, tally.tally);
        asked.tally = declared.kind;
        return asked;
    }
    Question question(const program::ApportionmentProgram& apportionment) {
        const model::Apportionment& declared = model_.apportionments[apportionment.apportionment];
        return question(apportionment, declared.name, declared.source, apportionment.apportionment);
    }
    Question question(const program::RedistributionProgram& redistribution) {
        const model::Redistribution& declared = model_.redistributions[redistribution.redistribution];
        return question(redistribution, declared.name, declared.source, declared.tally);
    }
    // `seen_as`: what a role must be able to see to be told of it.
    template <class Compiled, class Id>
    Question question(const Compiled& compiled, const std::string& name, const model::RuleSource& source, Id seen_as) {
        Question asked;
        describe(name, source, asked);
        add_facts(program::fields_of(program_, compiled), asked);
        add_roles(seen_as, asked);
        return asked;
    }

    void describe(const std::string& name, const model::RuleSource& source, Question& asked) const {
        asked.name = name;
        asked.article = source.article;
        if (asked.article.empty() && !source.headings.empty()) asked.article = source.headings.back();
        asked.document = model_.documents[source.document].name;
    }

    void add_facts(const std::vector<model::FieldId>& fields, Question& asked) {
        for (const model::FieldId id : fields) {
            is_used_[id.index()] = true;
            const model::Field& field = model_.fields[id];
            if (is_told_in_cases(field) && !is_only_a_way(field, fields)) asked.facts.push_back(to_fact(field));
        }
    }
    // To a thing of which the facts are named themselves.
    [[nodiscard]] bool is_only_a_way(const model::Field& field, const std::vector<model::FieldId>& fields) const {
        return is_reference(field) && std::any_of(fields.begin(), fields.end(), [&](model::FieldId other) {
                   return model_.fields[other].kind == field.type.kind && is_told_in_cases(model_.fields[other]);
               });
    }

    [[nodiscard]] Fact to_fact(const model::Field& field) const {
        Fact fact{with_article(field.name), with_article(model_.kinds[field.kind].name), field.privacy, {}, {}, {}};
        if (field.type.base == model::Base::Things) {
            const std::string& plural = model_.kinds[field.type.kind].name.plural;
            if (field.role == model::FieldRole::Owned && !plural.empty()) fact.name = "de " + plural;
        }
        fact.supplied_by = names_of(field.supplied_by);
        fact.judged_by = names_of(field.judgement_of);
        for (const Seeing& each : readers_) {
            if (each.view.sight().sees.has(field.privacy)) fact.seen_by.push_back(each.reader);
        }
        return fact;
    }

    template <class Id>
    void add_roles(Id id, Question& asked) const {
        for (const Seeing& each : readers_) {
            const std::vector<model::PrivacyClass>& unseen = each.view.unseen(id);
            const bool has_outcome = std::all_of(unseen.begin(), unseen.end(), [&](model::PrivacyClass privacy) {
                return each.outcome_only.has(privacy);
            });
            const Told told = unseen.empty() ? Told::Reasons : has_outcome ? Told::Outcome : Told::Verdict;
            asked.roles.push_back({each.reader, told});
        }
    }

    void add_unused(DataNeed& need) const {
        for (std::size_t index = 0; index < model_.fields.size(); ++index) {
            const model::Field& field = model_.fields[model_.fields.id_at(index)];
            if (is_used_[index] || field.built_in || !is_told_in_cases(field)) continue;
            if (is_of_consent(field) || says_who_acts(field)) continue;
            need.unused.push_back(to_fact(field));
        }
    }
    // A field named after its role says who holds it: an answer names that party.
    [[nodiscard]] bool says_who_acts(const model::Field& field) const {
        return field.type.role.is_valid() && fold(field.name.text) == fold(model_.roles[field.type.role].name.text);
    }
    [[nodiscard]] bool is_of_consent(const model::Field& field) const {
        const auto& consents = model_.access.consents;
        return std::any_of(consents.begin(), consents.end(), [&](const model::Consent& consent) {
            return field.kind == consent.kind || field.type.kind == consent.kind;
        });
    }

    const program::Program& program_;
    const model::Model& model_;
    std::vector<Seeing> readers_;
    std::vector<bool> is_used_;  // by FieldId
};

}  // namespace

DataNeed from_program(const program::Program& program) { return Collector(program).collect(); }

}  // namespace toets::data_need
