// What the golden answers of `toets monitor --format json` hold is what docs/monitor.schema.json says.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace toets::monitor {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// The part of JSON Schema that our schema uses.
class Checker {
public:
    explicit Checker(const Json& root) : root_(root) {}

    // Empty when it fits, otherwise where it does not.
    [[nodiscard]] std::string check(const Json& schema, const Json& value, const std::string& path) const {
        if (schema.contains("$ref")) return check(referred(schema["$ref"]), value, path);
        if (schema.contains("oneOf") && !fits_one(schema["oneOf"], value, path)) return path + " fits none";
        if (schema.contains("enum") && !is_in(schema["enum"], value)) return path + " is not a value that may be";
        if (schema.contains("type") && !has_type(schema["type"], value)) return path + " is of another type";
        if (schema.contains("minimum") && value.is_number() && value < schema["minimum"]) return path + " is too small";
        if (value.is_array() && schema.contains("items")) return check_items(schema["items"], value, path);
        return value.is_object() ? check_object(schema, value, path) : std::string();
    }

private:
    [[nodiscard]] const Json& referred(const std::string& reference) const {
        return root_.at(Json::json_pointer(reference.substr(1)));
    }
    [[nodiscard]] bool fits_one(const Json& schemas, const Json& value, const std::string& path) const {
        return std::count_if(schemas.begin(), schemas.end(),
                             [&](const Json& schema) { return check(schema, value, path).empty(); }) == 1;
    }
    static bool is_in(const Json& values, const Json& value) {
        return std::find(values.begin(), values.end(), value) != values.end();
    }
    static bool has_type(const Json& type, const Json& value) {
        if (type.is_array()) {
            return std::any_of(type.begin(), type.end(), [&](const Json& each) { return has_type(each, value); });
        }
        if (type == "integer") return value.is_number_integer();
        return type == value.type_name();
    }
    [[nodiscard]] std::string check_items(const Json& schema, const Json& values, const std::string& path) const {
        for (std::size_t index = 0; index < values.size(); ++index) {
            std::string wrong = check(schema, values[index], path + "/" + std::to_string(index));
            if (!wrong.empty()) return wrong;
        }
        return {};
    }
    [[nodiscard]] std::string check_object(const Json& schema, const Json& value, const std::string& path) const {
        for (const Json& key : schema.value("required", Json::array())) {
            if (!value.contains(key.get<std::string>())) return path + "/" + key.get<std::string>() + " is missing";
        }
        const Json properties = schema.value("properties", Json::object());
        const Json others = schema.value("additionalProperties", Json(true));
        for (const auto& [key, member] : value.items()) {
            const std::string at = path + "/" + key;
            std::string wrong;
            if (properties.contains(key)) {
                wrong = check(properties[key], member, at);
            } else if (others.is_object()) {
                wrong = check(others, member, at);
            } else if (others == false) {
                wrong = at + " is not in the schema";
            }
            if (!wrong.empty()) return wrong;
        }
        return {};
    }

    const Json& root_;
};

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(MonitorSchema, FitsEveryGoldenAnswer) {
    const Json schema = Json::parse(text_of(fs::path(SOURCE_ROOT) / "docs" / "monitor.schema.json"));
    const Checker checker(schema);
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
    const Checker checker(schema);
    const Json figure{{"$ref", "#/$defs/figure"}};
    EXPECT_EQ(checker.check(figure, "few", "/count"), "");
    EXPECT_NE(checker.check(figure, -1, "/count"), "");
    EXPECT_NE(checker.check(schema, Json::object(), ""), "");
}

}  // namespace
}  // namespace toets::monitor
