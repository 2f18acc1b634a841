package dev.nacre.calcite.split;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.util.Litmus;

/**
 * One item of ORDER BY.
 *
 * @param key what to order by, without direction
 * @param nulls where NULL goes; unspecified: as H2 does by default
 */
record SortItem(SqlNode item, SqlNode key, Direction direction, NullDirection nulls) {
    static SortItem of(SqlNode item) {
        SqlNode key = item;
        Direction direction = Direction.ASCENDING;
        NullDirection nulls = NullDirection.UNSPECIFIED;
        while (true) {
            SqlKind kind = key.getKind();
            if (kind == SqlKind.DESCENDING) {
                direction = Direction.DESCENDING;
            } else if (kind == SqlKind.NULLS_FIRST) {
                nulls = NullDirection.FIRST;
            } else if (kind == SqlKind.NULLS_LAST) {
                nulls = NullDirection.LAST;
            } else {
                return new SortItem(item, key, direction, nulls);
            }
            key = ((SqlCall) key).operand(0);
        }
    }

    /** Returns the number of the output column, from 1, that is named instead of an expression. */
    OptionalInt ordinal() {
        if (key instanceof SqlNumericLiteral && ((SqlNumericLiteral) key).isInteger()) {
            BigDecimal number = ((SqlLiteral) key).bigDecimalValue();
            return number == null ? OptionalInt.empty() : OptionalInt.of(number.intValue());
        }
        return OptionalInt.empty();
    }

    /** Returns the index of the output that the key means, by alias or as the same expression; empty for none. */
    OptionalInt output(List<Output> outputs) {
        for (int index = 0; index < outputs.size(); index++) {
            Output output = outputs.get(index);
            boolean same = !output.isStar() && key.equalsDeep(output.node(), Litmus.IGNORE);
            if (same || isAlias(output)) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the index of the output that a key of GROUP BY means: the same expression before any alias. */
    OptionalInt grouped(List<Output> outputs) {
        for (int index = 0; index < outputs.size(); index++) {
            if (key.equalsDeep(outputs.get(index).node(), Litmus.IGNORE)) {
                return OptionalInt.of(index);
            }
        }
        return output(outputs);
    }

    private boolean isAlias(Output output) {
        return key instanceof SqlIdentifier
                && ((SqlIdentifier) key).isSimple()
                && output.alias().equals(Optional.of(((SqlIdentifier) key).getSimple()));
    }

    /** Returns the same order over a column. */
    RelFieldCollation collation(int column) {
        return new RelFieldCollation(column, direction, nulls);
    }

    /** Returns the direction as text that follows an expression. */
    String suffix() {
        String text = direction == Direction.DESCENDING ? " DESC" : "";
        return switch (nulls) {
            case FIRST -> text + " NULLS FIRST";
            case LAST -> text + " NULLS LAST";
            default -> text;
        };
    }
}
