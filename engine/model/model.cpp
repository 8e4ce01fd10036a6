#include "model/model.h"

namespace toets::model {

std::string with_article(const Name& name) { return name.article.empty() ? name.text : name.article + " " + name.text; }

int scale(Base base) {
    switch (base) {
        case Base::Amount:
        case Base::HoursPerWeek: return 2;
        case Base::Number:
        case Base::Percentage: return 6;
        case Base::YesNo:
        case Base::Choice:
        case Base::ChoiceSet:
        case Base::Date:
        case Base::Count:
        case Base::Duration:
        case Base::Text:
        case Base::Person:
        case Base::Organisation:
        case Base::Thing:
        case Base::Things: break;
    }
    return 0;
}

bool is_numeric(Base base) {
    switch (base) {
        case Base::Amount:
        case Base::Count:
        case Base::Number:
        case Base::Percentage:
        case Base::HoursPerWeek: return true;
        case Base::YesNo:
        case Base::Choice:
        case Base::ChoiceSet:
        case Base::Date:
        case Base::Duration:
        case Base::Text:
        case Base::Person:
        case Base::Organisation:
        case Base::Thing:
        case Base::Things: break;
    }
    return false;
}

std::string_view privacy_name(PrivacyClass privacy) {
    switch (privacy) {
        case PrivacyClass::None: return {};
        case PrivacyClass::Housing: return "wonen";
        case PrivacyClass::Financial: return "financieel";
        case PrivacyClass::Care: return "zorg";
        case PrivacyClass::Safety: return "veiligheid";
    }
    return {};
}

}  // namespace toets::model
