// Kinds of things and their fields: what a case can say (taal.md C11-C19).
#pragma once

#include "model/context.h"

namespace toets::model {

struct FieldKind {
    Type type;
    bool is_list = false;
};
// The type a declaration names; reports and gives Text when it names none.
FieldKind field_type(Context& context, const syntax::FieldType& type, Span where);

// Adds the field to its kind, and its name to the names of that kind.
FieldId add_field(Context& context, Field field);
// One nobody has to declare.
FieldId add_built_in(Context& context, KindId kind, const char* name, const char* article, Base base);
void declare_kind(Context& context, const Place& place, const syntax::KindHeader& header);
void declare_fields(Context& context, const Place& place, const syntax::KindHeader& header);
// B25: a one-to-one field can be followed back when exactly one kind has exactly one field of that kind.
void declare_inverse_fields(Context& context);
// C21 "de schulden van een cliënt zijn volledig als".
void declare_completeness(Context& context, const Place& place, const syntax::CompletenessDefinition& header);
// "de huurschulden van de cliënt": every list of a kind can be asked for one of its sub-kinds.
void declare_sub_lists(Context& context);
void find_case_kinds(Context& context);
void check_completeness_declared(Context& context);

void read_parameter_rows(Context& context, const syntax::Header& header, Parameter& parameter);
void report_unknown_kind(Context& context, const syntax::Phrase& name);

}  // namespace toets::model
