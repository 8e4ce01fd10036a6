#include "pipeline/derive_again.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cases/case_reader.h"
#include "dossier/from_answer.h"
#include "explanation/from_evaluation.h"
#include "forecast/forecast.h"
#include "pipeline/case_batches.h"
#include "pipeline/case_files.h"
#include "pipeline/read_file.h"
#include "pipeline/read_register.h"

namespace toets::pipeline {

namespace {

using dossier::Difference;

std::string name_of(const std::string& path) { return std::filesystem::path(path).filename().string(); }

class Deriver {
public:
    Deriver(const dossier::Dossier& dossier, dossier::Inputs inputs, const Again& again,
            dossier::Verification& verification, DerivedAgain& derived)
        : dossier_(dossier),
          inputs_(std::move(inputs)),
          again_(again),
          verification_(verification),
          compilation_(derived.compilation),
          diagnostics_(derived.diagnostics),
          is_register_readable_(derived.is_register_readable) {}

    void derive() {
        if (!compile()) return report(Difference::What::Agreement);
        cases::Caseload caseload(*compilation_.model);
        if (!(inputs_.text ? read_text(caseload) : read_facts(caseload))) return report_case();
        evaluation::Evaluator evaluator(*compilation_.program);
        evaluation::Evaluation evaluation;
        evaluator.run(caseload, {inputs_.reference_date, true}, evaluation);
        forecast::Forecaster forecaster(*compilation_.program);
        const std::optional<portfolio::Proposals> proposals = beside(caseload, evaluation);
        if (!is_register_readable_) return;
        std::optional<portfolio::Look> look;
        if (proposals) look.emplace(proposals->look(0));
        const explanation::Answer answer =
            explanation::from_evaluation({*compilation_.program, caseload, evaluation, compilation_.sources}, 0,
                                         &forecaster, look ? &*look : nullptr);
        inputs_.version = again_.version;
        dossier::compare(dossier_, dossier::from_answer(inputs_, *compilation_.program, answer), verification_);
    }

private:
    void report(Difference::What what) { verification_.differences.push_back(Difference{what}); }

    // What cannot be read without the facts that were left out takes nothing away from what is left.
    void report_case() {
        const bool is_copy = !verification_.left_out.is_empty();
        (is_copy ? verification_.remarks : verification_.differences).push_back(Difference{Difference::What::Case});
    }

    bool compile() {
        std::vector<DocumentText> documents;
        for (const dossier::TextFile& file : inputs_.documents) {
            if (!is_agreement_name(file.name) || file.text.size() > most_bytes_of_agreement) return false;
            documents.push_back({file.name, file.text});
        }
        compilation_ = compile_texts(std::move(documents), inputs_.given);
        return compilation_.program.has_value();
    }
    static bool is_agreement_name(const std::string& name) { return name.ends_with(".md") || name.ends_with(".toets"); }

    [[nodiscard]] cases::ReadOptions read_options() const {
        cases::ReadOptions options;
        options.known_on = inputs_.known_on;
        options.reference_date = inputs_.reference_date;
        options.label = inputs_.label;
        return options;
    }

    // As the text was read when the dossier was made; the facts that are listed are made from it again.
    bool read_text(cases::Caseload& caseload) {
        if (inputs_.text->size() > most_bytes_of_cases) return false;
        const SourceText& source = compilation_.sources.add(inputs_.case_name, *inputs_.text);
        const auto document = dossier::read_document(source, inputs_.is_json);
        const bool is_read = read_case_text(source, inputs_.is_json, read_options(), caseload, diagnostics_);
        if (!is_read || !document || caseload.cases.size() != 1) return false;
        inputs_.facts = dossier::to_rows(*document, caseload, compilation_.sources).rows;
        return true;
    }

    // Twice: first to know which things there are, then with all that was left out of them said to be unknown.
    bool read_facts(cases::Caseload& caseload) {
        const SourceText& source = compilation_.sources.add(inputs_.case_name, dossier::empty_lines(inputs_.facts));
        const auto told = dossier::to_document(inputs_.facts, source.id());
        if (!told || told->form != cases::Form::Mapping) return false;
        const dossier::FactRows rows = dossier::to_rows(*told, caseload, compilation_.sources);
        const auto document =
            dossier::to_document(dossier::with_unknown(rows, verification_.left_out, caseload), source.id());
        return document && cases::case_from_document(*document, read_options(), inputs_.label, caseload, diagnostics_);
    }

    std::optional<portfolio::Proposals> beside(const cases::Caseload& caseload,
                                               const evaluation::Evaluation& evaluation) {
        if (!inputs_.beside) return std::nullopt;
        verification_.needs_register = again_.registers.empty();
        if (again_.registers.empty()) return std::nullopt;
        const std::size_t errors = diagnostics_.error_count();
        compare_register();
        mapping_ =
            read_mapping(again_.mapping, again_.registers, *compilation_.model, compilation_.sources, diagnostics_);
        is_register_readable_ = diagnostics_.error_count() == errors;
        if (!is_register_readable_) return std::nullopt;
        register_.emplace(read_register(again_.registers,
                                        {inputs_.reference_date, inputs_.known_on, mapping_ ? &*mapping_ : nullptr},
                                        compilation_, diagnostics_));
        portfolio::Proposals proposals(register_->ledger);
        proposals.set(caseload, evaluation);
        return proposals;
    }

    void compare_register() {
        const auto found = to_register_used(again_.registers, again_.mapping);
        if (!found) return diagnostics_.report(found.error());
        const dossier::RegisterUsed& then = *inputs_.beside;
        for (const dossier::HashedFile& file : found->files) {
            if (std::find(then.files.begin(), then.files.end(), file) == then.files.end()) report_file(file.name);
        }
        for (const dossier::HashedFile& file : then.files) {
            const bool is_named =
                std::any_of(found->files.begin(), found->files.end(),
                            [&file](const dossier::HashedFile& each) { return each.name == file.name; });
            if (!is_named) report_file(file.name);
        }
        if (found->mapping != then.mapping) report_file((found->mapping ? found->mapping : then.mapping)->name);
    }
    void report_file(const std::string& name) {
        report(Difference::What::RegisterFile);
        verification_.differences.back().name = name;
    }

    const dossier::Dossier& dossier_;
    dossier::Inputs inputs_;
    const Again& again_;
    dossier::Verification& verification_;
    Compilation& compilation_;
    Diagnostics& diagnostics_;
    bool& is_register_readable_;
    std::optional<cases::RegisterMapping> mapping_;
    std::optional<Register> register_;
};

Result<dossier::HashedFile> hashed(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return failure(Code::FileNotFound, {}, {word("path", path)});
    return dossier::to_hashed(name_of(path), stream);
}

}  // namespace

Result<DerivedAgain> derive_again(const dossier::Dossier& dossier, const Again& again,
                                  dossier::Verification& verification) {
    Result<dossier::Inputs> inputs = dossier::to_inputs(dossier, again.path);
    if (!inputs) return tl::unexpected<Diagnostic>(std::move(inputs.error()));
    if (!again.registers.empty() && !inputs->beside) {
        return failure(Code::DossierWithoutRegister, {}, {word("path", again.path)});
    }
    verification.checked_by = again.version;
    DerivedAgain derived;
    Deriver(dossier, std::move(*inputs), again, verification, derived).derive();
    return derived;
}

Result<dossier::RegisterUsed> to_register_used(const std::vector<std::string>& paths, const std::string& mapping) {
    dossier::RegisterUsed used;
    Diagnostics unheard;
    for (const std::string& path : find_case_files(paths, unheard)) {
        Result<dossier::HashedFile> file = hashed(path);
        if (!file) return tl::unexpected<Diagnostic>(std::move(file.error()));
        used.files.push_back(std::move(*file));
    }
    std::sort(used.files.begin(), used.files.end(), [](const auto& left, const auto& right) {
        return std::pair(left.name, left.hash) < std::pair(right.name, right.hash);
    });
    if (mapping.empty()) return used;
    Result<dossier::HashedFile> file = hashed(mapping);
    if (!file) return tl::unexpected<Diagnostic>(std::move(file.error()));
    used.mapping = std::move(*file);
    return used;
}

}  // namespace toets::pipeline
