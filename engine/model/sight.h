// What somebody sees of a case who sees some classes of facts (C78), by field: a fact without a class is seen by
// nobody.
#pragma once

#include <string_view>
#include <vector>

#include "model/model.h"

namespace toets::model {

struct Sight {
    ClassSet sees;
    std::vector<bool> hides;       // by FieldId
    std::vector<bool> is_partial;  // by KindId: there may be things of it that are not seen
};
Sight to_sight(const Model& model, ClassSet sees);
// By its name, with or without article; null when no `inzage` names it.
const RoleAccess* find_access(const Model& model, std::string_view role);

}  // namespace toets::model
