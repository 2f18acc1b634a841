/**
 * Functions that H2 calls: from an UPDATE, a view or whatever else only H2 can run, on connections of Nacre and on plain
 * ones of this JVM.
 *
 * <p>The nouns: {@code AliasMethods} (what H2 finds behind an alias), {@link dev.nacre.h2.invocation.InvokedFunction} (the
 * function it stands for), {@code CommandCalls} (what one running command of a session holds of the engine),
 * {@link dev.nacre.h2.invocation.Invocations} (all of them). Must import neither Calcite nor {@code dev.nacre.ddl} nor
 * {@code dev.nacre.jdbc}.
 */
@NullMarked
package dev.nacre.h2.invocation;

import org.jspecify.annotations.NullMarked;
