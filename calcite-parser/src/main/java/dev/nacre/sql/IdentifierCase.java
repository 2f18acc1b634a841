package dev.nacre.sql;

import org.apache.calcite.avatica.util.Casing;

/** Says what becomes of identifiers written without quotes; quoted ones are always kept. */
public enum IdentifierCase {
    /** Upper case, H2's default ({@code DATABASE_TO_UPPER=TRUE}). */
    UPPER(Casing.TO_UPPER),

    /** Lower case ({@code DATABASE_TO_LOWER=TRUE}). */
    LOWER(Casing.TO_LOWER),

    /** As written ({@code DATABASE_TO_UPPER=FALSE}). */
    UNCHANGED(Casing.UNCHANGED);

    private final Casing casing;

    IdentifierCase(Casing casing) {
        this.casing = casing;
    }

    Casing casing() {
        return casing;
    }
}
