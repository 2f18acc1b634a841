/**
 * The aliases under which H2 itself calls functions: derived from the catalog, never the definition.
 *
 * <p>The nouns: {@link dev.nacre.h2.alias.AliasName} (what a function is called inside H2),
 * {@link dev.nacre.h2.alias.Alias} (one as it should be in the database), {@link dev.nacre.h2.alias.Aliases} (makes the
 * database's aliases what the catalog says). Who runs the calls is {@code dev.nacre.h2.invocation}. Must import neither
 * {@code dev.nacre.h2.catalog}, which keeps the aliases up to date, nor Calcite, {@code dev.nacre.ddl} or
 * {@code dev.nacre.jdbc}.
 */
@NullMarked
package dev.nacre.h2.alias;

import org.jspecify.annotations.NullMarked;
