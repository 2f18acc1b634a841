package dev.nacre.calcite.split;

import dev.nacre.functions.SqlType;
import dev.nacre.h2.H2Session;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.h2.value.TypeInfo;

/** Knows H2's form of the types that functions declare: H2 is asked, once for each type of a plan. */
final class SqlTypes {
    private final H2Session session;
    private final Map<SqlType, TypeInfo> known = new HashMap<>();

    SqlTypes(H2Session session) {
        this.session = session;
    }

    TypeInfo of(SqlType type) throws SQLException {
        TypeInfo info = known.get(type);
        if (info == null) {
            info = session.typeOf(type);
            known.put(type, info);
        }
        return info;
    }
}
