/**
 * The door of the parser: SQL text in, a syntax tree or a located error out.
 *
 * <p>Main nouns: {@link dev.nacre.sql.NacreParser}, {@link dev.nacre.sql.ParsedStatement},
 * {@link dev.nacre.sql.IdentifierCase}. Knows no catalog, no component and no connection; must not import
 * other modules of Nacre.
 */
@NullMarked
package dev.nacre.sql;

import org.jspecify.annotations.NullMarked;
