/** What a component may have of the host, and who may call a function. */
@NullMarked
package dev.nacre.functions.grants;

import org.jspecify.annotations.NullMarked;
