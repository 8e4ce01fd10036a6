// What the golden answers of `toets monitor --format json` hold is what docs/monitor.schema.json says.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../json_schema.h"

namespace toets::monitor {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(MonitorSchema, FitsEveryGoldenAnswer) {
    const Json schema = Json::parse(text_of(fs::path(SOURCE_ROOT) / "docs" / "monitor.schema.json"));
    const JsonSchema checker(schema);
    int checked = 0;
    for (const fs::directory_entry& topic :
         fs::directory_iterator(fs::path(SOURCE_ROOT) / "tests" / "golden" / "command_line" / "monitor")) {
        std::string text = text_of(topic.path() / "expected");
        if (text.empty() || text.front() != '{') continue;
        text.resize(text.rfind("\n}") + 2);
        EXPECT_EQ(checker.check(schema, Json::parse(text), ""), "") << topic.path();
        ++checked;
    }
    EXPECT_GE(checked, 3);
}

TEST(MonitorSchema, NoticesWhatDoesNotFit) {
    const Json schema = Json::parse(text_of(fs::path(SOURCE_ROOT) / "docs" / "monitor.schema.json"));
    const JsonSchema checker(schema);
    const Json figure{{"$ref", "#/$defs/figure"}};
    EXPECT_EQ(checker.check(figure, "few", "/count"), "");
    EXPECT_NE(checker.check(figure, -1, "/count"), "");
    EXPECT_NE(checker.check(schema, Json::object(), ""), "");
}

}  // namespace
}  // namespace toets::monitor
