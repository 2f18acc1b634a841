/**
 * Attacks, run against the whole of Nacre in a process that another one watches.
 *
 * <p>The nouns: {@link dev.nacre.bench.evil.Attack} (who does what, and which defence should stop it), {@link
 * dev.nacre.bench.evil.Strike} (one statement of it, with what has to come of it), {@link
 * dev.nacre.bench.evil.Attacks} (all there are), {@link dev.nacre.bench.evil.EvilRun} (runs them and gives {@link
 * dev.nacre.bench.evil.AttackResult}s). {@code Child} is the process that is attacked; it attacks itself.
 */
@NullMarked
package dev.nacre.bench.evil;

import org.jspecify.annotations.NullMarked;
