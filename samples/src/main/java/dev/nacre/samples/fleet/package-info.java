/**
 * A fleet of devices that send temperatures: an application as others write it, with a connection pool, migrations, an
 * object-relational mapper beside plain JDBC, transactions, batches and views. It runs on H2 and on Nacre alike.
 *
 * <p>The nouns: {@link dev.nacre.samples.fleet.FleetDatabase} (pool, migrations, mapping of one URL) and {@link
 * dev.nacre.samples.fleet.FleetDay} (all the application does, as a report). Knows the two databases by their URL alone;
 * must not import Nacre, H2 or Calcite.
 */
@NullMarked
package dev.nacre.samples.fleet;

import org.jspecify.annotations.NullMarked;
