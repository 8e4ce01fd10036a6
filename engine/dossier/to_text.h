// The file of a dossier: JSON with sorted keys, two spaces a level and a line feed after each line, as
// docs/dossier.schema.json has it. There is one text for a dossier, so that a changed byte shows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/result.h"
#include "dossier/dossier.h"

namespace toets::dossier {

std::string to_text(const Dossier& dossier);
// Any bytes: what is no dossier is a failure. What it holds is not judged, only its shape.
Result<Dossier> from_text(std::string_view text, const std::string& path);
// The line from which two texts differ; empty when they are the same.
std::optional<std::size_t> first_different_line(std::string_view left, std::string_view right);

}  // namespace toets::dossier
