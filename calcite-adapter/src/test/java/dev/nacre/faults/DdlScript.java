package dev.nacre.faults;

import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random statements that change the catalog, the same ones for a seed, of which some are refused. */
final class DdlScript {
    private DdlScript() {}

    /** Returns so many statements. */
    static List<String> of(long number, int length) {
        RandomGenerator random = Seeds.random(number);
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA S");
        statements.add("CREATE COMPONENT C0 FROM " + KeyedGuest.literal(0x80));
        while (statements.size() < length) {
            statements.add(statement(random));
        }
        return statements;
    }

    private static String statement(RandomGenerator random) {
        String component = "C" + random.nextInt(2);
        String function = "F" + random.nextInt(3);
        String guest = KeyedGuest.literal(0x80 + random.nextInt(0x80));
        return switch (random.nextInt(10)) {
            case 0 -> "CREATE OR REPLACE COMPONENT E FROM " + Masks.bytes("echo");
            case 1 -> "IMPORT FUNCTIONS FROM E INTO S";
            case 2 -> "DROP COMPONENT E CASCADE";
            case 3 -> "DROP COMPONENT " + component + " CASCADE";
            case 4 -> "DROP FUNCTION " + function;
            case 5 -> "CREATE OR REPLACE FUNCTION " + function + " LANGUAGE WASM AS " + guest + " EXPORT 'handle-data'";
            case 6, 7 ->
                "CREATE OR REPLACE FUNCTION " + function + " LANGUAGE WASM FROM " + component + " EXPORT 'handle-data'";
            default -> "CREATE OR REPLACE COMPONENT " + component + " FROM " + guest;
        };
    }

    /** Runs a statement; returns whether it was refused. */
    static boolean isRefused(Connection connection, String sql) {
        try {
            Masks.execute(connection, sql);
            return false;
        } catch (SQLException refused) {
            return true;
        }
    }

    /** Returns what there is, and what each function answers. */
    static List<Object> catalog(Connection connection) throws SQLException {
        List<Object> catalog = new ArrayList<>(Rows.of(connection, "SHOW COMPONENTS"));
        for (List<Object> function : Rows.of(connection, "SHOW FUNCTIONS")) {
            catalog.add(function);
            if (function.get(1).toString().startsWith("F")) {
                String call = function.get(1) + "(X'00')";
                catalog.add(Rows.single(connection, "SELECT " + call));
            }
        }
        return catalog;
    }
}
