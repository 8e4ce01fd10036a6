// One logical line at a time: the layout pass has joined continuations and knows which lines are children, and the
// phrase pass has merged the fixed phrases into single tokens by their place. So a sentence is decided by its first
// token and its verb, and phrases stay flat: only the name pass of the model can cut them (taal.md B3).
parser grammar ToetsParser;

options { tokenVocab = ToetsLexer; }

// ------------------------------------------------------------------------------------------------ kinds of lines

headerLine      : header EOF ;
clauseLine      : clause EOF ;
fieldLine       : field EOF ;
parameterLine   : parameterRow EOF ;
bulletLine      : sentence (COMMA ARRANGED_BY phrases)? EOF ;
expectationLine : phrase COLON phrase EOF ;
columnsLine     : BAR (column BAR)+ EOF ;
rowLine         : BAR (cell BAR)+ EOF ;

// ------------------------------------------------------------------------------------------ words and expressions

word       : WORD | NUMBER | DATE | LITERAL | STRING ;
phrase     : word+ ;
phrases    : phrase (COMMA phrase)* ;

expression : phrase operation* (COMMA rounding)? (COMMA minimum)? (COMMA maximum)? ;
operation  : (PLUS | MINUS | TIMES | DIVIDED) phrase ;
rounding   : ROUND_UP | ROUND_DOWN | ROUND_HALF | ROUND_LARGEST ;
minimum    : MINIMUM phrase ;
maximum    : MAXIMUM phrase ;

time
    : (NOT_AFTER | BEFORE | ON | NOT_BEFORE | AFTER | WITHIN) expression
    | FROM expression UNTIL expression
    ;

// ------------------------------------------------------------------------------------------------------ sentences

sentence
    : forEach
    | listHead
    | statement
    ;

forEach    : FOR_EACH phrase (where COMMA)? (HOLDS_THAT sentence | HOLDS bareHead) ;
where      : WHERE_HOLDS sentence | WHERE listHead ;
listHead   : ALL_FOLLOWING | NONE_FOLLOWING | quantity NUMBER OF_FOLLOWING ;
bareHead   : ALL_BARE | NONE_BARE | quantity NUMBER OF_BARE ;
quantity   : AT_LEAST | AT_MOST | EXACTLY ;
comparison : AT_LEAST | AT_MOST | MORE_THAN | LESS_THAN ;

statement
    : expression
      ( IS is
      | HAS has
      | LIES time
      | RUNS runs
      | CONTAINS contains
      )
    ;

is
    : NOT expression
    | NO expression
    | comparison expression
    | AGE_ON expression (YOUNGER | AT_LEAST) expression
    | expression (UNTIL expression | (COMMA expression)*)
    ;

has
    : NO phrases where?
    | quantity NUMBER phrases distinct? where?
    | phrases where?
    ;
distinct   : OF_AT_LEAST NUMBER DISTINCT phrase ;

runs
    : ON expression
    | AT_LEAST_FROM expression UNTIL expression (COMMA INTERRUPTION expression)?
    | AT_LEAST expression UNBROKEN? IN_PERIOD expression UNTIL expression
    ;

contains   : (NO | ALL_OF)? phrases ;

// --------------------------------------------------------------------------------------------------- declarations

properties : LEFT property (COMMA property)* RIGHT ;
property   : (PLURAL | ALSO | HEREAFTER | SUPPLIED_BY | JUDGEMENT_OF)? phrase ;
type       : LIST_OF? phrases ;
field      : phrase COLON type properties? ;
sourceNote : SOURCE STRING (COMMA UNVERIFIED)? ;

header
    : DOCUMENT phrase
    | KIND phrase properties?
    | PARAMETER phrase COLON type properties?
    | DECISION_TABLE phrase
    | DEFINITION definition
    | RULE_KIND phrase
    | EXEMPTION phrase
    | TALLY phrase
    | APPORTIONMENT phrase
    | ACCESS
    | CALENDAR phrase
    | EXAMPLE STRING
    ;

definition : phrase properties? IS expression properties? (where | asClause)? ;
asClause   : AS_HOLDS sentence | AS listHead ;

// -------------------------------------------------------------------------------------------------------- clauses

clause
    : LEVEL phrase
    | sourceNote
    | VALID_FROM DATE
    | VALID_BETWEEN DATE UNTIL DATE
    | RENEWS phrase COMMA UNLESS_NOTICE time
    | AFTER_CONSENT phrases
    | (CONSENT_OF | NOTICE_BY) phrase (ON DATE | UNKNOWN_DATE)
    | USES phrases
    | PARTY phrase properties? COLON phrases
    | ROLE phrases
    | TERMS phrase (COMMA WITHOUT_SHIFT)?
    | WORKING_DAYS phrase UNTIL phrase
    | WORKING_DAYS phrases
    | FREE_DAYS phrases
    | EQUATED_DAYS NUMBER (UNTIL NUMBER)? COLON phrases (COMMA (sourceNote | UNVERIFIED))?
    | LEAP_DAY_28
    | LEAP_DAY_1
    | HIT_RULE phrase
    | FOR_EVERY phrase properties? (COMMA BEFORE expression)?
    | FOR_EVERY phrase GOES expression OVER_FROM expression TOWARDS expression
    | ONLY_IF sentence
    | ONLY_IF_THAT listHead
    | AS_SOON_AS sentence
    | AS_SOON_AS_THAT listHead
    | TAGS phrases
    | EXEMPTS namedRules
    | DEPARTS namedRules
    | MAY_DEPART (IN_FAVOUR phrase)?
    | FAVOURABLE phrase
    | REQUIRES sentence
    | REQUIRES_THAT listHead
    | AIMS sentence
    | AIMS_THAT listHead
    | LAPSE phrase STAYS_OUT time
    | CURABLE time
    | SUSPENDS phrase
    | ON_DEFAULT phrases ENSURES duty
    | BEGINS_WITH phrase
    | STEP phrases (COMMA time)*
    | EVERY_STEP time
    | (RESTARTS | STEPS_BACK) phrase WITHOUT phrase
    | PROVIDED phrases ENSURES duty
    | PROVIDED sentence
    | (UNLESS | UNLESS_WHILE) sentence
    | (UNLESS_THAT | UNLESS_WHILE_THAT) listHead
    | ARRANGED_BY phrases
    | PARAGRAPHS phrases
    | ON_DATE DATE (COMMA KNOWN_ON DATE)?
    | FACTS
    | EXPECTS
    | SHOWN_BY phrases
    | per
    | COUNTS phrase where?
    | OUT_OF phrase (COMMA per)? (where (COMMA per)?)?
    | MOMENT expression
    | NOT_COUNTED sentence
    | NOT_COUNTED_THAT listHead
    | (NUMBER_IS | SHARE_IS) comparison expression
    | ONLY_FROM NUMBER phrase
    | CARRIES_OVER (COMMA PART_OF phrase)? (COMMA AT_MOST phrase (OF_ORIGINAL | OF_WHOLE)?)? (COMMA rounding)?
    | WHAT_IS_CARRIED COMMA? LAPSES_AFTER phrase (COMMA (OLDEST_FIRST | NEWEST_FIRST))?
    | YEAR_CLOSES phrase OF_NEXT_YEAR?
    | APPORTIONS phrase (COMMA rounding COMMA phrase)?
    | APPORTIONS_LEFT phrase IS_LEFT_OF phrase
    | IN_ORDER_OF phrase
    | OFFER_IS_USED
    | OFFER_IS_LEFT
    | (MOST_LEFT_OVER | FIRST_IN_TABLE) COMMA GIVES_FIRST
    | LITERAL? (PRO_RATA phrase | EQUAL_PARTS)
    | rounding
    | ON_TIE phrase (COMMA ACCORDING phrase)?
    | COUNTS_BELOW NUMBER phrase
    | phrases
      ( FROM_FILE STRING
      | (ENSURES | STRIVES) duty
      | (FORBIDS | DECIDES) act
      | DETERMINES_VERSION
      | SUCCEEDS phrase STARTS_ON DATE
      | MEMBER_FROM DATE
      | MEMBER_UNTIL DATE
      | MEMBER_BETWEEN DATE UNTIL DATE
      | IS_FOR phrase MOST_LEFT
      | MAY_CHOOSE
      | (SEES | SEES_FOR_CHECK | SEES_FOR_AGENDA | SEES_FOR_MONITOR) phrases
      | SEES_OF phrases
      | WITH_CONSENT phrase
      | SHOWN_AS STRING
      | MAY_LAPSE sentence
      | MAY_LAPSE_THAT listHead
      )
    ;

// `artikel 3 lid 1, artikel 5 tot en met 7 en voorwaarde x`: cut into rules by the name pass.
namedRules   : phrase ((COMMA | UNTIL) phrase)* ;
per          : PER phrase (COMMA PER phrase)* ;
duty         : phrases COMMA (time | recurrence) (COMMA LENIENCY expression)? ;
recurrence   : (EVERY expression | (EACH_YEAR | EACH_QUARTER) time) (COMMA lastTime)? ;
lastTime     : UNTIL expression ;
act          : phrases (COMMA time)? ;
parameterRow : expression STARTS_ON DATE (COMMA (sourceNote | UNVERIFIED))? ;

// --------------------------------------------------------------------------------------------------------- tables

column : COLUMN_IF phrase | COLUMN_THEN phrase | COLUMN_SOURCE | COLUMN_FROM | phrase ;
cell
    :
    | DASH
    | UNVERIFIED
    | (comparison | EXACTLY | AIM_FOR) expression
    | expression (UNTIL expression | (COMMA expression)*) (COMMA UNVERIFIED)?
    ;
