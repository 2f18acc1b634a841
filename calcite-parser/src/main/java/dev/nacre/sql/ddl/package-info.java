/**
 * The syntax tree of Nacre's own statements: immutable values that can be compared and printed.
 *
 * <p>Main nouns: {@link dev.nacre.sql.ddl.NacreStatement} and its records, {@link dev.nacre.sql.ddl.QualifiedName},
 * {@link dev.nacre.sql.ddl.TypeExpression}. Every node knows its {@link dev.nacre.sql.syntax.SourceSpan}, which takes
 * part in equality. Names are as the connection's settings fold them. Must not import Calcite or the generated parser.
 */
@NullMarked
package dev.nacre.sql.ddl;

import org.jspecify.annotations.NullMarked;
