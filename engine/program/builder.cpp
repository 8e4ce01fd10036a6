#include "program/builder.h"

#include "base/ensure.h"

namespace toets::program {

namespace {

constexpr std::uint64_t pack(std::uint32_t high, std::uint32_t low) { return (std::uint64_t{high} << 32U) | low; }

Operation lift_of(Shape shape) {
    switch (shape) {
        case Shape::Truth: return Operation::LiftTruth;
        case Shape::Value: return Operation::LiftValue;
        case Shape::List: return Operation::LiftList;
    }
    return Operation::LiftValue;
}

}  // namespace

std::size_t Builder::KeyHash::operator()(const Key& key) const noexcept {
    std::uint64_t hash = 0x9e3779b97f4a7c15U;
    for (const std::uint64_t word : key.words) {
        hash = (hash ^ word) * 0xff51afd7ed558ccdU;
        hash ^= hash >> 32U;
    }
    return hash;
}

Register Builder::emit(Instruction instruction, Shape shape, FrameId frame) {
    const auto head = static_cast<std::uint32_t>(instruction.operation) << 16U |
                      static_cast<std::uint32_t>(instruction.detail) << 8U | static_cast<std::uint32_t>(shape);
    const Key key{{pack(head, frame.value), pack(instruction.left.value, instruction.right.value),
                   pack(instruction.third.value, instruction.items.value),
                   static_cast<std::uint64_t>(instruction.constant)}};
    const Register fresh{static_cast<std::uint32_t>(program_.shapes.size())};
    const auto [found, is_new] = made_.emplace(key, fresh);
    const bool is_supposed = is_trying_ || !assumptions_.empty();
    if (is_new) {
        instruction.result = fresh;
        instruction.is_supposed = is_supposed;
        program_.instructions.push_back(instruction);
        program_.shapes.push_back(shape);
        program_.frame_of.push_back(frame);
    }
    if (is_supposed) return assumed(found->second);
    program_.instructions[found->second.index()].is_supposed = false;
    return found->second;
}

Register Builder::assumed(Register which) {
    const auto found = assumptions_.find(which);
    if (found == assumptions_.end()) return which;
    const std::int64_t value = found->second;
    return constant(value);
}

Register Builder::emit_table(Instruction instruction, Shape shape, FrameId frame, std::vector<std::int64_t> table) {
    const auto next = static_cast<std::int64_t>(program_.tables.size());
    const auto [found, is_new] = tables_.emplace(table, next);
    if (is_new) program_.tables.push_back(std::move(table));
    instruction.constant = found->second;
    return emit(instruction, shape, frame);
}

Register Builder::constant(std::int64_t value) {
    return emit({.operation = Operation::Constant, .detail = 2, .constant = value}, Shape::Value, {});
}

Register Builder::unknown() { return emit({.operation = Operation::Constant}, Shape::Value, {}); }

bool Builder::is_missing(Register which) const {
    const Instruction& made = program_.instructions[which.index()];
    return made.operation == Operation::Constant && made.detail != 2;
}

bool Builder::may_be_absent(Register thing) const {
    const Operation made_by = program_.instructions[thing.index()].operation;
    return made_by != Operation::Self && made_by != Operation::ItemsOf && made_by != Operation::CaseThing;
}

Register Builder::truth(int value) {
    const Register made = emit({.operation = Operation::ConstantTruth, .constant = value}, Shape::Truth, {});
    truths_.emplace(made, value);
    return made;
}

std::optional<int> Builder::known_truth(Register truth) const {
    const auto found = truths_.find(truth);
    return found == truths_.end() ? std::nullopt : std::optional(found->second);
}

Register Builder::conjunction(Register left, Register right) {
    const auto known_left = known_truth(left);
    const auto known_right = known_truth(right);
    if (left == right || known_left == 2 || known_right == 0) return right;
    if (known_right == 2 || known_left == 0) return left;
    return binary_truth(Operation::And, left, right);
}

Register Builder::disjunction(Register left, Register right) {
    const auto known_left = known_truth(left);
    const auto known_right = known_truth(right);
    if (left == right || known_left == 0 || known_right == 2) return right;
    if (known_right == 0 || known_left == 2) return left;
    return binary_truth(Operation::Or, left, right);
}

Register Builder::negation(Register of) {
    if (const auto known = known_truth(of)) return truth(2 - *known);
    return unary(Operation::Not, Shape::Truth, of);
}

Register Builder::binary_truth(Operation operation, Register left, Register right) {
    return binary(operation, Shape::Truth, left, right);
}

Register Builder::compare(Register left, model::Comparison comparison, Register right, Operation operation) {
    return binary(operation, Shape::Truth, left, right, static_cast<std::uint8_t>(comparison));
}

Register Builder::unary(Operation operation, Shape shape, Register left, std::int64_t constant, std::uint8_t detail) {
    return emit({.operation = operation, .detail = detail, .left = left, .constant = constant}, shape, frame_of(left));
}

Register Builder::binary(Operation operation, Shape shape, Register left, Register right, std::uint8_t detail,
                         model::ExpressionId where) {
    const FrameId frame = deeper(frame_of(left), frame_of(right));
    return emit({.operation = operation,
                 .detail = detail,
                 .left = lift(left, frame),
                 .right = lift(right, frame),
                 .where = where},
                shape, frame);
}

FrameId Builder::table_frame(model::KindId kind) {
    const auto found = table_frames_.find(kind);
    if (found != table_frames_.end()) return found->second;
    const FrameId made = program_.frames.add({kind, {}, {}});
    table_frames_.emplace(kind, made);
    return made;
}

Register Builder::self(FrameId table_frame) { return emit({.operation = Operation::Self}, Shape::Value, table_frame); }

std::pair<FrameId, Register> Builder::enter(Register list, model::KindId kind, model::ExpressionId where) {
    const auto found = entered_.find(list);
    if (found != entered_.end()) return found->second;
    const FrameId frame = program_.frames.add({kind, frame_of(list), list});
    const Register thing = emit({.operation = Operation::ItemsOf, .left = list, .where = where}, Shape::Value, frame);
    entered_.emplace(list, std::pair(frame, thing));
    return {frame, thing};
}

int Builder::depth(FrameId frame) const {
    int depth = 0;
    for (; frame.is_valid(); frame = program_.frames[frame].outer) ++depth;
    return depth;
}

FrameId Builder::deeper(FrameId one, FrameId other) const {
    if (one == other) return one;
    return depth(one) < depth(other) ? other : one;
}

Register Builder::lift(Register which, FrameId frame) {
    const FrameId own = frame_of(which);
    if (!own.is_valid() || own == frame) return which;
    ensure(frame.is_valid());
    const Register outer = lift(which, program_.frames[frame].outer);
    const Shape shape = program_.shapes[which.index()];
    return emit({.operation = lift_of(shape), .left = outer}, shape, frame);
}

}  // namespace toets::program
