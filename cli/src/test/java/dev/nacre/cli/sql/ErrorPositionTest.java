package dev.nacre.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.script.ScriptPosition;
import org.junit.jupiter.api.Test;

class ErrorPositionTest {

    @Test
    void readsLineAndColumnAtBeginning() {
        assertThat(ErrorPosition.find("line 3, column 14: expected a type", "anything"))
                .contains(new ScriptPosition(3, 14));
    }

    @Test
    void findsMarkBehindQuotesAndLines() {
        String statement = "SELECT \"a\", '\\'\n FROM WHERE";
        String message = "Syntax error in SQL statement \"SELECT \"\"a\"\", '\\\\'\\000a FROM [*]WHERE\"";

        assertThat(ErrorPosition.find(message, statement)).contains(new ScriptPosition(2, 7));
    }

    @Test
    void findsNothingInOtherMessages() {
        assertThat(ErrorPosition.find(null, "VALUES 1")).isEmpty();
        assertThat(ErrorPosition.find("Column \"X\" not found", "SELECT x")).isEmpty();
        assertThat(ErrorPosition.find("value \"[*]\" is too long", "VALUES 1")).contains(new ScriptPosition(1, 1));
        assertThat(ErrorPosition.find("value \"ab[*]\" is too long", "VALUES 1"))
                .isEmpty();
    }

    @Test
    void leavesOutPlaceAndRepeatedStatement() {
        assertThat(ErrorPosition.withoutPlace("line 1, column 2: bad; SQL statement:\nSELECT x [42122-252]"))
                .isEqualTo("bad");
        assertThat(ErrorPosition.withoutPlace("bad")).isEqualTo("bad");
    }
}
