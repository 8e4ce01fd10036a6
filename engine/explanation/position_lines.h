// The lines of a position, as they are put together.
#pragma once

#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

struct PositionWriter {
    const TallyPosition& position;
    const View& view;
    std::vector<Line> lines;

    void add(Line::Kind kind, std::string text) { lines.push_back({kind, 0, std::move(text)}); }
    void add(Phrase which, std::initializer_list<Filling> fillings = {}) {
        add(Line::Kind::Reason, say(which, view.language, fillings));
    }
    [[nodiscard]] std::string phrase(Phrase which, std::initializer_list<Filling> fillings = {}) const {
        return say(which, view.language, fillings);
    }
};

// agreement_lines.cpp: where the agreed number comes from, and what becomes of what is short of it.
void add_agreement(PositionWriter& writer);
void add_goes_along(PositionWriter& writer);
void add_turn(PositionWriter& writer);

}  // namespace toets::explanation
