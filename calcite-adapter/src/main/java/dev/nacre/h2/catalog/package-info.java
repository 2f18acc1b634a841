/**
 * The catalog of functions, kept in schema NACRE of the H2 database, and what the connections of one database share.
 *
 * <p>The nouns: {@link dev.nacre.h2.catalog.NacreDatabase} (a database as its connections in this JVM see it),
 * {@link dev.nacre.h2.catalog.CatalogStore} (reads and writes the tables). What is read is checked as hostile input.
 * Must import neither Calcite nor {@code dev.nacre.calcite}, {@code dev.nacre.ddl}, {@code dev.nacre.jdbc}.
 */
@NullMarked
package dev.nacre.h2.catalog;

import org.jspecify.annotations.NullMarked;
