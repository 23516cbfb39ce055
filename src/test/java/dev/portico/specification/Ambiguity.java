package dev.portico.specification;

/// Where the specification leaves something open: what the model does then, and how the comparison treats it.
///
/// There are three ways. DECIDED: the model takes one reading, and anything else counts as a difference. LENIENT: the
/// comparison lets every reading pass. NOT ASKED: no random request touches it.
public enum Ambiguity {
    LIST_TIES(
            Way.LENIENT,
            "GET /entities: nothing is said of the order without `order`, nor among entities that tie. Pages are held"
                    + " to the keys in order, to the right entities, and to none twice."),
    FACET_COLLATION(
            Way.LENIENT,
            "Facet values are sorted, but not said by which collation: by code points or regardless of case will do."),
    ANCESTRY_ORDER(
            Way.LENIENT, "Ancestry has the root first; the order of the others, and of parentEntityRefs, is not said."),
    ERROR_MESSAGES(Way.LENIENT, "Errors are compared by status and name; messages are anybody's."),
    CURSOR_TEXT(Way.LENIENT, "Cursors are opaque; the pages that they lead to are compared."),

    TEXT_ORDER(
            Way.DECIDED,
            "The collation of ordered values is not said: by code points of the lower-cased text, numbers as text."),
    QUERY_TIES(
            Way.DECIDED,
            "by-query breaks ties by uid: in the direction of the order, as a keyset of (value, uid) moves."),
    NO_VALUE_TO_ORDER_BY(
            Way.DECIDED,
            "A field that is null, or too long to compare, is like an absent one in an order: by-query leaves the"
                    + " entity out, GET /entities puts it last, ascending or descending."),
    FACET_DUPLICATES(Way.DECIDED, "An entity counts once for a value, though a list may hold the value twice."),
    FACET_CASE(Way.DECIDED, "Values that differ only in case are two values of a facet."),
    FIELD_NOT_THERE(Way.DECIDED, "`fields` that lead nowhere keep nothing; lists cannot be entered; case matters."),
    PREDICATES_SEE_ROWS(
            Way.DECIDED, "Predicates look at the same rows as `filter`, so a value equals any item of a list."),
    KEYS_ANY_CASE(Way.DECIDED, "Keys of filters, predicates, facets, orders and full text are all case-insensitive."),
    REFS_ANY_CASE(Way.DECIDED, "by-refs finds refs in any case, since identity is case-insensitive."),
    EMPTY_STATEMENT(Way.NOT_ASKED, "A filter with an empty statement, as in `a=b,,c=d`."),
    BARE_AND_VALUED_KEY(Way.NOT_ASKED, "A key both bare and with a value in one filter, or in two spellings."),
    CONTAINS_ON_SCALARS(Way.NOT_ASKED, "`$contains` on a field that is no list."),
    CONTAINS_RELATION_WITHOUT_TYPE(Way.NOT_ASKED, "`$contains` for relations without `type`."),
    EMPTY_FIELD_TEST(Way.NOT_ASKED, "A predicate without any key, `{}`."),
    ORDER_BY_A_LIST(Way.NOT_ASKED, "An order by a field that is a list: which of its values counts."),
    ORDER_WITHOUT_DIRECTION(Way.NOT_ASKED, "`orderField` without a direction."),
    LIKE_WILDCARDS(Way.NOT_ASKED, "A full text term with `%`, `_` or `\\`: wildcards or themselves."),
    SHORT_REFS(Way.NOT_ASKED, "by-refs with refs that lack kind or namespace, or are none."),
    OTHER_LIMIT_ON_THE_WAY(Way.NOT_ASKED, "A cursor with another limit than the first page had."),
    HUGE_NUMBERS(Way.NOT_ASKED, "Numbers that JavaScript writes with an exponent.");

    /// How an open point is treated.
    public enum Way {
        DECIDED,
        LENIENT,
        NOT_ASKED
    }

    private final Way way;
    private final String reason;

    Ambiguity(Way way, String reason) {
        this.way = way;
        this.reason = reason;
    }

    public Way way() {
        return way;
    }

    public String reason() {
        return reason;
    }
}
