// The monitor for another program, as docs/monitor.schema.json has it.
#include <nlohmann/json.hpp>
#include <ostream>

#include "explanation/codes.h"
#include "explanation/positions.h"
#include "explanation/report.h"
#include "monitor/monitor.h"

namespace toets::monitor {

namespace {

using Json = nlohmann::ordered_json;

Json optional_date(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }
Json optional_number(const std::optional<std::int64_t>& number) { return number ? Json(*number) : Json(nullptr); }

Json to_json(const std::optional<portfolio::Period>& period) {
    if (!period) return nullptr;
    return Json{{"first", to_iso(period->first)}, {"last", to_iso(period->last)}};
}

Json to_json(const Figure& figure) {
    if (figure.is_exact()) return figure.value;
    return figure.shown == Figure::Shown::Few ? "few" : "withheld";
}

Json to_json(const Figures& figures) {
    return Json{
        {"done", to_json(figures.done)}, {"planned", to_json(figures.planned)}, {"perhaps", to_json(figures.perhaps)}};
}

Json to_json(const Quarter& quarter, bool is_share) {
    return Json{{"number", quarter.number},
                {"first", to_iso(quarter.period.first)},
                {"last", to_iso(quarter.period.last)},
                {"counted", to_json(quarter.counted)},
                {"of", is_share ? to_json(quarter.of) : Json(nullptr)}};
}

Json to_json(const std::optional<Pace>& pace) {
    if (!pace) return nullptr;
    return Json{{"passed_days", pace->passed_days}, {"days", pace->days},
                {"at_end", pace->at_end},           {"due_now", optional_number(pace->due_now)},
                {"behind", pace->is_behind},        {"to_plan", optional_number(pace->to_plan)}};
}

// A row without the cases that count there.
Json to_json(const Row& row) {
    const explanation::TallyPosition& position = row.position;
    Json told = Json::parse(explanation::to_json_text(position));
    Json json;
    for (const char* key : {"key", "period", "outcome", "outcome_code", "blocking", "agreed", "threshold"}) {
        json[key] = std::move(told[key]);
    }
    if (!row.is_outcome_shown) json["outcome"] = json["outcome_code"] = nullptr;
    json["counted"] = to_json(row.counted);
    json["of"] = position.is_share ? to_json(row.of) : Json(nullptr);
    json["room"] = optional_number(position.after->room);
    json["short_of"] = optional_number(position.after->short_of);
    json["pace"] = to_json(row.pace);
    json["quarters"] = Json::array();
    for (const Quarter& quarter : row.quarters) json["quarters"].push_back(to_json(quarter, position.is_share));
    json["without_figures"] = row.without_figures;
    for (const char* key : {"carried_over", "swaps", "succeeded", "turn"}) json[key] = std::move(told[key]);
    return json;
}

Json to_json(const PartySum& sum) {
    Json json{{"role", sum.role}, {"party", sum.party}, {"period", to_json(sum.period)}, {"agreed", nullptr}};
    if (sum.agreed)
        json["agreed"] = Json{{"bound", explanation::to_code(sum.agreed->bound)}, {"value", *sum.agreed->value}};
    json["combinations"] = sum.rows;
    json["counted"] = to_json(sum.counted);
    json["quarters"] = Json::array();
    for (const Quarter& quarter : sum.quarters) json["quarters"].push_back(to_json(quarter, false));
    return json;
}

Json to_json(const explanation::TallyPosition::UsedBy& use) {
    return Json{{"label", use.label},
                {"date", optional_date(use.date)},
                {"late_in", optional_date(use.late_in)},
                {"is_sure", use.is_sure}};
}

Json to_json(const SilentParty& silent) {
    return Json{{"role", silent.role},
                {"party", silent.party},
                {"period", to_json(silent.period)},
                {"tallies", silent.tallies}};
}

Json to_json(const RuleUse& rule) {
    Json cases = Json::object();
    for (std::size_t outcome = 0; outcome < rule.cases.size(); ++outcome) {
        cases[std::string(explanation::to_code(static_cast<program::Outcome>(outcome)))] = to_json(rule.cases[outcome]);
    }
    return Json{{"kind", explanation::to_code(rule.kind)},
                {"rule", rule.name},
                {"article", rule.article},
                {"cases", std::move(cases)}};
}

std::string_view to_code(Attention::What what) {
    switch (what) {
        case Attention::What::Violated: return "violated";
        case Attention::What::NoFigures: return "no_figures";
        case Attention::What::Behind: return "behind";
        case Attention::What::Unknown: return "unknown";
        case Attention::What::NearLimit: return "near_limit";
        case Attention::What::Undivided: return "undivided";
        case Attention::What::NotHandedOn: return "not_handed_on";
        case Attention::What::RuleViolated: return "rule_violated";
    }
    return "";
}

// Places in the lists of the same document.
Json to_json(const Attention& attention) {
    Json json{{"what", to_code(attention.what)},
              {"tally", nullptr},
              {"row", nullptr},
              {"silent", nullptr},
              {"rule", nullptr},
              {"division", nullptr},
              {"redistribution", nullptr}};
    if (attention.what == Attention::What::NoFigures) {
        json["silent"] = attention.tally;
    } else if (attention.what == Attention::What::RuleViolated) {
        json["rule"] = attention.tally;
    } else if (attention.what == Attention::What::Undivided) {
        json["division"] = attention.tally;
    } else if (attention.what == Attention::What::NotHandedOn) {
        json["redistribution"] = attention.tally;
    } else {
        json["tally"] = attention.tally;
        json["row"] = attention.row;
    }
    return json;
}

template <class Item>
Json to_array(const std::vector<Item>& items) {
    Json array = Json::array();
    for (const Item& item : items) array.push_back(to_json(item));
    return array;
}

// Text of which the lists are written item by item, so that it is never in memory as a whole: a list of the cases that
// count in each combination is as long as the register.
class JsonText {
public:
    explicit JsonText(std::ostream& output) : output_(output) {}

    // An object of which the last member is still to come: a list with this name.
    void open(const Json& object, std::string_view list) {
        const std::string text = dumped(object);
        output_ << std::string_view(text).substr(0, text.size() - margin().size() - 1) << ",";
        depth_ += 1;
        open(list);
    }
    void open(std::string_view list) {
        output_ << margin() << '"' << list << "\": [";
        depth_ += 1;
        has_items_.push_back(false);
    }
    void begin_item() {
        output_ << (has_items_.back() ? "," : "") << margin();
        has_items_.back() = true;
    }
    void add(const Json& item) {
        begin_item();
        output_ << dumped(item);
    }
    void close_list() {
        depth_ -= 1;
        if (has_items_.back()) output_ << margin();
        has_items_.pop_back();
        output_ << "]";
    }
    // The members that come behind a list, and the end of their object.
    void close(const Json& members) {
        depth_ -= 1;
        output_ << "," << dumped(members).substr(1);
    }
    void close() {
        depth_ -= 1;
        output_ << margin() << "}";
    }

private:
    static constexpr int indentation = 2;
    [[nodiscard]] std::string margin() const {
        return "\n" + std::string(static_cast<std::size_t>(indentation) * depth_, ' ');
    }
    [[nodiscard]] std::string dumped(const Json& json) const {
        const std::string text = json.dump(indentation, ' ', false, Json::error_handler_t::replace);
        std::string moved;
        for (const char byte : text) byte == '\n' ? moved += margin() : moved += byte;
        return moved;
    }

    std::ostream& output_;
    std::size_t depth_ = 0;
    std::vector<bool> has_items_;  // of the lists that are open
};

class Writer {
public:
    Writer(const Monitor& monitor, const Sources& sources, const portfolio::Ledger& ledger, std::ostream& output)
        : monitor_(monitor), sources_(sources), look_{ledger}, output_(output), text_(output) {}

    void write() {
        text_.open(Json{{"agreement", monitor_.agreement},
                        {"reference_date", to_iso(monitor_.reference_date)},
                        {"known_as_of", optional_date(monitor_.known_on)},
                        {"period", to_json(monitor_.period)},
                        {"fewest_shown", monitor_.fewest_shown > 0 ? Json(monitor_.fewest_shown) : Json(nullptr)},
                        {"cases", to_json(monitor_.cases)},
                        {"refused", to_json(monitor_.refused)},
                        {"twice", to_json(monitor_.twice)},
                        {"attention", to_array(monitor_.attention)}},
                   "tallies");
        for (const TallyTable& tally : monitor_.tallies) write(tally);
        text_.close_list();
        Json rest{{"silent", to_array(monitor_.silent)}, {"rules", to_array(monitor_.rules)}};
        if (!monitor_.role.empty()) add_reader(rest);
        rest["divisions"] = Json::parse(apportionments_json(monitor_.apportionments));
        rest["redistributions"] = Json::parse(redistributions_json(monitor_.redistributions));
        text_.close(rest);
        output_ << "\n";
    }

private:
    void add_reader(Json& json) const {
        json["seen_by"] = monitor_.role;
        json["not_shown"] = monitor_.not_shown;
        for (const TallyTable& tally : monitor_.tallies) {
            if (!tally.is_shown) json["not_shown"].push_back(tally.name);
        }
    }
    void write(const TallyTable& tally) {
        text_.begin_item();
        text_.open(Json{{"kind", explanation::to_code(tally.kind)}, {"name", tally.name}, {"article", tally.article}},
                   "rows");
        for (const Row& row : tally.rows) write(row);
        text_.close_list();
        text_.close(Json{{"sums", to_array(tally.sums)}});
    }
    void write(const Row& row) {
        text_.begin_item();
        text_.open(to_json(row), "used_by");
        if (monitor_.fewest_shown == 0) {
            const explanation::TallyPosition whole =
                explanation::to_position(sources_, look_, *row.position.after, explanation::all_uses);
            for (const explanation::TallyPosition::UsedBy& use : whole.used_by) text_.add(to_json(use));
        }
        text_.close_list();
        text_.close();
    }

    const Monitor& monitor_;
    const Sources& sources_;
    portfolio::Look look_;
    std::ostream& output_;
    JsonText text_;
};

}  // namespace

void to_json(const Monitor& monitor, const Sources& sources, const portfolio::Ledger& ledger, std::ostream& output) {
    Writer(monitor, sources, ledger, output).write();
}

}  // namespace toets::monitor
