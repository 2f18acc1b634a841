package dev.nacre.calcite.split;

import java.sql.SQLException;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;

/** One kind of operator that Nacre evaluates itself, because an operand is the result of a WebAssembly function. */
interface OperatorFamily {
    /** Returns whether a call is of this family. */
    boolean handles(SqlCall call);

    /** Places the operands, each with the guards that say when it is evaluated. */
    void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException;

    /** Compiles the call; its operands are placed. */
    RexNode compile(SqlCall call, Expressions expressions) throws SQLException;
}
