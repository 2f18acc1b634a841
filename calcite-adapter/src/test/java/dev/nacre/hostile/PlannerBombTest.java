package dev.nacre.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Statements that are long, wide or deep: rows or an error that says what is too much. Not here: some 25 derived tables inside
 * each other, for which H2's own planner, and so Nacre's, takes time that doubles with each.
 */
class PlannerBombTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    /** What is many in a statement. */
    enum Bomb {
        CALLS(1_000) {
            @Override
            String of(int size) {
                return "SELECT " + many(size, "F(%d)", ", ");
            }
        },
        COLUMNS(3_000) {
            @Override
            String of(int size) {
                return "SELECT F(1), " + many(size, "N + %d AS C%<d", ", ") + " FROM T";
            }
        },
        IN_LIST(10_000) {
            @Override
            String of(int size) {
                return "SELECT N FROM T WHERE F(N) IN (" + many(size, "%d", ", ") + ")";
            }
        },
        CALLS_IN_LIST(1_000) {
            @Override
            String of(int size) {
                return "SELECT N FROM T WHERE N IN (" + many(size, "F(%d)", ", ") + ")";
            }
        },
        ALTERNATIVES(1_000) {
            @Override
            String of(int size) {
                return "SELECT N FROM T WHERE " + many(size, "F(N) = %d", " OR ");
            }
        },
        CASES(1_000) {
            @Override
            String of(int size) {
                return "SELECT CASE " + many(size, "WHEN F(N) = %d THEN %<d", " ") + " END FROM T";
            }
        },
        SUM(3_000) {
            @Override
            String of(int size) {
                return "SELECT " + many(size, "F(N)", " + ") + " FROM T";
            }
        },
        NESTED_CALLS(500) {
            @Override
            String of(int size) {
                return "SELECT " + "F(".repeat(size) + "1" + ")".repeat(size);
            }
        },
        PARENTHESES(2_000) {
            @Override
            String of(int size) {
                return "SELECT F(" + "(".repeat(size) + "1" + ")".repeat(size) + ")";
            }
        },
        NESTED_QUERIES(12) {
            @Override
            String of(int size) {
                return "SELECT F(N) FROM " + "(SELECT N FROM ".repeat(size) + "T" + ")".repeat(size);
            }
        },
        NESTED_CALLING_QUERIES(12) {
            @Override
            String of(int size) {
                return "SELECT F(N) N FROM " + "(SELECT F(N) AS N FROM ".repeat(size) + "T" + ")".repeat(size);
            }
        },
        NESTED_SUBQUERIES(8) {
            @Override
            String of(int size) {
                return "SELECT F(1) WHERE 1 = " + "(SELECT MAX(F(N)) FROM T WHERE 1 = ".repeat(size) + "1"
                        + ")".repeat(size);
            }
        },
        JOINS(8) {
            @Override
            String of(int size) {
                return "SELECT F(T0.N) FROM T T0 " + many(size, "JOIN T T%d ON T%<d.N = T0.N", " ");
            }
        },
        CALLING_JOINS(6) {
            @Override
            String of(int size) {
                return "SELECT T0.N FROM T T0 " + many(size, "JOIN T T%d ON F(T%<d.N) = F(T0.N)", " ");
            }
        },
        UNIONS(500) {
            @Override
            String of(int size) {
                return many(size, "SELECT F(%d)", " UNION ALL ");
            }
        },
        VALUES(5_000) {
            @Override
            String of(int size) {
                return "SELECT F(A) FROM (VALUES " + many(size, "(%d)", ", ") + ") V(A)";
            }
        },
        GROUPING_SETS(64) {
            @Override
            String of(int size) {
                return "SELECT F(N), COUNT(*) FROM T GROUP BY GROUPING SETS (" + many(size, "(N)", ", ") + ")";
            }
        },
        CUBE(12) {
            @Override
            String of(int size) {
                return "SELECT COUNT(F(N)) FROM T GROUP BY CUBE(" + many(size, "N + %d", ", ") + ")";
            }
        },
        COMMON_TABLES(100) {
            @Override
            String of(int size) {
                return "WITH " + many(size, "W%d AS (SELECT F(N) AS N FROM T)", ", ") + " SELECT F(N) FROM W1";
            }
        },
        DOUBLED_COMMON_TABLES(6) {
            @Override
            String of(int size) {
                return "WITH W0 AS (SELECT 1 AS N), "
                        + many(size, "W%d AS (SELECT A.N FROM W%2$d A JOIN W%2$d B ON A.N = B.N)", ", ")
                        + " SELECT F(N) FROM W" + size;
            }
        },
        WINDOWS(300) {
            @Override
            String of(int size) {
                return "SELECT F(N), " + many(size, "SUM(N) OVER (ORDER BY N + %d)", ", ") + " FROM T";
            }
        },
        LONG_LITERAL(4_000_000) {
            @Override
            String of(int size) {
                return "SELECT F(1), '" + "x".repeat(size) + "'";
            }
        },
        LONG_COMMENT(4_000_000) {
            @Override
            String of(int size) {
                return "SELECT F(1) /*" + "*".repeat(size) + "*/";
            }
        },
        BLANKS(4_000_000) {
            @Override
            String of(int size) {
                return "SELECT" + " ".repeat(size) + "F(1)";
            }
        },
        OPEN_COMMENTS(200_000) {
            @Override
            String of(int size) {
                return "SELECT F(1) " + "/*".repeat(size);
            }
        },
        STATEMENTS(400) {
            @Override
            String of(int size) {
                return many(size, "SELECT F(%d)", "; ");
            }
        },
        UPDATES(1_000) {
            @Override
            String of(int size) {
                return "UPDATE T SET N = " + many(size, "F(N)", " * 0 + ");
            }
        };

        private final int size;

        Bomb(int size) {
            this.size = size;
        }

        abstract String of(int size);

        private static String many(int size, String form, String between) {
            return IntStream.rangeClosed(1, size)
                    .mapToObj(number -> String.format(form, number, number - 1))
                    .collect(Collectors.joining(between));
        }
    }

    @BeforeEach
    void create() throws SQLException {
        connection = database.connect();
        Masks.execute(
                connection,
                "CREATE FUNCTION F LANGUAGE WASM AS " + Masks.bytes("shapes-rust") + " EXPORT 'scale-long'");
        Masks.execute(connection, "CREATE TABLE T(N BIGINT)");
        Masks.execute(connection, "INSERT INTO T VALUES (1), (2), (3)");
    }

    @ParameterizedTest
    @EnumSource(Bomb.class)
    @Timeout(120)
    void endsInTime(Bomb bomb) throws SQLException {
        for (int size : new int[] {bomb.size / 4, bomb.size * Seeds.count(1, 2)}) {
            String sql = bomb.of(size);
            try {
                Masks.execute(connection, sql);
            } catch (SQLException refused) {
                assertThat(refused.getSQLState())
                        .as("%s: %s", bomb, refused.getMessage())
                        .isNotEqualTo("XX000");
                assertThat(refused.getErrorCode()).isNotEqualTo(50000);
            }
            assertThat(Rows.single(connection, "SELECT F(1)")).isEqualTo(3L);
        }
    }
}
