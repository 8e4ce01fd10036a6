// Characters to words, numbers, strings and punctuation. Knows no keyword: which words form a fixed phrase depends on
// where they stand, and is decided by engine/syntax/phrases.def. The names in `tokens` are those phrases.
lexer grammar ToetsLexer;

tokens {
    DATE, LITERAL,
    IS, HAS, LIES, RUNS, CONTAINS, HOLDS, HOLDS_THAT,
    FOR_EACH, WHERE_HOLDS, WHERE, AS_HOLDS, AS,
    ALL_FOLLOWING, NONE_FOLLOWING, OF_FOLLOWING, ALL_BARE, NONE_BARE, OF_BARE,
    AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EXACTLY,
    NOT, NO, ALL_OF, AGE_ON, YOUNGER, UNTIL,
    PLUS, MINUS, TIMES, DIVIDED,
    ROUND_UP, ROUND_DOWN, ROUND_HALF, ROUND_LARGEST, MINIMUM, MAXIMUM,
    NOT_AFTER, BEFORE, ON, NOT_BEFORE, AFTER, WITHIN, FROM, EVERY, EACH_YEAR, EACH_QUARTER,
    AT_LEAST_FROM, UNBROKEN, IN_PERIOD, INTERRUPTION, OF_AT_LEAST, DISTINCT,
    ARRANGED_BY, PLURAL, ALSO, HEREAFTER, SUPPLIED_BY, JUDGEMENT_OF, UNVERIFIED, LIST_OF,
    LEVEL, SOURCE, VALID_FROM, VALID_BETWEEN, USES, PARTY, ROLE, TERMS, WITHOUT_SHIFT,
    WORKING_DAYS, FREE_DAYS, EQUATED_DAYS, LEAP_DAY_28, LEAP_DAY_1,
    HIT_RULE, FOR_EVERY, ONLY_IF, ONLY_IF_THAT, TAGS, REQUIRES, REQUIRES_THAT, AIMS, AIMS_THAT, SUSPENDS, ON_DEFAULT,
    LAPSE, STAYS_OUT, CURABLE, UNLESS, UNLESS_THAT, PARAGRAPHS, ON_DATE, KNOWN_ON, FROM_FILE, FACTS, EXPECTS,
    ENSURES, STRIVES, SHOWN_BY, FORBIDS, DECIDES, LENIENCY, DETERMINES_VERSION, MAY_CHOOSE, STARTS_ON,
    COLUMN_IF, COLUMN_THEN, COLUMN_SOURCE, COLUMN_FROM,
    DOCUMENT, KIND, PARAMETER, DECISION_TABLE, DEFINITION, RULE_KIND, CALENDAR, EXAMPLE
}

NEWLINE : '\r\n' | '\n' | '\r' ;
SPACE   : [ \t\u00A0\u202F\uFEFF]+ -> skip ;
REMARK  : '#' ~[\r\n]* ;
STRING
    : '"' ~["\r\n]* '"'
    | '\u201C' ~[\u201D\r\n]* '\u201D'
    | '\u201E' ~[\u201C\u201D\r\n]* [\u201C\u201D]
    ;
QUOTE   : ["\u201C\u201D\u201E] ;
NUMBER  : D+ (',' D+)? | D D? D? ('.' D D D)+ (',' D+)? ;
ODD_NUMBER : D+ ([-/.,:] D+)+ ;
WORD    : (D+ '-'?)* L (L | D | M | ['\u2019/&-])* | '&' ;
PERCENT : '%' ;
EURO    : '\u20AC' ;
COMMA   : ',' ;
COLON   : ':' ;
LEFT    : '(' ;
RIGHT   : ')' ;
BAR     : '|' ;
DASHES  : ':'? '-' '-' '-'+ ':'? ;
DASH    : '-' ;
BULLET  : [\u2022\u00B7\u25AA\u25E6*\u2013] ;
DOT     : '.' ;
UNKNOWN : . ;

fragment D : [0-9] ;
fragment L : [\p{L}] ;
fragment M : [\p{M}] ;
