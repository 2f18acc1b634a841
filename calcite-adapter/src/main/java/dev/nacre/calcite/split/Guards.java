package dev.nacre.calcite.split;

import dev.nacre.calcite.text.SqlText;
import dev.nacre.calcite.text.Writing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * When an operand is evaluated at all: in the right side of AND, in the branches of CASE and so on. Immutable.
 *
 * <p>What H2 computes beneath such an operand is computed for every row of the scan, so it gets these as a CASE around it.
 */
final class Guards {
    /** The operand is always evaluated. */
    static final Guards NONE = new Guards(null, null, false);

    /** Those before the last: a long CASE has one more for each branch, so they share what they have in common. */
    private final @Nullable Guards outer;

    private final @Nullable Guard last;
    private final boolean undecidable;

    private record Guard(Condition condition, String test) {}

    /** A condition as text, made of nodes of the statement. */
    interface Condition {
        /** Returns the text; {@code write} gives that of a node. */
        String text(Function<SqlNode, String> write);
    }

    private Guards(@Nullable Guards outer, @Nullable Guard last, boolean undecidable) {
        this.outer = outer;
        this.last = last;
        this.undecidable = undecidable;
    }

    /**
     * Returns these and one more.
     *
     * @param test what the condition has to pass, {@code IS NOT TRUE} for example
     */
    Guards and(SqlNode condition, String test) {
        return and(write -> write.apply(condition), test);
    }

    /** As the other, for a condition that no single node stands for. */
    Guards and(Condition condition, String test) {
        return new Guards(this, new Guard(condition, test), undecidable);
    }

    /** Returns these and one that H2 cannot decide. */
    Guards andUndecidable() {
        return undecidable ? this : new Guards(outer, last, true);
    }

    boolean isUndecidable() {
        return undecidable;
    }

    /** Returns whether there is nothing to decide. */
    boolean isEmpty() {
        return last == null;
    }

    /** Returns the text of an expression that is NULL where these do not hold. */
    String around(String expression, SqlText text, Writing writing) {
        if (isEmpty()) {
            return expression;
        }
        List<String> conditions = new ArrayList<>();
        for (Guards guards = this; guards != null && guards.last != null; guards = guards.outer) {
            conditions.add("(" + guards.last.condition().text(node -> writing.write(text.span(node))) + ") "
                    + guards.last.test());
        }
        Collections.reverse(conditions);
        return "CASE WHEN " + String.join(" AND ", conditions) + " THEN " + expression + " END";
    }
}
