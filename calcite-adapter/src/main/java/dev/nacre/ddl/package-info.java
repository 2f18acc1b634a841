/**
 * Runs the statements that are Nacre's own: CREATE, DROP, SHOW, DESCRIBE and SHOW CREATE of components and functions, and
 * IMPORT FUNCTIONS.
 *
 * <p>The nouns: {@link dev.nacre.ddl.OwnStatements} (runs a parsed statement), {@link dev.nacre.ddl.DdlSession} (on what),
 * {@link dev.nacre.ddl.OwnResult} (what it gives). Must not import {@code dev.nacre.jdbc} nor {@code dev.nacre.calcite}.
 */
@NullMarked
package dev.nacre.ddl;

import org.jspecify.annotations.NullMarked;
