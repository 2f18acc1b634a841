package dev.nacre.calcite.algebra;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** Operators with H2's own rules for which operands are evaluated, in which order, and how NULL counts. */
public final class LazyOperator extends SqlSpecialOperator {
    /** {@code v BETWEEN a AND b}: v, a, b. */
    public static final LazyOperator BETWEEN = new LazyOperator(Form.BETWEEN);
    /** {@code v NOT BETWEEN a AND b}: v, a, b. */
    public static final LazyOperator NOT_BETWEEN = new LazyOperator(Form.NOT_BETWEEN);
    /** {@code v IN (a, ...)}: v, a, ... */
    public static final LazyOperator IN = new LazyOperator(Form.IN);
    /** {@code CASE v WHEN a THEN x ... ELSE z END}: v, a, x, ..., z. */
    public static final LazyOperator CASE_OF = new LazyOperator(Form.CASE_OF);
    /** {@code COALESCE(a, ...)}. */
    public static final LazyOperator COALESCE = new LazyOperator(Form.COALESCE);
    /** {@code NULLIF(a, b)}. */
    public static final LazyOperator NULLIF = new LazyOperator(Form.NULLIF);

    private final Form form;

    /** Which of them it is. */
    public enum Form {
        BETWEEN,
        NOT_BETWEEN,
        IN,
        CASE_OF,
        COALESCE,
        NULLIF
    }

    private LazyOperator(Form form) {
        super(form.name().replace('_', ' '), SqlKind.OTHER);
        this.form = form;
    }

    /** Returns which operator it is. */
    public Form form() {
        return form;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION;
    }
}
