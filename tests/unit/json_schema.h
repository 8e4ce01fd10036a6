// Whether a value is what one of our schemas says; the part of JSON Schema that they use.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

namespace toets {

class JsonSchema {
public:
    explicit JsonSchema(const nlohmann::json& root) : root_(root) {}

    // Empty when it fits, otherwise where it does not.
    [[nodiscard]] std::string check(const nlohmann::json& schema, const nlohmann::json& value,
                                    const std::string& path) const {
        if (schema.contains("$ref")) return check(referred(schema["$ref"]), value, path);
        if (schema.contains("oneOf") && !fits_one(schema["oneOf"], value, path)) return path + " fits none";
        if (schema.contains("enum") && !is_in(schema["enum"], value)) return path + " is not a value that may be";
        if (schema.contains("type") && !has_type(schema["type"], value)) return path + " is of another type";
        if (schema.contains("pattern") && !fits_pattern(schema["pattern"], value))
            return path + " is written otherwise";
        if (schema.contains("minimum") && value.is_number() && value < schema["minimum"]) return path + " is too small";
        if (value.is_array() && schema.contains("items")) return check_items(schema["items"], value, path);
        return value.is_object() ? check_object(schema, value, path) : std::string();
    }

private:
    [[nodiscard]] const nlohmann::json& referred(const std::string& reference) const {
        return root_.at(nlohmann::json::json_pointer(reference.substr(1)));
    }
    [[nodiscard]] bool fits_one(const nlohmann::json& schemas, const nlohmann::json& value,
                                const std::string& path) const {
        return std::count_if(schemas.begin(), schemas.end(),
                             [&](const nlohmann::json& schema) { return check(schema, value, path).empty(); }) == 1;
    }
    static bool fits_pattern(const nlohmann::json& pattern, const nlohmann::json& value) {
        return value.is_string() && std::regex_match(value.get<std::string>(), std::regex(pattern.get<std::string>()));
    }
    static bool is_in(const nlohmann::json& values, const nlohmann::json& value) {
        return std::find(values.begin(), values.end(), value) != values.end();
    }
    static bool has_type(const nlohmann::json& type, const nlohmann::json& value) {
        if (type.is_array()) {
            return std::any_of(type.begin(), type.end(),
                               [&](const nlohmann::json& each) { return has_type(each, value); });
        }
        if (type == "integer") return value.is_number_integer();
        return type == value.type_name();
    }
    [[nodiscard]] std::string check_items(const nlohmann::json& schema, const nlohmann::json& values,
                                          const std::string& path) const {
        for (std::size_t index = 0; index < values.size(); ++index) {
            std::string wrong = check(schema, values[index], path + "/" + std::to_string(index));
            if (!wrong.empty()) return wrong;
        }
        return {};
    }
    [[nodiscard]] std::string check_object(const nlohmann::json& schema, const nlohmann::json& value,
                                           const std::string& path) const {
        for (const nlohmann::json& key : schema.value("required", nlohmann::json::array())) {
            if (!value.contains(key.get<std::string>())) return path + "/" + key.get<std::string>() + " is missing";
        }
        const nlohmann::json properties = schema.value("properties", nlohmann::json::object());
        const nlohmann::json others = schema.value("additionalProperties", nlohmann::json(true));
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

    const nlohmann::json& root_;
};

}  // namespace toets
