/**
 * Values of scripts: turned into the engine's Java forms by the type that the function has, and compared with its results,
 * strictly: by type, and floating point by bits. Imports the engine's types alone.
 */
@NullMarked
package dev.nacre.conformance.value;

import org.jspecify.annotations.NullMarked;
