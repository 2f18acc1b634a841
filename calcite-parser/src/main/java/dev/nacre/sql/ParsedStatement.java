package dev.nacre.sql;

import dev.nacre.sql.ddl.NacreStatement;
import org.apache.calcite.sql.SqlNode;

/** Is what a text turned out to be. */
public sealed interface ParsedStatement {

    /** Returns how many parameters the statement has; they are numbered from 0 in Calcite's tree. */
    int parameterCount();

    /**
     * Is a statement of Nacre's own.
     *
     * @param statement the tree
     * @param parameterCount how many parameters it has
     */
    record Own(NacreStatement statement, int parameterCount) implements ParsedStatement {}

    /**
     * Is a query: SELECT, VALUES, TABLE, WITH, or a set operation over them.
     *
     * @param query Calcite's tree, not validated
     * @param parameterCount how many parameters it has
     */
    record Query(SqlNode query, int parameterCount) implements ParsedStatement {}

    /**
     * Is {@code EXPLAIN [PLAN FOR] query}.
     *
     * @param query Calcite's tree of the query, not validated
     * @param parameterCount how many parameters it has
     */
    record Explain(SqlNode query, int parameterCount) implements ParsedStatement {}

    /**
     * Is {@code CALL expression}, most often a call of a procedure.
     *
     * @param expression Calcite's tree of the expression, not validated
     * @param parameterCount how many parameters it has
     */
    record Call(SqlNode expression, int parameterCount) implements ParsedStatement {}

    /**
     * Is an INSERT, UPDATE, DELETE or MERGE.
     *
     * @param modification Calcite's tree, not validated
     * @param parameterCount how many parameters it has
     */
    record Modification(SqlNode modification, int parameterCount) implements ParsedStatement {}
}
