// The kernels by name, one for each program::Operation, whose meaning instruction.h gives.
#pragma once

#include "evaluation/kernel.h"

namespace toets::evaluation {

void kernel_constant(Machine& machine, const Instruction& instruction);
void kernel_constant_truth(Machine& machine, const Instruction& instruction);
void kernel_self(Machine& machine, const Instruction& instruction);
void kernel_reference_date(Machine& machine, const Instruction& instruction);
void kernel_case_thing(Machine& machine, const Instruction& instruction);
void kernel_load_field(Machine& machine, const Instruction& instruction);
void kernel_load_list(Machine& machine, const Instruction& instruction);
void kernel_only_when(Machine& machine, const Instruction& instruction);
void kernel_as_list(Machine& machine, const Instruction& instruction);
void kernel_flatten(Machine& machine, const Instruction& instruction);
void kernel_days(Machine& machine, const Instruction& instruction);
void kernel_first_day(Machine& machine, const Instruction& instruction);
void kernel_shield_stands(Machine& machine, const Instruction& instruction);
void kernel_shield_day(Machine& machine, const Instruction& instruction);
void kernel_items_of(Machine& machine, const Instruction& instruction);
void kernel_is_complete(Machine& machine, const Instruction& instruction);
void kernel_from_parent(Machine& machine, const Instruction& instruction);
void kernel_lift_value(Machine& machine, const Instruction& instruction);
void kernel_lift_truth(Machine& machine, const Instruction& instruction);
void kernel_lift_list(Machine& machine, const Instruction& instruction);
void kernel_and(Machine& machine, const Instruction& instruction);
void kernel_or(Machine& machine, const Instruction& instruction);
void kernel_not(Machine& machine, const Instruction& instruction);
void kernel_decide(Machine& machine, const Instruction& instruction);
void kernel_agree(Machine& machine, const Instruction& instruction);
void kernel_cap_when_open(Machine& machine, const Instruction& instruction);
void kernel_raise_when_open(Machine& machine, const Instruction& instruction);
void kernel_compare(Machine& machine, const Instruction& instruction);
void kernel_compare_numbers(Machine& machine, const Instruction& instruction);
void kernel_in_mask(Machine& machine, const Instruction& instruction);
void kernel_holds(Machine& machine, const Instruction& instruction);
void kernel_names_rules(Machine& machine, const Instruction& instruction);
void kernel_is_outsider(Machine& machine, const Instruction& instruction);
void kernel_present(Machine& machine, const Instruction& instruction);
void kernel_set_has_any(Machine& machine, const Instruction& instruction);
void kernel_set_has(Machine& machine, const Instruction& instruction);
void kernel_set_has_all(Machine& machine, const Instruction& instruction);
void kernel_compare_ratios(Machine& machine, const Instruction& instruction);
void kernel_add(Machine& machine, const Instruction& instruction);
void kernel_subtract(Machine& machine, const Instruction& instruction);
void kernel_multiply(Machine& machine, const Instruction& instruction);
void kernel_scale_up(Machine& machine, const Instruction& instruction);
void kernel_round_down(Machine& machine, const Instruction& instruction);
void kernel_demand(Machine& machine, const Instruction& instruction);
void kernel_settle(Machine& machine, const Instruction& instruction);
void kernel_pick_of(Machine& machine, const Instruction& instruction);
void kernel_or_else(Machine& machine, const Instruction& instruction);
void kernel_same_unit(Machine& machine, const Instruction& instruction);
void kernel_shift_days(Machine& machine, const Instruction& instruction);
void kernel_shift_months(Machine& machine, const Instruction& instruction);
void kernel_shift_by(Machine& machine, const Instruction& instruction);
void kernel_shift_working_days(Machine& machine, const Instruction& instruction);
void kernel_shift_term(Machine& machine, const Instruction& instruction);
void kernel_birthday(Machine& machine, const Instruction& instruction);
void kernel_year_of(Machine& machine, const Instruction& instruction);
void kernel_all_items(Machine& machine, const Instruction& instruction);
void kernel_any_item(Machine& machine, const Instruction& instruction);
void kernel_count_items(Machine& machine, const Instruction& instruction);
void kernel_sum_items(Machine& machine, const Instruction& instruction);
void kernel_count_distinct(Machine& machine, const Instruction& instruction);
void kernel_pick_item(Machine& machine, const Instruction& instruction);
void kernel_sum_exactly(Machine& machine, const Instruction& instruction);
void kernel_only_item(Machine& machine, const Instruction& instruction);
void kernel_nth_item(Machine& machine, const Instruction& instruction);
void kernel_count_truths(Machine& machine, const Instruction& instruction);
void kernel_select(Machine& machine, const Instruction& instruction);
void kernel_select_truth(Machine& machine, const Instruction& instruction);
void kernel_covers(Machine& machine, const Instruction& instruction);
void kernel_runs_for(Machine& machine, const Instruction& instruction);
void kernel_look_up_table(Machine& machine, const Instruction& instruction);
void kernel_suspend_term(Machine& machine, const Instruction& instruction);
void kernel_series(Machine& machine, const Instruction& instruction);
void kernel_find_courses(Machine& machine, const Instruction& instruction);
void kernel_stray_events(Machine& machine, const Instruction& instruction);
void kernel_all_courses(Machine& machine, const Instruction& instruction);
void kernel_course_column(Machine& machine, const Instruction& instruction);
void kernel_look_up_parameter(Machine& machine, const Instruction& instruction);
void kernel_judge_precondition(Machine& machine, const Instruction& instruction);
void kernel_judge_obligation(Machine& machine, const Instruction& instruction);
void kernel_judge_procedure(Machine& machine, const Instruction& instruction);
void kernel_too_many_decimals(Machine& machine, const Instruction& instruction);
void kernel_stand_back(Machine& machine, const Instruction& instruction);
void kernel_admit_conflict(Machine& machine, const Instruction& instruction);
void kernel_look_up_conflicting(Machine& machine, const Instruction& instruction);
void kernel_finish_outcome(Machine& machine, const Instruction& instruction);
void kernel_merge_outcomes(Machine& machine, const Instruction& instruction);

}  // namespace toets::evaluation
