/**
 * The JDBC driver {@code jdbc:nacre:h2:}: objects of our own over one physical H2 connection each.
 *
 * <p>The nouns: {@link dev.nacre.jdbc.NacreDriver} and {@link dev.nacre.jdbc.NacreDataSource} (the doors),
 * {@link dev.nacre.jdbc.NacreConnection}, {@code Router} (who runs a statement: Nacre itself, H2, or Nacre's planner), {@code
 * RunningQuery} (what a planned query holds until it ends). The classes named {@code Delegating...} pass everything on to H2; those
 * above them hold what is Nacre's own.
 */
@NullMarked
package dev.nacre.jdbc;

import org.jspecify.annotations.NullMarked;
