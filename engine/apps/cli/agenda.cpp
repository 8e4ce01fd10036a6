// toets agenda: what is due when, by party.
#include "agenda/agenda.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "agenda/from_evaluation.h"
#include "apps/cli/commands.h"
#include "apps/cli/role_answers.h"
#include "base/text.h"
#include "cases/consent.h"
#include "cases/hide.h"
#include "cases/keys.h"
#include "model/seats.h"
#include "pipeline/case_batches.h"
#include "pipeline/case_files.h"

namespace toets::cli {

namespace {

constexpr std::size_t most_names = 30;

std::string bare(const std::string& name) {
    const std::string folded = fold(name);
    return std::string(cases::without_article(folded));
}

class AgendaMaker {
public:
    // `view`: who reads it; null: somebody who sees everything.
    AgendaMaker(pipeline::Compilation& compilation, const explanation::RoleView* view, const Options& options)
        : compilation_(compilation),
          view_(view),
          options_(options),
          evaluator_(*compilation.program),
          later_evaluator_(*compilation.program),
          forecaster_(*compilation.program),
          consents_(*compilation.model) {
        agenda_.language = options.language;
        agenda_.known_on = options.known_on;
        if (view != nullptr) agenda_.role = view->role();
        read_options_.known_on = options.known_on;
        read_options_.keep_names = false;
        read_options_.reference_date = options.date;
    }

    void add_files(const std::vector<std::string>& files) {
        cases::Caseload caseload(*compilation_.model);
        Diagnostics diagnostics;
        for (const std::string& file : files) {
            if (pipeline::read_cases(file, read_options_, compilation_.sources, caseload, diagnostics)) continue;
            agenda_.refused.push_back(std::filesystem::path(file).filename().string());
        }
        finish_reading(diagnostics);
        add(caseload);
    }

    void add_lines(const std::string& path, const cases::RegisterMapping* mapping) {
        cases::Caseload caseload(*compilation_.model);
        Diagnostics diagnostics;
        const cases::LinesSummary summary =
            pipeline::CaseBatches(mapping, read_options_)
                .read(path, caseload, diagnostics, [this](const cases::Caseload& batch) { add(batch); });
        const bool is_whole = summary.refused == 0 && !diagnostics.has_errors();
        if (!is_whole) agenda_.refused.push_back(std::filesystem::path(path).filename().string());
        finish_reading(diagnostics);
    }

    // Everybody's, or of the one party that was asked for.
    int finish(std::string& output) {
        if (!options_.party.empty()) keep_party();
        agenda::sort_entries(agenda_.entries);
        agenda_.from = reference_dates_.size() == 1 ? std::optional(*reference_dates_.begin()) : std::nullopt;
        switch (options_.format) {
            case OutputFormat::Json: output = agenda::to_json(agenda_); break;
            case OutputFormat::Csv: output = agenda::to_csv(agenda_); break;
            case OutputFormat::Calendar: output = agenda::to_calendar(agenda_); break;
            case OutputFormat::Text:
            case OutputFormat::JsonLines:
            case OutputFormat::Html: output = agenda::to_text(agenda_); break;
        }
        return exit_;
    }

    [[nodiscard]] bool has_failed() const { return has_failed_; }

private:
    void fail(Diagnostic diagnostic) {
        print_diagnostic(std::move(diagnostic), options_.language);
        exit_ = exit_error;
    }
    void finish_reading(const Diagnostics& diagnostics) {
        if (diagnostics.has_errors()) exit_ = exit_error;
        print_case_diagnostics(diagnostics, compilation_.sources, options_);
    }

    void add(const cases::Caseload& caseload) {
        if (caseload.cases.empty() || has_failed_) return;
        if (view_ == nullptr) return add_as_seen(caseload);
        cases::Caseload seen = caseload;
        cases::hide_from_role(seen, view_->sight().hides, view_->sight().sees);
        add_as_seen(seen);
    }
    void add_as_seen(const cases::Caseload& caseload) {
        evaluator_.run(caseload, {options_.date, true}, today_);
        if (!note_periods(caseload)) return;
        if (!options_.party.empty()) note_holders(caseload);
        std::set<Date> lasts;
        for (std::size_t index = 0; index < caseload.cases.size(); ++index) {
            if (const std::optional<Date>& date = today_.reference_dates[index]) {
                lasts.insert(until_from(*date));
            } else {
                fail({Code::NoReferenceDate, {}, {word("label", caseload.cases[index].label)}, {}});
                agenda_.refused.push_back(caseload.cases[index].label);
            }
        }
        for (const Date last : lasts) add_until(last, caseload);
    }

    // The cases whose agenda ends on that day.
    void add_until(Date last, const cases::Caseload& caseload) {
        std::optional<cases::Caseload> without_consent;
        if (consents_.are_asked()) {
            without_consent.emplace(caseload);
            const std::vector<std::optional<Date>> days(caseload.cases.size(), last);
            consents_.apply(*without_consent, cases::all_rows(caseload), days);
        }
        const cases::Caseload& then = without_consent ? *without_consent : caseload;
        later_evaluator_.run(then, {last, true}, later_);
        const explanation::Evaluated today{*compilation_.program, caseload, today_, compilation_.sources};
        const explanation::Evaluated later{*compilation_.program, then, later_, compilation_.sources};
        const agenda::Asked asked{today, later, last, options_.language};
        for (std::uint32_t index = 0; index < caseload.cases.size(); ++index) {
            const std::optional<Date>& date = today_.reference_dates[index];
            if (!date || until_from(*date) != last) continue;
            ++agenda_.cases;
            agenda::add_entries(asked, index, forecaster_, agenda_.entries);
        }
    }

    // Who holds the role that was asked for, in these cases.
    void note_holders(const cases::Caseload& caseload) {
        const std::string wanted = bare(options_.party);
        const model::Model& model = *compilation_.model;
        for (std::size_t index = 0; index < model.fields.size(); ++index) {
            const model::Field& field = model.fields[model.fields.id_at(index)];
            const bool is_held = field.type.base == model::Base::Organisation && field.type.role.is_valid() &&
                                 bare(model.roles[field.type.role].name.text) == wanted;
            if (!is_held) continue;
            const cases::Column& column = caseload.columns[index];
            for (std::uint32_t row = cases::first_row; row < caseload.tables[field.kind.index()].rows; ++row) {
                if (column.states[row] != cases::State::Known) continue;
                holders_.insert(bare(caseload.symbols.text(static_cast<std::uint32_t>(column.values[row]))));
            }
        }
        // Who takes their place has what they had to do (C8).
        for (const model::Succession& each : model::in_order(model.successions)) {
            const std::string party = bare(model.parties[each.party].name.text);
            if (holders_.contains(party) || party == wanted)
                holders_.insert(bare(model.parties[each.successor].name.text));
        }
    }

    // The last day that was asked for; without one every case has a year.
    [[nodiscard]] Date until_from(Date reference_date) const {
        return options_.until ? *options_.until : years_after(reference_date, 1);
    }
    bool note_periods(const cases::Caseload& caseload) {
        for (std::size_t index = 0; index < caseload.cases.size(); ++index) {
            const std::optional<Date>& date = today_.reference_dates[index];
            if (!date) continue;
            const Date until = until_from(*date);
            agenda_.until = reference_dates_.empty() ? until : std::max(agenda_.until, until);
            reference_dates_.insert(*date);
            if (*date <= until && until <= years_after(*date, agenda::most_years)) continue;
            fail({Code::AgendaPeriod, {}, {date_word("from", *date), date_word("until", until)}, {}});
            has_failed_ = true;
            return false;
        }
        return true;
    }
    static Date years_after(Date date, int years) {
        return shift(date, {12 * years, Duration::Unit::Months}, false).value_or(date);
    }
    static Argument date_word(const std::string& name, Date date) {
        return term(name, to_words(date, Language::Dutch), to_words(date, Language::English));
    }

    void keep_party() {
        const std::string wanted = bare(options_.party);
        const auto is_other = [&](const agenda::Entry& entry) {
            const std::string party = bare(entry.party);
            return party != wanted && !holders_.contains(party);
        };
        std::erase_if(agenda_.entries, is_other);
        if (!agenda_.entries.empty()) return;
        const std::vector<std::string> names = declared_names();
        const bool is_known = std::any_of(names.begin(), names.end(),
                                          [&wanted](const std::string& name) { return bare(name) == wanted; });
        if (is_known) return;
        std::string listed;
        for (std::size_t index = 0; index < std::min(names.size(), most_names); ++index) {
            listed += (index == 0 ? "`" : ", `") + names[index] + "`";
        }
        fail({Code::UnknownAgendaParty, {}, {word("name", options_.party), word("names", listed)}, {}});
        has_failed_ = true;
    }
    [[nodiscard]] std::vector<std::string> declared_names() const {
        std::vector<std::string> names;
        for (const model::Role& role : compilation_.model->roles) names.push_back(model::with_article(role.name));
        for (const model::Party& party : compilation_.model->parties) names.push_back(party.name.text);
        return names;
    }

    pipeline::Compilation& compilation_;
    const explanation::RoleView* view_;
    const Options& options_;
    cases::ReadOptions read_options_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluator later_evaluator_;
    forecast::Forecaster forecaster_;
    cases::Consents consents_;
    evaluation::Evaluation today_;
    evaluation::Evaluation later_;
    agenda::Agenda agenda_;
    std::set<Date> reference_dates_;
    std::set<std::string> holders_;
    bool has_failed_ = false;
    int exit_ = exit_good;
};

}  // namespace

int agenda(const Options& options) {
    pipeline::Compilation compilation = compile_agreements(options, pipeline::Stage::Program, NotYet::Counted);
    if (!compilation.program) return exit_error;
    const auto view = find_role_view(compilation, options);
    if (!view) return exit_error;
    Diagnostics diagnostics;
    const std::vector<std::string> found = pipeline::find_case_files(options.cases, diagnostics);
    std::vector<std::string> files = found;
    const auto lines = std::stable_partition(files.begin(), files.end(),
                                             [](const std::string& file) { return !pipeline::is_lines_path(file); });
    const std::size_t errors = diagnostics.error_count();
    const auto mapping = pipeline::read_mapping(options.mapping, {lines, files.end()}, *compilation.model,
                                                compilation.sources, diagnostics);
    print_diagnostics(diagnostics, compilation.sources, options.language);
    if (diagnostics.error_count() > errors) return exit_error;
    std::vector<std::string> inputs = options.agreements;
    if (!options.mapping.empty()) inputs.push_back(options.mapping);
    inputs.insert(inputs.end(), found.begin(), found.end());
    if (is_input(options.output, inputs, "-o", options.language)) return exit_error;
    AgendaMaker maker(compilation, view->has_value() ? &**view : nullptr, options);
    maker.add_files({files.begin(), lines});
    for (auto file = lines; file != files.end(); ++file) maker.add_lines(*file, mapping ? &*mapping : nullptr);
    if (maker.has_failed()) return exit_error;
    std::string output;
    const int exit = worse_exit(diagnostics.has_errors() ? exit_error : exit_good, maker.finish(output));
    if (maker.has_failed() || !write_output(output, options.output, options.language)) return exit_error;
    return exit;
}

}  // namespace toets::cli
