package dev.nacre.calcite.algebra;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.h2.value.Value;

/** An expression that H2 computes for one row at a time, from the values of the call's operands. */
public final class H2Expression extends SqlSpecialOperator {
    private final H2Statement statement;

    /**
     * Makes an expression.
     *
     * @param text as it was written
     * @param statement gives one row with the value; its parameters are the client's and {@link #operand}s
     */
    public H2Expression(String text, H2Statement statement) {
        super("H2[" + text + "]", SqlKind.OTHER);
        this.statement = statement;
    }

    /** Returns what stands for an operand, from 0, among the parameters of the statement. */
    public static int operand(int index) {
        return -1 - index;
    }

    /** Returns the statement's text. */
    public String sql() {
        return statement.sql();
    }

    /** Returns the values of H2's parameters. */
    public List<Value> values(List<Value> client, Value[] operands) {
        List<Value> values = new ArrayList<>();
        for (int source : statement.parameters()) {
            values.add(source < 0 ? operands[-1 - source] : client.get(source));
        }
        return values;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION;
    }
}
