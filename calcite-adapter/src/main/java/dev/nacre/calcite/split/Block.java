package dev.nacre.calcite.split;

import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Description;
import java.util.List;
import org.apache.calcite.rel.RelNode;

/**
 * A planned query, whole or part of another.
 *
 * @param relation gives the rows; has exactly the columns
 * @param description columns and parameters, as H2 describes the query
 */
record Block(RelNode relation, H2Description description) {
    List<H2Column> columns() {
        return description.columns();
    }
}
