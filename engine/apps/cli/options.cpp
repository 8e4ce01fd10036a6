// The one file that knows CLI11. Its English messages never reach the user.
#include "apps/cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>

#include "apps/cli/argument_values.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "pipeline/case_files.h"

namespace toets::cli {

namespace {

struct Raw {
    Options options;
    std::string date;
    std::string known_on;
    std::string until;
    std::string format = "text";
    std::string language = "nl";
    std::string jobs;
};

enum class Help {
#define HELP(name, nl, en) name,
#include "apps/cli/help.def"
#undef HELP
};

struct HelpWords {
    const char* nl;
    const char* en;
};
constexpr HelpWords help_words[] = {
#define HELP(name, nl, en) {nl, en},
#include "apps/cli/help.def"
#undef HELP
};

class Parser {
public:
    explicit Parser(Language language) : language_(language), app_(words(Help::App), "toets") {
        set_labels();
        app_.set_help_flag("-h,--help", words(Help::Help));
        app_.set_version_flag("--version", "toets " TOETS_VERSION, words(Help::Version));
        app_.require_subcommand(0, 1);
        app_.fallthrough();
        app_.add_option("--lang", raw_.language, words(Help::Language))->option_text("nl|en");
        app_.add_flag("--verbose", raw_.options.is_verbose, words(Help::Verbose));
        add_check();
        add_agenda();
        add_monitor();
        add_data_need();
        add_test();
        add_verify();
        add_redact();
        add_show();
        add_others();
    }

    Result<Parsed> parse(int count, const char* const* arguments) {
        try {
            app_.parse(count, arguments);
        } catch (const CLI::CallForHelp&) {
            return help();
        } catch (const CLI::CallForAllHelp&) {
            return help();
        } catch (const CLI::CallForVersion&) {
            return Parsed("toets " TOETS_VERSION "\n");
        } catch (const CLI::ParseError& error) {
            if (const auto command = unknown_command(count, arguments)) return unknown_command_failure(*command);
            return to_failure(error);
        }
        if (app_.get_subcommands().empty()) return help();
        return finish();
    }

private:
    [[nodiscard]] std::string words(Help which) const {
        const HelpWords& row = help_words[static_cast<std::size_t>(which)];
        return language_ == Language::Dutch ? row.nl : row.en;
    }

    void set_labels() {
        auto formatter = std::make_shared<CLI::Formatter>();
        formatter->column_width(28);
        formatter->label("Usage", words(Help::LabelUsage));
        formatter->label("OPTIONS", words(Help::LabelPlaceholder));
        formatter->label("Options", words(Help::LabelOptions));
        formatter->label("Positionals", words(Help::LabelPositionals));
        formatter->label("Subcommands", words(Help::LabelSubcommands));
        formatter->label("SUBCOMMAND", words(Help::LabelSubcommand));
        formatter->label("SUBCOMMANDS", words(Help::LabelSubcommand));
        formatter->label("REQUIRED", words(Help::LabelRequired));
        app_.formatter(formatter);
        app_.option_defaults()->group(words(Help::LabelOptions));
    }

    CLI::App* add_command(const std::string& name, Help description, Command command) {
        CLI::App* sub = app_.add_subcommand(name, words(description));
        sub->group(words(Help::LabelSubcommands));
        sub->get_help_ptr()->group(words(Help::LabelOptions));
        sub->parse_complete_callback([this, command] { raw_.options.command = command; });
        return sub;
    }
    void add_agreements(CLI::App* sub) {
        sub->add_option("afspraak", raw_.options.agreements, words(Help::Agreements))
            ->option_text(words(Help::TypeFile) + "...");
    }
    void add_cases(CLI::App* sub) {
        sub->add_option("--case", raw_.options.cases, words(Help::Cases))
            ->take_all()
            ->option_text(words(Help::TypeFile) + "...");
        sub->add_option("--date", raw_.date, words(Help::Date))->option_text(words(Help::TypeDate));
        sub->add_option("--known-as-of", raw_.known_on, words(Help::KnownOn))->option_text(words(Help::TypeDate));
    }
    void add_jobs(CLI::App* sub) {
        sub->add_option("--jobs", raw_.jobs, words(Help::Jobs))->option_text(words(Help::TypeNumber));
    }
    void add_progress(CLI::App* sub) {
        sub->add_flag("--no-progress", raw_.options.hides_progress, words(Help::NoProgress));
    }
    void add_mapping(CLI::App* sub) {
        sub->add_option("--mapping", raw_.options.mapping, words(Help::Mapping))->option_text(words(Help::TypeFile));
    }
    void add_role(CLI::App* sub) {
        sub->add_option("--role", raw_.options.role, words(Help::Role))->option_text(words(Help::TypeName));
    }
    void add_data_need() {
        CLI::App* need = add_command("data-need", Help::DataNeed, Command::DataNeed);
        add_agreements(need);
        need->add_option("--format", raw_.format, words(Help::DataNeedFormat))->option_text("text|json|csv");
        need->add_option("-o,--output", raw_.options.output, words(Help::Output))->option_text(words(Help::TypeFile));
    }
    void add_check() {
        CLI::App* check = add_command("check", Help::Check, Command::Check);
        add_agreements(check);
        add_cases(check);
        add_register(check);
        add_mapping(check);
        add_role(check);
        check->add_option("--format", raw_.format, words(Help::OutputFormat))->option_text("text|json|jsonl|html");
        check->add_flag("--earliest", raw_.options.tells_earliest, words(Help::Earliest));
        check->add_flag("--all", raw_.options.all, words(Help::All));
        check->add_option("--dossier", raw_.options.dossier, words(Help::DossierOut))
            ->option_text(words(Help::TypeFile));
        check->add_option("--secret", raw_.options.secret, words(Help::Secret))->option_text(words(Help::TypeFile));
        check->add_option("-o,--output", raw_.options.output, words(Help::Output))->option_text(words(Help::TypeFile));
        add_jobs(check);
        add_progress(check);
    }
    void add_agenda() {
        CLI::App* agenda = add_command("agenda", Help::Agenda, Command::Agenda);
        add_agreements(agenda);
        add_cases(agenda);
        add_mapping(agenda);
        add_role(agenda);
        agenda->add_option("--until", raw_.until, words(Help::Until))->option_text(words(Help::TypeDate));
        agenda->add_option("--party", raw_.options.party, words(Help::Party))->option_text(words(Help::TypeName));
        agenda->add_option("--format", raw_.format, words(Help::AgendaFormat))->option_text("text|json|csv|ics");
        agenda->add_option("-o,--output", raw_.options.output, words(Help::Output))->option_text(words(Help::TypeFile));
    }
    void add_monitor() {
        CLI::App* monitor = add_command("monitor", Help::Monitor, Command::Monitor);
        add_agreements(monitor);
        add_register(monitor);
        add_mapping(monitor);
        add_role(monitor);
        monitor->add_option("--date", raw_.date, words(Help::Date))->option_text(words(Help::TypeDate));
        monitor->add_option("--known-as-of", raw_.known_on, words(Help::KnownOn))->option_text(words(Help::TypeDate));
        monitor->add_option("--period", raw_.options.period, words(Help::Period))->option_text(words(Help::TypeName));
        monitor->add_option("--format", raw_.format, words(Help::MonitorFormat))->option_text("text|json|csv|html");
        monitor->add_option("-o,--output", raw_.options.output, words(Help::Output))
            ->option_text(words(Help::TypeFile));
        add_jobs(monitor);
        add_progress(monitor);
    }
    void add_dossier(CLI::App* sub) {
        sub->add_option("dossier", raw_.options.dossier, words(Help::DossierIn))->option_text(words(Help::TypeFile));
    }
    void add_verify() {
        CLI::App* verify = add_command("verify", Help::Verify, Command::Verify);
        add_dossier(verify);
        verify->add_option("--fingerprint", raw_.options.fingerprint, words(Help::Fingerprint))
            ->option_text(words(Help::TypeWord));
        add_register(verify);
        add_mapping(verify);
        verify->add_option("--format", raw_.format, words(Help::VerifyFormat))->option_text("text|json");
        verify->add_option("-o,--output", raw_.options.output, words(Help::Output))->option_text(words(Help::TypeFile));
    }
    void add_redact() {
        CLI::App* redact = add_command("redact", Help::Redact, Command::Redact);
        add_dossier(redact);
        redact->add_option("--drop", raw_.options.dropped, words(Help::Drop))
            ->take_all()
            ->option_text(words(Help::TypeWord) + "...");
        redact->add_option("-o,--output", raw_.options.output, words(Help::Output))->option_text(words(Help::TypeFile));
    }
    void add_register(CLI::App* sub) {
        sub->add_option("--register", raw_.options.registers, words(Help::Register))
            ->take_all()
            ->option_text(words(Help::TypeFile) + "...");
    }
    void add_test() {
        CLI::App* test = add_command("test", Help::Test, Command::Test);
        add_agreements(test);
        test->add_option("--junit", raw_.options.junit, words(Help::Junit))->option_text(words(Help::TypeFile));
        add_jobs(test);
    }
    void add_show() {
        CLI::App* show = add_command("show", Help::Show, Command::Show);
        add_agreements(show);
        show->add_option("--stage", raw_.options.stage, words(Help::Stage))->option_text(words(Help::TypeWord));
        add_cases(show);
    }
    void add_others() {
        CLI::App* explain = add_command("explain", Help::Explain, Command::Explain);
        explain->add_option("code", raw_.options.code, words(Help::Code))->option_text(" ");
        CLI::App* format = add_command("fmt", Help::Format, Command::Format);
        add_agreements(format);
        format->add_flag("--check", raw_.options.is_check_only, words(Help::CheckOnly));
        format->add_flag("--write", raw_.options.writes, words(Help::Write));
        CLI::App* compile = add_command("compile", Help::Compile, Command::Compile);
        compile->alias("lint");
        add_agreements(compile);
    }

    Result<Parsed> help() {
        const std::vector<CLI::App*> chosen = app_.get_subcommands();
        return Parsed(chosen.empty() ? app_.help() : chosen.front()->help("toets"));
    }

    // `toets chek convenant.md`: a word where a command belongs.
    [[nodiscard]] std::optional<std::string> unknown_command(int count, const char* const* arguments) const {
        if (!app_.get_subcommands().empty()) return std::nullopt;
        const std::vector<std::string> left = app_.remaining();
        for (int i = 1; i < count; ++i) {
            const std::string argument = arguments[i];
            const bool is_left = std::find(left.begin(), left.end(), argument) != left.end();
            if (is_left) return argument.starts_with('-') ? std::nullopt : std::optional(argument);
        }
        return std::nullopt;
    }
    [[nodiscard]] tl::unexpected<Diagnostic> unknown_command_failure(const std::string& found) const {
        std::vector<std::string> names;
        for (const CLI::App* command : app_.get_subcommands({})) {
            names.push_back(command->get_name());
            for (const std::string& alias : command->get_aliases()) names.push_back(alias);
        }
        const auto near = nearest(found, names);
        const std::string nl = near ? " Bedoelde u `" + names[*near] + "`?" : std::string();
        const std::string en = near ? " Did you mean `" + names[*near] + "`?" : std::string();
        return wrong("Onbekende opdracht: `" + found + "`." + nl, "Unknown command: `" + found + "`." + en);
    }

    // CLI11 puts what it is about before or after the colon of its own English sentence.
    static tl::unexpected<Diagnostic> to_failure(const CLI::ParseError& error) {
        const std::string message = error.what();
        const std::size_t colon = message.find(": ");
        const std::string before = message.substr(0, std::min(colon, message.find(' ')));
        const std::string after = colon == std::string::npos ? std::string() : message.substr(colon + 2);
        if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
            return wrong("Onbekend argument: `" + after + "`.", "Unknown argument: `" + after + "`.");
        }
        if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
            return wrong("Bij `" + before + "` hoort precies één waarde.", "`" + before + "` takes exactly one value.");
        }
        return wrong("De opdracht is niet te lezen.", "The command cannot be read.");
    }
    // `--case zaak.yaml convenant.md`: an agreement behind a case is still an agreement.
    void move_agreements() {
        std::vector<std::string>& cases = raw_.options.cases;
        const auto is_agreement = [](const std::string& path) {
            return path.ends_with(".md") || path.ends_with(".toets");
        };
        const auto first = std::stable_partition(cases.begin(), cases.end(), std::not_fn(is_agreement));
        moved_.assign(first, cases.end());
        raw_.options.agreements.insert(raw_.options.agreements.end(), first, cases.end());
        cases.erase(first, cases.end());
    }

    Result<Parsed> finish() {
        Options& options = raw_.options;
        if (raw_.language != "nl" && raw_.language != "en") return not_one_of("--lang", "nl, en", raw_.language);
        options.language = language_;
        const auto format = format_of(options.command, raw_.format);
        if (!format) return tl::unexpected<Diagnostic>(format.error());
        options.format = *format;
        const Result<std::optional<Date>> date = to_option_date("--date", raw_.date);
        if (!date) return tl::unexpected<Diagnostic>(date.error());
        const Result<std::optional<Date>> known_on = to_option_date("--known-as-of", raw_.known_on);
        if (!known_on) return tl::unexpected<Diagnostic>(known_on.error());
        const Result<std::optional<Date>> until = to_option_date("--until", raw_.until);
        if (!until) return tl::unexpected<Diagnostic>(until.error());
        const Result<unsigned> jobs = to_jobs(raw_.jobs);
        if (!jobs) return tl::unexpected<Diagnostic>(jobs.error());
        move_agreements();
        options.jobs = *jobs;
        options.until = *until;
        options.date = *date;
        options.known_on = *known_on;
        return check_arguments();
    }

    // A case where an agreement belongs, or the other way round.
    std::optional<Diagnostic> mistaken_file() {
        const std::vector<std::string>& agreements = raw_.options.agreements;
        const auto found = std::find_if(agreements.begin(), agreements.end(), pipeline::is_case_path);
        if (found != agreements.end()) return Diagnostic{Code::CaseAmongAgreements, {}, {word("path", *found)}, {}};
        if (moved_.empty() || !raw_.options.cases.empty()) return std::nullopt;
        const std::string command = app_.get_subcommands().front()->get_name();
        return Diagnostic{Code::AgreementAmongCases, {}, {word("path", moved_.front()), word("command", command)}, {}};
    }

    Result<Parsed> check_arguments() {
        const Options& options = raw_.options;
        if (options.command == Command::Explain) {
            if (options.code.empty()) return wrong("Geef een code op, zoals N201.", "Name a code, like N201.");
            return Parsed(options);
        }
        if (options.command == Command::Verify || options.command == Command::Redact) return check_dossier_arguments();
        if (options.agreements.empty()) return failure(Code::NoAgreement);
        if (!options.secret.empty() && options.dossier.empty()) {
            return wrong("`--secret` hoort bij `--dossier`.", "`--secret` belongs to `--dossier`.");
        }
        if (!options.dossier.empty() && !options.role.empty()) {
            return wrong(
                "Een dossier bewaart de hele zaak; laat `--role` weg. Een exemplaar zonder een klasse van "
                "gegevens maakt u daarna met `toets redact`.",
                "A dossier keeps the whole case; leave out `--role`. A copy without a class of facts is made "
                "afterwards with `toets redact`.");
        }
        if (!options.dossier.empty() && options.dossier == options.output) {
            return wrong("Geef bij `--dossier` en `-o` verschillende bestanden op.",
                         "Give different files with `--dossier` and `-o`.");
        }
        if (options.command == Command::Monitor && (options.registers.empty() || !options.date)) {
            return wrong("Geef een register op met `--register` en een dag met `--date`.",
                         "Name a register with `--register` and a day with `--date`.");
        }
        const std::string& stage = options.stage;
        const bool needs_case = options.command == Command::Check || options.command == Command::Agenda ||
                                stage == "case" || stage == "evaluation";
        if (auto mistaken = needs_case ? mistaken_file() : std::nullopt)
            return tl::unexpected<Diagnostic>(std::move(*mistaken));
        if (needs_case && options.cases.empty()) {
            return wrong("Geef ten minste één zaak op met `--case`.", "Name at least one case with `--case`.");
        }
        const std::vector<std::string> stages = {"source", "syntax", "model", "program", "case", "evaluation"};
        if (options.command == Command::Show && std::find(stages.begin(), stages.end(), stage) == stages.end()) {
            return not_one_of("--stage", "source, syntax, model, program, case, evaluation", stage);
        }
        return Parsed(options);
    }

    Result<Parsed> check_dossier_arguments() {
        const Options& options = raw_.options;
        if (options.dossier.empty()) {
            return wrong("Geef een dossier op: het bestand dat `toets check --dossier` maakte.",
                         "Name a dossier: the file that `toets check --dossier` made.");
        }
        if (!options.mapping.empty() && options.registers.empty()) {
            return wrong("`--mapping` hoort bij `--register`.", "`--mapping` belongs to `--register`.");
        }
        if (options.command == Command::Redact && options.dropped.empty()) {
            return wrong("Zeg met `--drop` van welke klasse de gegevens weg moeten.",
                         "Say with `--drop` of which class the facts must go.");
        }
        for (const std::string& name : options.dropped) {
            if (!dossier::class_from_word(name))
                return not_one_of("--drop", "wonen, financieel, zorg, veiligheid", name);
        }
        return Parsed(options);
    }

    Language language_;
    Raw raw_;
    std::vector<std::string> moved_;  // agreements that were given as cases
    CLI::App app_;
};

}  // namespace

Language language_of(int count, const char* const* arguments) {
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--lang=en") return Language::English;
        if (argument == "--lang" && i + 1 < count && std::string_view(arguments[i + 1]) == "en") {
            return Language::English;
        }
    }
    return Language::Dutch;
}

Result<Parsed> parse(int count, const char* const* arguments) {
    return Parser(language_of(count, arguments)).parse(count, arguments);
}

}  // namespace toets::cli
