// Small models by hand, for the tests of reading cases: as `from_syntax` would make them of a few declarations.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"

namespace toets::test {

using model::Base;

struct ModelBuilder {
    model::Model model;

    static model::Name name(const std::string& text, std::vector<std::string> also = {}) {
        model::Name made;
        made.text = text;
        made.also = std::move(also);
        for (const std::string article : {"de", "het", "een"}) {
            if (!text.starts_with(article + " ")) continue;
            made.article = article == "een" ? "" : article;
            made.text = text.substr(article.size() + 1);
        }
        return made;
    }

    model::KindId kind(const std::string& text, const std::string& plural = {}) {
        model::Kind made;
        made.name = name(text);
        made.name.plural = plural;
        return model.kinds.add(made);
    }
    model::KindId event(const std::string& text, const std::string& plural = {}) {
        const model::KindId id = kind(text, plural);
        model.kinds.at(id).category = model::KindCategory::Event;
        model.kinds.at(id).date = field(id, "de datum", type(Base::Date));
        model.kinds.at(id).performer = field(id, "de uitvoerder", type(Base::Organisation));
        return id;
    }
    model::KindId period(const std::string& text, const std::string& plural = {}) {
        const model::KindId id = kind(text, plural);
        model.kinds.at(id).category = model::KindCategory::Period;
        model.kinds.at(id).first_day = field(id, "de begindatum", type(Base::Date));
        model.kinds.at(id).last_day = field(id, "de einddatum", type(Base::Date));
        return id;
    }
    void subject(model::KindId id) { model.kinds.at(id).is_subject = true; }

    model::FieldId field(model::KindId kind_id, const std::string& text, model::Type the_type,
                         std::vector<std::string> also = {}) {
        model::Field made;
        made.kind = kind_id;
        made.name = name(text, std::move(also));
        made.type = the_type;
        const model::FieldId id = model.fields.add(made);
        model.kinds.at(kind_id).fields.push_back(id);
        return id;
    }
    model::Field& at(model::FieldId id) { return model.fields.at(id); }

    // `begrip the_kind van een owner`: the list on the owner, and the way back.
    model::FieldId owned(model::KindId owner, model::KindId item, model::Completeness completeness) {
        const model::Name item_name = model.kinds[item].name;
        const model::FieldId list = field(owner, item_name.text, things(item));
        at(list).name.plural = item_name.plural;
        at(list).role = model::FieldRole::Owned;
        at(list).completeness = completeness;
        const model::FieldId back = field(item, model.kinds[owner].name.text, thing(owner));
        at(back).role = model::FieldRole::Owner;
        at(list).partner = back;
        at(back).partner = list;
        model.kinds.at(item).owner = back;
        return list;
    }
    model::FieldId inverse(model::FieldId forward) {
        const model::Field leads = model.fields[forward];
        const model::FieldId back = field(leads.type.kind, model.kinds[leads.kind].name.text, thing(leads.kind));
        at(back).role = model::FieldRole::Inverse;
        at(back).partner = forward;
        return back;
    }

    model::RoleId party(const std::string& text, const std::vector<std::string>& members) {
        model::Role role;
        role.name = name(text);
        role.is_party = true;
        const model::RoleId id{static_cast<std::uint32_t>(model.roles.size())};
        for (const std::string& member : members) {
            model::Party made;
            made.name.text = member;
            made.role = id;
            role.members.push_back(model.parties.add(made));
        }
        return model.roles.add(role);
    }

    static model::Type type(Base base) {
        model::Type made;
        made.base = base;
        return made;
    }
    static model::Type thing(model::KindId kind_id) {
        model::Type made = type(Base::Thing);
        made.kind = kind_id;
        return made;
    }
    static model::Type things(model::KindId kind_id) {
        model::Type made = type(Base::Things);
        made.kind = kind_id;
        return made;
    }
    static model::Type role(model::RoleId role_id) {
        model::Type made = type(Base::Organisation);
        made.role = role_id;
        return made;
    }
    model::Type choice(const std::vector<std::string>& values, Base base = Base::Choice) {
        model::ChoiceList list;
        for (const std::string& value : values) list.values.push_back(name(value));
        model::Type made = type(base);
        made.choices = model.choice_lists.add(list);
        return made;
    }
};

}  // namespace toets::test
