package dev.nacre.calcite.split;

import org.apache.calcite.sql.SqlIdentifier;

/**
 * A column that an item of FROM takes from one to its left.
 *
 * @param ordinal of the parameter that has its value, from 0
 * @param leaf has the column
 * @param column as it is written
 */
record LateralColumn(int ordinal, JoinLeaf leaf, SqlIdentifier column) {}
