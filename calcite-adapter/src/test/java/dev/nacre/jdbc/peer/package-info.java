/**
 * Functions that guests and Java have alike: what Nacre calls in a component, H2 calls in {@link dev.nacre.jdbc.peer.Peers}.
 */
@NullMarked
package dev.nacre.jdbc.peer;

import org.jspecify.annotations.NullMarked;
