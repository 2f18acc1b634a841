package dev.nacre.ddl;

import dev.nacre.h2.H2Column;
import dev.nacre.sql.ddl.TextLiteral;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueNull;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/** SHOW FUNCTIONS and SHOW COMPONENTS: queries over the views that tools see, with LIKE as H2 has it. */
final class Lists {
    private static final String FUNCTIONS = """
            SELECT FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES, RETURNS, KIND, EXPORT, COMPONENT_NAME, COMMENT
            FROM NACRE.FUNCTIONS WHERE FUNCTION_NAME LIKE ? ORDER BY FUNCTION_SCHEMA, FUNCTION_NAME, FUNCTION_ID""";
    private static final String COMPONENTS = """
            SELECT COMPONENT_NAME, SHA256, BYTE_LENGTH,
                (SELECT COUNT(*) FROM NACRE.FUNCTIONS F WHERE F.COMPONENT_NAME = C.COMPONENT_NAME), OPTIONS, COMMENT
            FROM NACRE.COMPONENTS C WHERE COMPONENT_NAME LIKE ? ORDER BY COMPONENT_NAME""";

    private Lists() {}

    static OwnResult functions(@Nullable TextLiteral like, DdlSession session) throws SQLException {
        return rows(OwnColumns.FUNCTIONS, FUNCTIONS, like, session);
    }

    static OwnResult components(@Nullable TextLiteral like, DdlSession session) throws SQLException {
        return rows(OwnColumns.COMPONENTS, COMPONENTS, like, session);
    }

    private static OwnResult rows(List<H2Column> columns, String query, @Nullable TextLiteral like, DdlSession session)
            throws SQLException {
        List<Value[]> rows = new ArrayList<>();
        if (session.database().catalog(session.connection()).version() > 0) {
            try (PreparedStatement statement = session.connection().prepareStatement(query)) {
                statement.setString(1, like == null ? "%" : like.value());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.add(values(columns, row));
                    }
                }
            }
        }
        return new OwnResult.Rows(columns, rows);
    }

    private static Value[] values(List<H2Column> columns, ResultSet row) throws SQLException {
        Value[] values = new Value[columns.size()];
        for (int index = 0; index < values.length; index++) {
            boolean isNumber = columns.get(index).type().equals(TypeInfo.TYPE_BIGINT);
            values[index] = isNumber ? ValueBigint.get(row.getLong(index + 1)) : text(row.getString(index + 1));
        }
        return values;
    }

    /** Returns the text, NULL for null. */
    static Value text(@Nullable String text) {
        return text == null ? ValueNull.INSTANCE : ValueVarchar.get(text);
    }
}
