package dev.nacre.sql.ddl;

/** Says which statement creates or drops a routine. */
public enum RoutineKind {
    /** A scalar or table function. */
    FUNCTION("FUNCTION"),
    /** An aggregate. */
    AGGREGATE_FUNCTION("AGGREGATE FUNCTION"),
    /** A procedure. */
    PROCEDURE("PROCEDURE");

    private final String words;

    RoutineKind(String words) {
        this.words = words;
    }

    /** Returns the words of SQL that stand for the kind. */
    public String words() {
        return words;
    }
}
