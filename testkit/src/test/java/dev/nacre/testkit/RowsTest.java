package dev.nacre.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RowsTest {

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:h2:");

    @Test
    void givesRowsInOrder() throws SQLException {
        assertThat(Rows.of(database.connect(), "SELECT X, X * 2 FROM SYSTEM_RANGE(1, 2) ORDER BY X DESC"))
                .containsExactly(List.of(2L, 4L), List.of(1L, 2L));
    }

    @Test
    void givesComparableValues() throws SQLException {
        assertThat(Rows.of(
                        database.connect(),
                        "VALUES (X'00FF', CAST(X'0A' AS BLOB), CAST('text' AS CLOB), ARRAY[X'01', NULL], NULL)"))
                .containsExactly(Arrays.asList("00ff", "0a", "text", Arrays.asList("01", null), null));
    }

    @Test
    void bindsParameters() throws SQLException {
        assertThat(Rows.single(database.connect(), "VALUES CAST(? AS INT) + CAST(? AS INT)", 1, 2))
                .isEqualTo(3);
        assertThat(Rows.single(database.connect(), "VALUES CAST(? AS INT)", (Object) null))
                .isNull();
    }

    @Test
    void refusesMoreThanOneValueWhereOneIsAskedFor() {
        assertThatThrownBy(() -> Rows.single(database.connect(), "VALUES 1, 2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected one row of one column, found [[1], [2]]");
    }
}
