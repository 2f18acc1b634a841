package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Who may change the catalog: users of H2 with ADMIN rights. */
public final class Rights {
    /** The user without a name is NULL to CURRENT_USER where H2's mode takes empty strings for NULL. */
    private static final String IS_ADMIN = """
            SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS
            WHERE USER_NAME = CURRENT_USER OR (CURRENT_USER IS NULL AND CHAR_LENGTH(USER_NAME) = 0)""";

    private Rights() {}

    /** Returns whether the connection's user has ADMIN rights. */
    public static boolean isAdministrator(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_ADMIN);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void requireAdministrator(Connection connection, String action) throws SQLException {
        if (!isAdministrator(connection)) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.NOT_ALLOWED,
                    action + ": expected a user with ADMIN rights, found '"
                            + connection.getMetaData().getUserName()
                            + "'; ask an administrator to run the statement");
        }
    }
}
