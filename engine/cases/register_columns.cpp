#include "cases/register_columns.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t longest_column_name = 60;  // characters shown
constexpr std::size_t longest_slip = 100;        // bytes; a longer name is no slip of another one
constexpr std::size_t most_hints = 20;
constexpr std::size_t most_listed = 30;  // columns in one message

std::string shown_column(std::string_view name) { return to_printable(name, longest_column_name); }

// "`Huur`, `Naam` en nog 3"
Argument listed_columns(const std::vector<std::string>& names) {
    std::string nl;
    std::string en;
    for (std::size_t index = 0; index < names.size() && index < most_listed; ++index) {
        const std::string shown = "`" + shown_column(names[index]) + "`";
        const bool is_named = !names[index].empty();
        nl += (index == 0 ? "" : ", ") + (is_named ? shown : "een kolom zonder naam");
        en += (index == 0 ? "" : ", ") + (is_named ? shown : "a column without a name");
    }
    if (names.size() <= most_listed) return term("columns", nl, en);
    const std::string rest = std::to_string(names.size() - most_listed);
    return term("columns", nl + " en nog " + rest, en + " and " + rest + " more");
}

class HeaderReader {
public:
    HeaderReader(const CsvRecord& header, const RegisterMapping& mapping, const Note& place, Diagnostics& diagnostics)
        : mapping_(mapping), place_(place), diagnostics_(diagnostics) {
        for (std::size_t index = 0; index < header.cells.size(); ++index) {
            columns_.names.push_back(header.value(index));
            ++times_[fold(columns_.names.back())];
            places_.emplace(fold(columns_.names.back()), index);
        }
        for (const ColumnName* name : wanted_names()) wanted_.insert(fold(name->text));
    }

    std::optional<RegisterColumns> read() {
        if (!has_any()) {
            const std::string example = wanted_names().empty() ? std::string() : wanted_names().front()->text;
            diagnostics_.report(Code::NoHeader, {}, {word("column", shown_column(example))}, {place_});
            return std::nullopt;
        }
        const std::size_t errors = diagnostics_.error_count();
        find_unmapped();
        for (const MappedFact& fact : mapping_.facts) columns_.of_facts.push_back(fact.column ? find(*fact.column) : 0);
        if (mapping_.label) columns_.label = find(*mapping_.label);
        if (mapping_.date_column) columns_.reference_date = find(*mapping_.date_column);
        return diagnostics_.error_count() == errors ? std::optional(std::move(columns_)) : std::nullopt;
    }

private:
    [[nodiscard]] std::vector<const ColumnName*> wanted_names() const {
        std::vector<const ColumnName*> names;
        for (const MappedFact& fact : mapping_.facts) {
            if (fact.column) names.push_back(&*fact.column);
        }
        if (mapping_.label) names.push_back(&*mapping_.label);
        if (mapping_.date_column) names.push_back(&*mapping_.date_column);
        return names;
    }

    // Without one known name the first line may be a case, whose facts belong in no message.
    [[nodiscard]] bool has_any() const {
        for (const std::string& name : wanted_) {
            if (places_.contains(name)) return true;
        }
        return false;
    }

    void find_unmapped() {
        std::unordered_set<std::string> unused;
        for (const ColumnName& name : mapping_.unused) unused.insert(fold(name.text));
        for (const std::string& name : columns_.names) {
            if (!wanted_.contains(fold(name)) && !unused.contains(fold(name))) unmapped_.push_back(name);
        }
        if (!unmapped_.empty()) {
            diagnostics_.report(Code::ColumnsNotMapped, {}, {listed_columns(unmapped_)}, {place_});
        }
    }

    std::size_t find(const ColumnName& name) {
        const std::string folded = fold(name.text);
        const auto place = places_.find(folded);
        if (place == places_.end()) {
            report_missing(name);
            return 0;
        }
        if (times_[folded] > 1) {
            diagnostics_.report(Code::ColumnTwice, name.where, {word("column", shown_column(name.text))}, {place_});
        }
        return place->second;
    }
    void report_missing(const ColumnName& name) {
        std::vector<Note> notes;
        const bool may_be_slip = ++hints_ <= most_hints && name.text.size() <= longest_slip;
        if (may_be_slip) {
            std::vector<std::string> candidates;
            for (const std::string& each : unmapped_) {
                if (each.size() <= longest_slip) candidates.push_back(each);
            }
            const auto index = nearest(name.text, candidates);
            if (index) notes.push_back({Code::NearestKeyNote, {}, {word("name", shown_column(candidates[*index]))}});
        }
        notes.push_back(place_);
        diagnostics_.report(Code::ColumnNotInFile, name.where, {word("column", shown_column(name.text))},
                            std::move(notes));
    }

    const RegisterMapping& mapping_;
    const Note& place_;
    Diagnostics& diagnostics_;
    RegisterColumns columns_;
    std::unordered_map<std::string, std::size_t> places_;  // by folded name
    std::unordered_map<std::string, std::size_t> times_;
    std::unordered_set<std::string> wanted_;
    std::vector<std::string> unmapped_;
    std::size_t hints_ = 0;
};

struct Separator {
    char byte;
    const char* nl;
    const char* en;
};
constexpr std::array<Separator, 3> separators = {
    {{';', "puntkomma's", "semicolons"}, {',', "komma's", "commas"}, {'\t', "tabs", "tabs"}}};

}  // namespace

std::optional<RegisterColumns> columns_from_header(const CsvRecord& header, const RegisterMapping& mapping,
                                                   const Note& place, Diagnostics& diagnostics) {
    if (header.cell_count > most_columns) {
        diagnostics.report(Code::TooManyColumns, {}, {word("limit", std::to_string(most_columns))}, {place});
        return std::nullopt;
    }
    return HeaderReader(header, mapping, place, diagnostics).read();
}

std::optional<char> separator_from_header(std::string_view line, const Note& place, Diagnostics& diagnostics) {
    std::array<bool, separators.size()> is_there{};
    bool is_quoted = false;
    for (const char byte : line) {
        if (byte == '"') is_quoted = !is_quoted;
        for (std::size_t index = 0; index < separators.size() && !is_quoted; ++index) {
            is_there[index] = is_there[index] || byte == separators[index].byte;
        }
    }
    std::optional<char> found;
    std::string nl;
    std::string en;
    std::size_t count = 0;
    for (std::size_t index = 0; index < separators.size(); ++index) {
        if (!is_there[index]) continue;
        found = separators[index].byte;
        nl += (count == 0 ? "" : " en ") + std::string(separators[index].nl);
        en += (count == 0 ? "" : " and ") + std::string(separators[index].en);
        ++count;
    }
    if (count == 1) return found;
    if (count == 0) {
        nl = "geen puntkomma, komma of tab";
        en = "no semicolon, comma or tab";
    }
    diagnostics.report(Code::SeparatorUnclear, {}, {term("found", nl, en)}, {place});
    return std::nullopt;
}

}  // namespace toets::cases
