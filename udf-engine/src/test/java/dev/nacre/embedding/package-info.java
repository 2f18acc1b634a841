/** Uses the engine from outside its packages, as an embedding application does. */
@NullMarked
package dev.nacre.embedding;

import org.jspecify.annotations.NullMarked;
