// The model as text, for golden tests and `toets show --stage model`.
#pragma once

#include <string>

#include "base/source_text.h"
#include "model/model.h"

namespace toets::model {

std::string to_text(const Model& model, const Sources& sources);

}  // namespace toets::model
