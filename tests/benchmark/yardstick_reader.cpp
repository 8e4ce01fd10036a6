#include <algorithm>
#include <array>

#include "yardstick.h"
#include "yardstick_json.h"

namespace yardstick {

namespace {

constexpr std::array<std::string_view, 8> corporations = {"deltaWonen", "SWZ",   "Openbaar Belang", "Vivare",
                                                          "Portaal",    "Talis", "Domesta",         "Lefier"};
constexpr std::array<std::string_view, 7> municipalities = {"Zwolle",     "Kampen", "Dalfsen",   "Raalte",
                                                            "Olst-Wijhe", "Ommen",  "Hardenberg"};
template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Reader {
public:
    explicit Reader(Cases& cases) : cases_(cases) {}

    void read(ondemand::object object) {
        Case c{};
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (is(key, "assessed")) {
                c.assessed = day(field.value());
                c.known |= Assessed;
            } else if (is(key, "client"))
                read_client(field.value(), c);
            else if (is(key, "decision"))
                read_decision(field.value(), c);
            else if (is(key, "guidance"))
                read_guidance(field.value(), c);
            else if (is(key, "fallback"))
                read_fallback(field.value(), c);
            else if (is(key, "allocation"))
                read_allocation(field.value(), c);
            else if (is(key, "evaluation"))
                read_evaluation(field.value(), c);
            else if (is(key, "debts"))
                read_debts(field.value(), c);
            else if (is(key, "nuisance"))
                read_nuisances(field.value(), c);
        }
        cases_.cases.push_back(c);
    }

private:
    static void read_client(ondemand::object object, Case& c) {
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (is(key, "adults")) {
                c.adults = small(field.value());
                c.known |= Adults;
            } else if (is(key, "children")) {
                c.children = small(field.value());
                c.known |= Children;
            } else if (is(key, "income")) {
                c.income = number(field.value());
                c.known |= Income;
            }
        }
    }
    static void read_decision(ondemand::object object, Case& c) {
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (is(key, "kind")) {
                c.is_decision_needed = text(field.value()) != "none";
                c.known |= DecisionKind;
            } else if (is(key, "from")) {
                c.decision_from = day(field.value());
                c.known |= DecisionFrom;
            } else if (is(key, "until")) {
                c.decision_until = day(field.value());
                c.known |= DecisionUntil;
            }
        }
    }
    static void read_guidance(ondemand::object object, Case& c) {
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (is(key, "signed")) {
                c.signed_on = day(field.value());
                c.known |= Signed;
            } else if (is(key, "start")) {
                c.start = day(field.value());
                c.known |= Start;
            } else if (is(key, "hours")) {
                c.half_hours = static_cast<std::int16_t>(double(field.value().get_double()) * 2);
                c.known |= Hours;
            } else if (is(key, "months")) {
                c.months = small(field.value());
                c.known |= Months;
            }
        }
    }
    static void read_fallback(ondemand::object object, Case& c) {
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (is(key, "guaranteed")) {
                c.guaranteed = truth(field.value());
                c.known |= Guaranteed;
            } else if (is(key, "by")) {
                c.is_by_provider = text(field.value()) == "provider";
                c.known |= By;
            } else if (is(key, "until")) {
                c.fallback_until = day(field.value());
                c.known |= FallbackUntil;
            }
        }
    }
    static void read_allocation(ondemand::object object, Case& c) {
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (is(key, "municipality")) {
                c.takes_part_municipality = is_among(municipalities, text(field.value()));
                c.known |= Municipality;
            } else if (is(key, "corporation")) {
                c.takes_part_corporation = is_among(corporations, text(field.value()));
                c.known |= Corporation;
            } else if (is(key, "contract")) {
                c.contract = to_contract(text(field.value()));
                c.known |= ContractKind;
            } else if (is(key, "rent")) {
                c.rent = number(field.value());
                c.known |= Rent;
            } else if (is(key, "units")) {
                c.units = small(field.value());
                c.known |= Units;
            } else if (is(key, "clients")) {
                c.clients = small(field.value());
                c.known |= Clients;
            } else if (is(key, "date")) {
                c.allocated = day(field.value());
                c.known |= Allocated;
            } else if (is(key, "exemption")) {
                c.exemption = truth(field.value());
                c.known |= Exemption;
            }
        }
    }
    static void read_evaluation(ondemand::object object, Case& c) {
        for (ondemand::field field : object) {
            if (!is(field.key(), "last")) continue;
            c.last_evaluation = day(field.value());
            c.known |= LastEvaluation;
        }
    }
    void read_debts(ondemand::array array, Case& c) {
        c.known |= Debts;
        c.first_debt = static_cast<std::uint32_t>(cases_.debts.size());
        for (ondemand::object object : array) {
            Debt debt{};
            for (ondemand::field field : object) {
                const ondemand::raw_json_string key = field.key();
                if (is(key, "creditor")) {
                    debt.is_rent = text(field.value()) == "rent";
                    debt.known |= Creditor;
                } else if (is(key, "amount")) {
                    debt.amount = number(field.value());
                    debt.known |= Amount;
                } else if (is(key, "arrangement")) {
                    debt.has_arrangement = truth(field.value());
                    debt.known |= Arrangement;
                } else if (is(key, "start")) {
                    debt.start = day(field.value());
                    debt.known |= DebtStart;
                }
            }
            cases_.debts.push_back(debt);
            ++c.debts;
        }
    }
    void read_nuisances(ondemand::array array, Case& c) {
        c.known |= Nuisances;
        c.first_nuisance = static_cast<std::uint32_t>(cases_.nuisances.size());
        for (ondemand::object object : array) {
            bool is_known = false;
            bool is_closed = false;
            Nuisance nuisance{};
            for (ondemand::field field : object) {
                const ondemand::raw_json_string key = field.key();
                if (is(key, "date")) {
                    nuisance.reported = day(field.value());
                    nuisance.known |= Reported;
                } else if (is(key, "step")) {
                    nuisance.conversation = day(field.value());
                    nuisance.known |= Conversation;
                } else if (is(key, "closed")) {
                    is_closed = truth(field.value());
                    is_known = true;
                }
            }
            cases_.nuisances.push_back(nuisance);
            if (!is_known)
                ++c.perhaps_open;
            else if (!is_closed)
                ++c.open;
            ++c.nuisances;
        }
    }
    static Contract to_contract(std::string_view name) {
        if (name == "regular") return Contract::Regular;
        return name == "temporary" ? Contract::Temporary : Contract::ThreeParty;
    }

    Cases& cases_;
};

}  // namespace

bool read_lines(std::string_view text, Cases& cases) {
    Reader reader(cases);
    return each_line(text, [&](ondemand::object object) { reader.read(object); });
}

bool append_lines(const std::string& path, std::string& lines) { return append_blocks<Cases>(path, lines); }

}  // namespace yardstick
