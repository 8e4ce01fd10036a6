// Which file may include what: the rules of docs/architecture.md, checked against the sources as they are.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace architecture {

// One sentence per forbidden include under `root`/engine; empty when all is well.
std::vector<std::string> find_violations(const std::filesystem::path& root);

}  // namespace architecture
