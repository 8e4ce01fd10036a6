// A condition on each of the days up to the reference date (C82): a frame with a row for every day, in which that day
// stands for the reference date and what came after it has not happened.
#include "program/compiler.h"

namespace toets::program {

Scope Compiler::on_day(Register day, FrameId frame, const Scope& scope) {
    Scope inside = scope;
    inside.frame = frame;
    inside.today = day;
    inside.last_event = day;
    inside.judged_on = {};
    return inside;
}

// No proofs: there are thousands of days. What an answer tells is that of one of them.
Compiler::EachDay Compiler::each_day(model::ConditionId id, const Scope& scope) {
    const Register last = builder_.lift(now(scope).low, scope.frame);
    const Register days = builder_.emit({.operation = Operation::Days, .left = last, .constant = days_looked_at},
                                        Shape::List, scope.frame);
    const auto [frame, index] = builder_.enter(days, program_.frames[table_frame_of(scope.frame)].kind);
    const Register first = builder_.unary(Operation::ShiftDays, Shape::Value, last, 1 - days_looked_at);
    EachDay each{frame, builder_.binary(Operation::Add, Shape::Value, first, index), {}};
    const Apart apart(*this);
    each.truth = builder_.lift(condition(id, on_day(each.day, frame, scope)).truth, frame);
    return each;
}

Operand Compiler::first_day(const model::FirstDay& first, const Scope& scope) {
    const std::uint64_t name = (std::uint64_t{3} << 32U) | first.condition.value;
    const Register self = scope.things.empty() ? Register{} : scope.things.front().second;
    const Key key{name, self, scope.date, scope.last_event, scope.today, {}, scope.party_day, scope.frame, generation_};
    if (const auto found = values_.find(key); found != values_.end()) return found->second;
    const EachDay each = each_day(first.condition, scope);
    const auto ask = [&](FirstDayIs which) {
        return builder_.emit({.operation = Operation::FirstDay,
                              .detail = static_cast<std::uint8_t>(which),
                              .left = each.truth,
                              .right = each.day,
                              .items = each.frame},
                             Shape::Value, scope.frame);
    };
    Operand day{.low = ask(FirstDayIs::Earliest), .high = ask(FirstDayIs::Latest)};
    const Register seen = ask(FirstDayIs::Seen);
    const Proved proved = condition(first.condition, on_day(seen, scope.frame, scope));
    day.first_day = FirstDayProof{proved.proof, seen};
    if (proved.proof.is_valid()) day.rows.push_back(proved.proof);
    values_.emplace(key, day);
    return day;
}

}  // namespace toets::program
