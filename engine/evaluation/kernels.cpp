// Which kernel does which operation.
#include "evaluation/kernels.h"

namespace toets::evaluation {

Kernel kernel_of(program::Operation operation) {
    using program::Operation;
    switch (operation) {
        case Operation::Constant: return kernel_constant;
        case Operation::ConstantTruth: return kernel_constant_truth;
        case Operation::Self: return kernel_self;
        case Operation::ReferenceDate: return kernel_reference_date;
        case Operation::CaseThing: return kernel_case_thing;
        case Operation::LoadField: return kernel_load_field;
        case Operation::LoadList: return kernel_load_list;
        case Operation::AsList: return kernel_as_list;
        case Operation::Flatten: return kernel_flatten;
        case Operation::ItemsOf: return kernel_items_of;
        case Operation::Days: return kernel_days;
        case Operation::FirstDay: return kernel_first_day;
        case Operation::ShieldStands: return kernel_shield_stands;
        case Operation::ShieldDay: return kernel_shield_day;
        case Operation::IsComplete: return kernel_is_complete;
        case Operation::FromParent: return kernel_from_parent;
        case Operation::LiftValue: return kernel_lift_value;
        case Operation::LiftTruth: return kernel_lift_truth;
        case Operation::LiftList: return kernel_lift_list;
        case Operation::And: return kernel_and;
        case Operation::Or: return kernel_or;
        case Operation::Not: return kernel_not;
        case Operation::Decide: return kernel_decide;
        case Operation::Agree: return kernel_agree;
        case Operation::CapWhenOpen: return kernel_cap_when_open;
        case Operation::RaiseWhenOpen: return kernel_raise_when_open;
        case Operation::Compare: return kernel_compare;
        case Operation::CompareNumbers: return kernel_compare_numbers;
        case Operation::InMask: return kernel_in_mask;
        case Operation::Holds: return kernel_holds;
        case Operation::NamesRules: return kernel_names_rules;
        case Operation::IsOutsider: return kernel_is_outsider;
        case Operation::Present: return kernel_present;
        case Operation::SetHasAny: return kernel_set_has_any;
        case Operation::SetHas: return kernel_set_has;
        case Operation::SetHasAll: return kernel_set_has_all;
        case Operation::CompareRatios: return kernel_compare_ratios;
        case Operation::Add: return kernel_add;
        case Operation::Subtract: return kernel_subtract;
        case Operation::Multiply: return kernel_multiply;
        case Operation::ScaleUp: return kernel_scale_up;
        case Operation::RoundDown: return kernel_round_down;
        case Operation::Demand: return kernel_demand;
        case Operation::Settle: return kernel_settle;
        case Operation::PickOf: return kernel_pick_of;
        case Operation::OrElse: return kernel_or_else;
        case Operation::OnlyWhen: return kernel_only_when;
        case Operation::SameUnit: return kernel_same_unit;
        case Operation::ShiftDays: return kernel_shift_days;
        case Operation::ShiftMonths: return kernel_shift_months;
        case Operation::ShiftBy: return kernel_shift_by;
        case Operation::ShiftWorkingDays: return kernel_shift_working_days;
        case Operation::ShiftTerm: return kernel_shift_term;
        case Operation::Birthday: return kernel_birthday;
        case Operation::YearOf: return kernel_year_of;
        case Operation::AllItems: return kernel_all_items;
        case Operation::AnyItem: return kernel_any_item;
        case Operation::CountItems: return kernel_count_items;
        case Operation::SumItems: return kernel_sum_items;
        case Operation::CountDistinct: return kernel_count_distinct;
        case Operation::PickItem: return kernel_pick_item;
        case Operation::SumExactly: return kernel_sum_exactly;
        case Operation::OnlyItem: return kernel_only_item;
        case Operation::NthItem: return kernel_nth_item;
        case Operation::CountTruths: return kernel_count_truths;
        case Operation::Select: return kernel_select;
        case Operation::SelectTruth: return kernel_select_truth;
        case Operation::Covers: return kernel_covers;
        case Operation::RunsFor: return kernel_runs_for;
        case Operation::LookUpTable: return kernel_look_up_table;
        case Operation::SuspendTerm: return kernel_suspend_term;
        case Operation::Series: return kernel_series;
        case Operation::FindCourses: return kernel_find_courses;
        case Operation::StrayEvents: return kernel_stray_events;
        case Operation::AllCourses: return kernel_all_courses;
        case Operation::CourseColumn: return kernel_course_column;
        case Operation::LookUpParameter: return kernel_look_up_parameter;
        case Operation::JudgePrecondition: return kernel_judge_precondition;
        case Operation::JudgeObligation: return kernel_judge_obligation;
        case Operation::JudgeProcedure: return kernel_judge_procedure;
        case Operation::TooManyDecimals: return kernel_too_many_decimals;
        case Operation::StandBack: return kernel_stand_back;
        case Operation::AdmitConflict: return kernel_admit_conflict;
        case Operation::LookUpConflicting: return kernel_look_up_conflicting;
        case Operation::FinishOutcome: return kernel_finish_outcome;
        case Operation::MergeOutcomes: return kernel_merge_outcomes;
    }
    return nullptr;
}

}  // namespace toets::evaluation
