#include "apps/cli/beside_register.h"

#include "apps/cli/progress.h"
#include "base/ensure.h"

namespace toets::cli {

const portfolio::Ledger& BesideRegister::on(Date day) {
    if (!register_) {
        Diagnostics diagnostics;
        Progress progress(options_.registers, options_, Progress::Writes::AtTheEnd);
        register_.emplace(pipeline::read_register(options_.registers,
                                                  {day, options_.known_on, mapping_, progress.reading(), sight_},
                                                  compilation_, diagnostics));
        progress.wipe();
        has_errors_ = diagnostics.has_errors();
        if (sight_ == nullptr) print_case_diagnostics(diagnostics, compilation_.sources, options_);
    }
    ensure(register_->ledger.reference_date == day);
    return register_->ledger;
}

}  // namespace toets::cli
