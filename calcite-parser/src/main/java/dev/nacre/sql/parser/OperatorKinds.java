package dev.nacre.sql.parser;

import java.util.Set;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlPostfixOperator;

/** Says on which level of H2's grammar an operator stands; what stands on none, H2 does not have. */
final class OperatorKinds {

    /** {@code a AT TIME ZONE b}. */
    static final SqlOperator AT_TIME_ZONE =
            new SqlBinaryOperator("AT TIME ZONE", SqlKind.OTHER, 70, true, null, null, null);

    /** {@code a AT LOCAL}. */
    static final SqlOperator AT_LOCAL = new SqlPostfixOperator("AT LOCAL", SqlKind.OTHER, 70, null, null, null);

    private static final Set<String> CLINGING = Set.of("AT TIME ZONE", "AT LOCAL", "FORMAT JSON");

    private OperatorKinds() {}

    static boolean isSetOperation(SqlOperator operator) {
        return switch (operator.kind) {
            case UNION, EXCEPT, INTERSECT -> true;
            default -> false;
        };
    }

    static boolean isUnion(SqlOperator operator) {
        return switch (operator.kind) {
            case UNION, EXCEPT -> true;
            default -> false;
        };
    }

    /** Comparisons and predicates. */
    static boolean isConditional(SqlOperator operator) {
        return switch (operator.kind) {
            case EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM,
                    IN,
                    NOT_IN,
                    SOME,
                    ALL,
                    BETWEEN,
                    LIKE,
                    RLIKE,
                    IS_NULL,
                    IS_NOT_NULL,
                    IS_TRUE,
                    IS_NOT_TRUE,
                    IS_FALSE,
                    IS_NOT_FALSE -> true;
            default -> isJsonTest(operator);
        };
    }

    static boolean isConcatenation(SqlOperator operator) {
        return operator.getName().equals("||");
    }

    static boolean isSum(SqlOperator operator) {
        return switch (operator.kind) {
            case PLUS, MINUS -> true;
            default -> false;
        };
    }

    static boolean isProduct(SqlOperator operator) {
        return switch (operator.kind) {
            case TIMES, DIVIDE, MOD -> true;
            default -> false;
        };
    }

    /** Signs and the words before a query in parentheses. */
    static boolean isPrefix(SqlOperator operator) {
        return switch (operator.kind) {
            case MINUS_PREFIX, PLUS_PREFIX, EXISTS, UNIQUE -> true;
            default -> false;
        };
    }

    /** What clings to an operand: {@code [index]}, {@code .field}, {@code ::type}, AT TIME ZONE, FORMAT JSON. */
    static boolean isClinging(SqlOperator operator) {
        return switch (operator.kind) {
            case ITEM, DOT, CAST -> true;
            default -> CLINGING.contains(operator.getName());
        };
    }

    static boolean isPostfix(SqlOperator operator) {
        return operator instanceof SqlPostfixOperator;
    }

    private static boolean isJsonTest(SqlOperator operator) {
        String name = operator.getName();
        return name.startsWith("IS JSON") || name.startsWith("IS NOT JSON");
    }
}
