/**
 * Carries scripts out. The door is {@link dev.nacre.conformance.run.ConformanceRunner}. The engine works on a thread of its
 * own, which is left behind when it does not come back in time; nobody is interrupted.
 */
@NullMarked
package dev.nacre.conformance.run;

import org.jspecify.annotations.NullMarked;
