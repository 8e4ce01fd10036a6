// What the user typed, read and checked.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "diagnostics/result.h"

namespace toets::cli {

enum class Command { Check, Agenda, Monitor, DataNeed, Test, Show, Explain, Format, Compile, Verify, Redact };
enum class OutputFormat { Text, Json, JsonLines, Html, Csv, Calendar };

struct Options {
    Command command = Command::Check;
    std::vector<std::string> agreements;
    std::vector<std::string> cases;
    std::vector<std::string> registers;
    std::string mapping;  // what the columns of a register mean
    std::optional<Date> date;
    std::optional<Date> known_on;
    std::optional<Date> until;  // the last day of an agenda
    std::string period;         // of a monitor: a year or quarter
    std::string party;          // whose agenda; empty is everybody's
    std::string role;           // who reads the answer; empty: somebody who sees everything
    OutputFormat format = OutputFormat::Text;
    Language language = Language::Dutch;
    bool all = false;
    bool tells_earliest = false;       // in JSON Lines too
    std::string output;                // file; empty is standard output
    std::string junit;                 // file
    std::string dossier;               // file: to be made by check, to be read by verify and redact
    std::string secret;                // file; of a dossier from which facts may be left out later
    std::string fingerprint;           // that a dossier must have; empty is any
    std::vector<std::string> dropped;  // classes of facts
    std::string stage;
    std::string code;
    bool is_check_only = false;  // fmt --check
    bool writes = false;         // fmt --write
    bool is_verbose = false;
    unsigned jobs = 1;  // threads
    bool hides_progress = false;
};

// The options, or the text of --help or --version, or what is wrong with them.
using Parsed = std::variant<Options, std::string>;
Result<Parsed> parse(int count, const char* const* arguments);

// Before anything else is known: is English asked for?
Language language_of(int count, const char* const* arguments);

}  // namespace toets::cli
