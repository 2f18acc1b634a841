package dev.nacre.calcite.split;

import dev.nacre.calcite.text.SqlText;
import dev.nacre.calcite.text.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;

/**
 * When an operand is evaluated at all: in the right side of AND, in the branches of CASE and so on. Immutable.
 *
 * <p>What H2 computes beneath such an operand is computed for every row of the scan, so it gets these as a CASE around it.
 */
final class Guards {
    /** The operand is always evaluated. */
    static final Guards NONE = new Guards(List.of(), false);

    private final List<Guard> guards;
    private final boolean undecidable;

    private record Guard(Condition condition, String test) {}

    /** A condition as text, made of nodes of the statement. */
    interface Condition {
        /** Returns the text; {@code write} gives that of a node. */
        String text(Function<SqlNode, String> write);
    }

    private Guards(List<Guard> guards, boolean undecidable) {
        this.guards = List.copyOf(guards);
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
        List<Guard> more = new ArrayList<>(guards);
        more.add(new Guard(condition, test));
        return new Guards(more, undecidable);
    }

    /** Returns these and one that H2 cannot decide. */
    Guards andUndecidable() {
        return new Guards(guards, true);
    }

    boolean isUndecidable() {
        return undecidable;
    }

    /** Returns the text of an expression that is NULL where these do not hold. */
    String around(String expression, SqlText text, Writing writing) {
        if (guards.isEmpty()) {
            return expression;
        }
        return guards.stream()
                .map(guard ->
                        "(" + guard.condition().text(node -> writing.write(text.span(node))) + ") " + guard.test())
                .collect(Collectors.joining(" AND ", "CASE WHEN ", " THEN " + expression + " END"));
    }
}
