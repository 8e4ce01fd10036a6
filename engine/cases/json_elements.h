// The elements of a JSON array, each as the piece of text it is, so that each can be read as a case of its own.
#pragma once

#include <functional>

#include "cases/document_from_json.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// The whole text when it is no array. False after a mistake between the elements, which is reported.
bool for_each_element(const JsonText& json, Diagnostics& diagnostics,
                      const std::function<void(const JsonText&)>& visit);

}  // namespace toets::cases
