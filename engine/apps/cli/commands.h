// The commands of `toets`, one file each. Each returns the exit status of the process.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "apps/cli/options.h"
#include "cases/register_mapping.h"
#include "diagnostics/diagnostic.h"
#include "evaluation/evaluation.h"
#include "pipeline/compile.h"

namespace toets::cli {

constexpr int exit_good = 0;      // allowed, passed
constexpr int exit_not_good = 1;  // not allowed, failed
constexpr int exit_error = 2;     // in the input or the call
constexpr int exit_cannot_be_said = 3;

int check(const Options& options);
int agenda(const Options& options);
int monitor(const Options& options);
int data_need(const Options& options);
int test(const Options& options);
int show(const Options& options);
int explain(const Options& options);
int format(const Options& options);
int compile(const Options& options);
int verify(const Options& options);
int redact(const Options& options);

// What they share, in console.cpp.
int to_exit(program::Verdict verdict);
int worse_exit(int left, int right);  // 2 > 1 > 3 > 0
void print_diagnostics(const Diagnostics& diagnostics, const Sources& sources, Language language);
void print_diagnostic(Diagnostic diagnostic, Language language);
// Of cases and registers: a role that may not see everything is not told what is wrong in a file, only in which.
void print_case_diagnostics(const Diagnostics& diagnostics, const Sources& sources, const Options& options);
// To the file, or to standard output when it has no name. False, and reported, when that fails.
bool write_output(const std::string& text, const std::string& path, Language language);
bool write_output(const std::function<void(std::ostream&)>& write, const std::string& path, Language language);
// Whether writing to `path` would destroy one of the files read; reported when so. `option` asked for the writing.
bool is_input(const std::string& path, const std::vector<std::string>& inputs, const std::string& option,
              Language language);
// The agreements, with everything that is wrong with them on standard error. Who has a case to check is told only how
// many parts are not supported yet.
enum class NotYet { Each, Counted };
pipeline::Compilation compile_agreements(const Options& options, pipeline::Stage last = pipeline::Stage::Program,
                                         NotYet not_yet = NotYet::Each);

// Files of many cases (.jsonl, .csv).
struct LinesQuestion {
    const std::vector<std::string>& paths;
    const cases::RegisterMapping* mapping;  // null when none of them has columns
    const std::string& before;              // the answers already made
    class RoleReader* role = nullptr;       // who reads them; null: somebody who sees everything
};
class BesideRegister;
// Answered batch by batch, with memory independent of their length. In check_lines.cpp.
int check_lines(const LinesQuestion& question, BesideRegister& beside, const pipeline::Compilation& compilation,
                const Options& options);

}  // namespace toets::cli
