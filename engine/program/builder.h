// Adds instructions to a program, each different one only once, and knows the algebra that makes some unnecessary
// (constants, lifting a value from an outer frame to the items in it).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "program/instruction.h"

namespace toets::program {

class Builder {
public:
    explicit Builder(Program& program) : program_(program) {}

    // `instruction` without its result; the result of the same instruction made before, if there is one.
    Register emit(Instruction instruction, Shape shape, FrameId frame);
    Register emit_table(Instruction instruction, Shape shape, FrameId frame, std::vector<std::int64_t> table);

    Register constant(std::int64_t value);
    Register unknown();  // a value nobody can know yet
    // A constant that is not known: nothing can be read of it.
    [[nodiscard]] bool is_missing(Register which) const;
    // May be known not to be there: anything but a row of a table or list.
    [[nodiscard]] bool may_be_absent(Register thing) const;
    Register truth(int value);  // 0, 1 or 2
    [[nodiscard]] std::optional<int> known_truth(Register truth) const;

    Register conjunction(Register left, Register right);
    Register disjunction(Register left, Register right);
    Register negation(Register truth);
    Register binary_truth(Operation operation, Register left, Register right);
    Register compare(Register left, model::Comparison comparison, Register right,
                     Operation operation = Operation::Compare);
    Register unary(Operation operation, Shape shape, Register left, std::int64_t constant = 0, std::uint8_t detail = 0);
    Register binary(Operation operation, Shape shape, Register left, Register right, std::uint8_t detail = 0,
                    model::ExpressionId where = {});

    FrameId table_frame(model::KindId kind);
    Register self(FrameId table_frame);
    // The frame of a list's items and the register of the things in it.
    std::pair<FrameId, Register> enter(Register list, model::KindId kind, model::ExpressionId where = {});
    // The register as seen from `frame`, which is its own frame or one inside it.
    Register lift(Register which, FrameId frame);
    [[nodiscard]] FrameId frame_of(Register which) const { return program_.frame_of[which.index()]; }
    [[nodiscard]] FrameId deeper(FrameId one, FrameId other) const;

    // As if these registers held these values, for the instructions made until the next call.
    void set_assumptions(std::map<Register, std::int64_t> assumptions) { assumptions_ = std::move(assumptions); }
    // While set, what is made only serves to try something out: its errors are nobody's.
    void set_trying(bool is_trying) { is_trying_ = is_trying; }
    [[nodiscard]] std::size_t size() const { return program_.instructions.size(); }

private:
    struct Key {
        std::array<std::uint64_t, 4> words;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept;
    };
    [[nodiscard]] int depth(FrameId frame) const;
    Register assumed(Register which);

    Program& program_;
    std::unordered_map<Key, Register, KeyHash> made_;  // frames and shapes are part of the key
    std::map<std::vector<std::int64_t>, std::int64_t> tables_;
    std::map<model::KindId, FrameId> table_frames_;
    std::map<Register, std::pair<FrameId, Register>> entered_;
    std::map<Register, int> truths_;
    std::map<Register, std::int64_t> assumptions_;
    bool is_trying_ = false;
};

}  // namespace toets::program
