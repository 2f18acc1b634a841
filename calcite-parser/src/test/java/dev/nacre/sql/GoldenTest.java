package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.sql.syntax.SyntaxException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

    static List<Golden> statements() {
        return Golden.read("statements.golden");
    }

    static List<Golden> queries() {
        return Golden.read("queries.golden");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsOwnStatements(Golden golden) {
        assertThat(outcome(golden.sql())).isEqualTo(golden.outcome());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void readsQueries(Golden golden) {
        assertThat(outcome(golden.sql())).isEqualTo(golden.outcome());
    }

    private static String outcome(String sql) {
        try {
            return "=> " + Golden.print(NacreParser.parseStatement(sql, IdentifierCase.UPPER));
        } catch (SyntaxException e) {
            return "!! " + e.code() + " " + e.getMessage();
        }
    }
}
