// Events that were recorded: what is said of one, and whether it was by, towards and with those who were asked for
// (C39).
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

// A party in words, a role with its article; empty when it is not known. `field` tells whose it is.
std::string party_words(const Reading& reading, model::FieldId field, evaluation::Value party);
// With its date and where that was written.
NotCounted event_at(const Reading& reading, model::KindId kind, std::uint32_t thing);
// The event of that item, when somebody else did it or it was meant for somebody else.
std::optional<NotCounted> deed_of_others(const Reading& reading, const program::DeedProof& deed, At item);

}  // namespace toets::explanation
