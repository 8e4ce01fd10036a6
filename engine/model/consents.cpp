#include "model/consents.h"

#include <algorithm>

#include "model/agreement_parties.h"
#include "model/seats.h"

namespace toets::model {

namespace {

constexpr Date always{INT32_MIN};

struct Given {
    PartyId party;
    std::optional<Date> on;
    Span where;
};
enum class State { Given, Undated, Missing };

class ConsentReader {
public:
    ConsentReader(Context& context, const syntax::Header& header, Validity& validity)
        : context_(context), header_(header), validity_(validity) {}

    std::optional<ConsentNeeded> read() {
        find_clauses();
        if (!asked_) return std::nullopt;
        find_day();
        return std::move(result_);
    }

private:
    void find_clauses() {
        for (const syntax::Clause& clause : header_.clauses) {
            if (const auto* after = std::get_if<syntax::AfterConsentClause>(&clause.kind)) {
                asked_ = true;
                result_.where = clause.where;
                parties_ = parties_named(context_, after->parties);
            }
        }
        for (const syntax::Clause& clause : header_.clauses) {
            if (const auto* given = std::get_if<syntax::ConsentGivenClause>(&clause.kind)) add(*given, clause.where);
        }
    }

    void add(const syntax::ConsentGivenClause& clause, Span where) {
        const std::optional<PartyId> party = party_named(context_, clause.party);
        if (!party) return;
        const std::string& name = context_.model.parties[*party].name.text;
        if (const Given* other = given_by(*party)) {
            context_.report(Code::ConsentTwice, where, {word("name", name)}, {{Code::DeclaredHereNote, other->where, {}}});
            return;
        }
        if (!is_asked(*party)) context_.report(Code::ConsentNotAsked, where, {word("name", name)});
        given_.push_back({*party, clause.on, where});
    }

    // Of itself, or of those whose place it takes.
    [[nodiscard]] bool is_asked(PartyId party) const {
        return std::any_of(parties_.begin(), parties_.end(), [&](PartyId each) {
            const std::vector<PartyId> before = predecessors_of(context_.model, party);
            return each == party || std::find(before.begin(), before.end(), each) != before.end();
        });
    }

    [[nodiscard]] const Given* given_by(PartyId party) const {
        const auto found =
            std::find_if(given_.begin(), given_.end(), [party](const Given& each) { return each.party == party; });
        return found == given_.end() ? nullptr : &*found;
    }

    // On that day. A party that took part in nothing before it succeeded others has the consent of those.
    [[nodiscard]] State state_of(PartyId seat, Date day) const {
        if (const Given* own = given_by(seat)) {
            if (!own->on) return State::Undated;
            return *own->on <= day ? State::Given : State::Missing;
        }
        State all = State::Given;
        bool is_any = false;
        for (const Succession& each : context_.model.successions) {
            if (each.successor != seat || day < each.from) continue;
            const std::optional<Date>& joined = context_.model.parties[seat].joined;
            if (!joined || *joined < each.from) return State::Missing;
            is_any = true;
            all = std::max(all, state_of(each.party, day));
        }
        return is_any ? all : State::Missing;
    }

    // The days on which something may change, from the first on which it could be in force.
    [[nodiscard]] std::vector<Date> days() const {
        const Date first = validity_.first.value_or(always);
        std::vector<Date> days{first};
        const auto add_day = [&](const std::optional<Date>& day) {
            if (day && first < *day) days.push_back(*day);
        };
        for (const Given& each : given_) add_day(each.on);
        for (const Succession& each : context_.model.successions) add_day(each.from);
        for (const PartyId party : parties_) {
            add_day(context_.model.parties[party].joined);
            if (const std::optional<Date>& left = context_.model.parties[party].left) add_day(Date{left->days + 1});
        }
        std::sort(days.begin(), days.end());
        return days;
    }

    void find_day() {
        std::optional<Date> doubtful;
        for (const Date day : days()) {
            State worst = State::Given;
            for (const PartyId seat : seats_on(context_.model, parties_, day)) {
                worst = std::max(worst, state_of(seat, day));
            }
            if (worst == State::Given) return begin_on(day);
            if (worst == State::Undated && !doubtful) doubtful = day;
        }
        name_missing(days().back());
        if (doubtful) {
            if (*doubtful != always) validity_.first = doubtful;
            validity_.is_doubtful = true;
            return;
        }
        validity_.is_never = true;
    }

    void begin_on(Date day) {
        if (day == validity_.first.value_or(always)) return;
        validity_.first = day;
        result_.complete = day;
    }

    void name_missing(Date day) {
        for (const PartyId seat : seats_on(context_.model, parties_, day)) {
            const State state = state_of(seat, day);
            if (state == State::Missing) result_.missing.push_back(seat);
            if (state == State::Undated) result_.undated.push_back(seat);
        }
    }

    Context& context_;
    const syntax::Header& header_;
    Validity& validity_;
    bool asked_ = false;
    std::vector<PartyId> parties_;
    std::vector<Given> given_;
    ConsentNeeded result_;
};

}  // namespace

void read_consents(Context& context, const syntax::Header& header, Validity& validity,
                   std::optional<ConsentNeeded>& needed) {
    needed = ConsentReader(context, header, validity).read();
    if (!needed || needed->missing.empty()) return;
    std::string names;
    for (const PartyId party : needed->missing) {
        names += (names.empty() ? "" : ", ") + context.model.parties[party].name.text;
    }
    context.report(Code::ConsentMissing, needed->where, {word("names", names), word("first", context.model.parties[needed->missing.front()].name.text)});
}

}  // namespace toets::model
