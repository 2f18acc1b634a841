package dev.nacre.h2.alias;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasMentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'\"NACRE_FN\".\"P.F\"('",
                "'it''s \"NACRE_FN\".\"P.F\"('",
                "U&'\"NACRE_FN\".\"P.F\"(\\00e9'",
                "-- \"NACRE_FN\".\"P.F\"(",
                "/* \"NACRE_FN\".\"P.F\"( */",
                "$$\"NACRE_FN\".\"P.F\"($$",
                "\"it's\" + '\"NACRE_FN\".\"P.F\"('",
                "\"\"\"NACRE_FN\"\".\"\"P.F\"\"(\"",
                "\"NACRE_FN\".\"P.F\"",
                "\"NACRE_FN\".P",
                "\"NACRE_FN\".U&\"P.\\00",
                "\"NACRE_FN\".U&\"P.\\xxxx\"(",
                "\"NACRE_FN\".U&\"P.\\+110000\"(",
                "\"NACRE_FN\".\"P.F\" (",
                "\"X\".\"NACRE_FN\"(\"P.F\"(1))",
                "'\"NACRE_FN\".\"P.F\"(",
                "\"NACRE_FN",
                "\"NACRE_FN\".\"",
                "\"NACRE_FN\"\"",
                "/*\"NACRE_FN\".\"P.F\"(",
                "'NACRE_FN'",
            })
    void takesNoTextForACall(String sql) {
        assertThat(AliasMentions.in(sql)).isEmpty();
    }

    @Test
    void findsCalls() {
        assertThat(AliasMentions.in(
                        "SELECT 'x' || \"NACRE_FN\".\"P.F\"(\"it's\"), /* ' */ \"NACRE_FN\".\"P.\"\"a\"\"\"(1)"
                                + " -- '\n, -\"NACRE_FN\".\"P.F\"(\"NACRE_FN\".\"Q.G\"(2))"))
                .containsExactly("P.F", "P.\"a\"", "Q.G");
    }

    @Test
    void findsCallsWithNamesThatH2Escapes() {
        assertThat(AliasMentions.in("U&\"\\00dc\" + \"NACRE_FN\".U&\"P.M\\00dc\\+01f600L\"\"\\\\\"(1)"))
                .containsExactly("P.M\u00dc\uD83D\uDE00L\"\\");
    }
}
