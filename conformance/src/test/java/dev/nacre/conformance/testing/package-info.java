/** What the tests of this module share. */
@NullMarked
package dev.nacre.conformance.testing;

import org.jspecify.annotations.NullMarked;
