package dev.nacre.sql.parser;

import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code ||} while the parser decides what binds tighter.
 *
 * <p>In H2 {@code a || b + c} is {@code a || (b + c)}; in Calcite it
 * is {@code (a || b) + c}. Every call that it makes is a call of Calcite's own operator.
 */
final class HalfwayConcatenation extends SqlBinaryOperator {

    static final HalfwayConcatenation INSTANCE = new HalfwayConcatenation();

    /** Below plus and minus (40), above LIKE, BETWEEN and IN (32). */
    private static final int PRECEDENCE = 36;

    private HalfwayConcatenation() {
        super("||", SqlKind.OTHER, PRECEDENCE, true, null, null, null);
    }

    @Override
    public SqlCall createCall(@Nullable SqlLiteral functionQualifier, SqlParserPos pos, @Nullable SqlNode... operands) {
        return SqlStdOperatorTable.CONCAT.createCall(functionQualifier, pos, operands);
    }
}
