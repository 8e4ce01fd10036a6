#include "monitor/apportionments.h"

namespace toets::monitor {

std::vector<ApportionmentTable> to_apportionment_tables(const program::Program& program,
                                                        const portfolio::Shares& shares, Date reference_date) {
    std::vector<ApportionmentTable> tables;
    for (portfolio::ApportionmentOutcome& outcome : portfolio::to_apportionments(program, shares, reference_date)) {
        tables.push_back({program.model->apportionments[outcome.apportionment], std::move(outcome)});
    }
    return tables;
}

}  // namespace toets::monitor
