package dev.nacre.sql.ddl;

/** Says whether a statement gives rights or takes them back. */
public enum RightsVerb {
    /** Gives. */
    GRANT("TO"),
    /** Takes back. */
    REVOKE("FROM");

    private final String preposition;

    RightsVerb(String preposition) {
        this.preposition = preposition;
    }

    /** Returns the word before whom the rights are given to or taken from. */
    public String preposition() {
        return preposition;
    }
}
