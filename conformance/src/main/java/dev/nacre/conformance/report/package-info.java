/** Writes what became of a run: as text for readers and as JSON for programs. */
@NullMarked
package dev.nacre.conformance.report;

import org.jspecify.annotations.NullMarked;
