package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** The tables of a block. Takes expressions and conditions until it is built. */
interface Source extends Ground {
    /** Takes a whole item of the SELECT list: a star always, or an expression that {@link #place} takes. */
    boolean placeOutput(Output output, Guards guards) throws SQLException;

    /**
     * Takes a condition that rows have to meet.
     *
     * @return false when it has to be evaluated above
     */
    boolean filter(SqlNode condition) throws SQLException;

    /** Returns whether the tables have a column; a name that they do not have may be an alias. */
    boolean knows(SqlIdentifier column) throws SQLException;

    /** Returns the one scan that the whole block is, when it is one: further clauses may be added to it. */
    Optional<ScanBuilder> scan();

    /** Plans the rows; nothing is placed after that. */
    RelNode build() throws SQLException;

    /** Returns the columns that a star stands for. */
    List<RexNode> star(Output output);
}
