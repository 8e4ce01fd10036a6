// The dossiers among the golden cases are what docs/dossier.schema.json says.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../json_schema.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

nlohmann::json json_of(const fs::path& path) {
    std::ifstream file(path);
    return nlohmann::json::parse(file);
}

TEST(DossierSchema, FitsEveryGoldenDossier) {
    const nlohmann::json schema = json_of(fs::path(SOURCE_ROOT) / "docs" / "dossier.schema.json");
    const JsonSchema checker(schema);
    int checked = 0;
    for (const char* folder : {"klopt", "weggelaten", "register"}) {
        const fs::path cases = fs::path(SOURCE_ROOT) / "tests" / "golden" / "command_line" / "dossier" / folder;
        for (const fs::directory_entry& entry : fs::directory_iterator(cases)) {
            if (entry.path().extension() != ".json") continue;
            EXPECT_EQ(checker.check(schema, json_of(entry.path()), ""), "") << entry.path();
            ++checked;
        }
    }
    EXPECT_GE(checked, 10);
}

TEST(DossierSchema, NoticesWhatDoesNotFit) {
    const nlohmann::json schema = json_of(fs::path(SOURCE_ROOT) / "docs" / "dossier.schema.json");
    const JsonSchema checker(schema);
    const nlohmann::json digest{{"$ref", "#/$defs/digest"}};
    EXPECT_EQ(checker.check(digest, std::string(64, '0'), ""), "");
    EXPECT_NE(checker.check(digest, std::string(63, '0'), ""), "");
    EXPECT_NE(checker.check(schema, nlohmann::json::object(), ""), "");
}

}  // namespace
}  // namespace toets
