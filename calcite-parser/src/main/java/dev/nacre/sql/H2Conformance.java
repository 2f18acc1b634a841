package dev.nacre.sql;

import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/** Lets Calcite's grammar accept what H2 does ({@code %}, {@code !=}, {@code ROW(...)}, MINUS) and not much more. */
final class H2Conformance extends SqlDelegatingConformance {

    static final H2Conformance INSTANCE = new H2Conformance();

    private H2Conformance() {
        super(SqlConformanceEnum.BABEL);
    }

    @Override
    public boolean allowExplicitRowValueConstructor() {
        return true;
    }

    @Override
    public boolean allowCharLiteralAlias() {
        return false;
    }

    @Override
    public boolean isApplyAllowed() {
        return false;
    }

    @Override
    public boolean supportsUnsignedTypes() {
        return false;
    }
}
