package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/** One input of a join that is done above H2. Takes columns and conditions until it is built. */
interface JoinLeaf {
    /** Takes a column over; false when this input has no such column. */
    boolean place(SqlIdentifier column) throws SQLException;

    /** Takes a star over, {@code *} or {@code t.*}; false when it names another table. */
    boolean placeStar(SqlIdentifier star) throws SQLException;

    /** Takes a condition over that concerns this input alone; false when it cannot. */
    boolean filter(SqlNode condition) throws SQLException;

    /** Returns the type of a column that was placed. */
    TypeInfo type(SqlIdentifier column) throws SQLException;

    /** Returns the columns of items to the left that this one needs, so that its rows are read anew for each of theirs. */
    default List<LateralColumn> outer() {
        return List.of();
    }

    RelNode build() throws SQLException;

    /** Returns the names of the columns of a table of this input, in order. */
    List<String> names(String table) throws SQLException;

    /** Returns the index of a column that was placed. */
    Optional<Integer> column(SqlNode column);

    /** Returns the indexes of the columns of a star that was placed. */
    List<Integer> star(SqlNode star);
}
