package dev.nacre.jdbc;

import java.sql.CallableStatement;

/** A callable statement of H2's. */
final class NacreCallableStatement extends DelegatingCallableStatement {
    NacreCallableStatement(NacreConnection connection, Route route, CallableStatement h2) {
        super(connection, route, h2);
    }
}
