package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingTest {

    private static final int MANY = 100_000;
    private static final int ALLOWED = NacreParser.MAXIMUM_BRACKETS - 1;
    private static final long USUAL_STACK = 1 << 20;
    private static final long SMALL_STACK = 192 << 10;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * | ( | )",
                "SELECT * | f( | )",
                "SELECT * | (SELECT | )",
                "SELECT * | ARRAY[ | ]",
                "SELECT * | {fn abs( | )}",
                "SELECT * | a IN ( | )",
                "SELECT * | CASE WHEN a THEN | END",
                "SELECT 1 FROM * | (SELECT 1 FROM | )",
                "WITH q AS ( * | SELECT 1), r AS (WITH q AS ( |",
                "DROP FUNCTION f( * | ROW(a | )",
            })
    void refusesBracketsThatNestTooDeep(String start, String opening, String closing) {
        String sql = start.replace("*", "") + (opening + " ").repeat(MANY) + "1" + (" " + closing).repeat(MANY);

        assertThat(refusal(sql).code()).isEqualTo(SyntaxErrorCode.NESTING_TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"( | )", "f( | )", "(SELECT | )", "ARRAY[ | ]", "CASE WHEN a THEN | END", "a IN ( | )"})
    void acceptsAllowedBracketsOnAStackOfUsualSize(String opening, String closing) throws InterruptedException {
        String sql = "SELECT " + (opening + " ").repeat(ALLOWED) + "1" + (" " + closing).repeat(ALLOWED);

        assertThat(failureOnThread(sql, USUAL_STACK)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"+ 1", "|| 1", "* 1", "= 1", "IS NULL", "::INT", "UNION SELECT 1", "CROSS JOIN t"})
    @Timeout(60)
    void refusesLongChainsThatMakeDeepTrees(String link) {
        String sql = "SELECT 1 " + (link.startsWith("CROSS") ? "FROM t " : "") + (link + " ").repeat(20_000);

        assertThat(refusal(sql).code()).isEqualTo(SyntaxErrorCode.NESTING_TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource({"NOT", "-", "+ -", "EXISTS"})
    void refusesLongRunsOfPrefixes(String prefix) {
        String sql = "SELECT " + (prefix + " ").repeat(MANY) + "(SELECT a)";

        assertThat(refusal(sql).code()).isEqualTo(SyntaxErrorCode.NESTING_TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource({"AND a = 1", "OR a", "OR a BETWEEN 1 AND 2", "OR a IN (1)"})
    @Timeout(60)
    void acceptsLongChainsOfConditions(String link) {
        String sql = "SELECT * FROM t WHERE a " + (link + " ").repeat(10_000);

        assertThatCode(() -> NacreParser.parseStatement(sql, IdentifierCase.UPPER))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsLongLists() {
        String sql = "SELECT a IN (1" + ", 1".repeat(MANY) + ")";

        assertThatCode(() -> NacreParser.parseStatement(sql, IdentifierCase.UPPER))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesArraysOfArraysWithoutEnd() {
        assertThat(refusal("DROP FUNCTION f(INT" + " ARRAY".repeat(MANY) + ")").code())
                .isEqualTo(SyntaxErrorCode.NESTING_TOO_DEEP);
        assertThat(refusal("SELECT CAST(a AS INT" + " ARRAY".repeat(MANY) + ")").code())
                .isEqualTo(SyntaxErrorCode.NESTING_TOO_DEEP);
    }

    @Test
    void locatesTheBracketThatIsTooMuch() {
        SyntaxException error = refusal("SELECT " + "(".repeat(MANY));

        assertThat(error.span().column()).isEqualTo("SELECT ".length() + NacreParser.MAXIMUM_BRACKETS + 1);
    }

    @Test
    void turnsAnExhaustedStackIntoTheSameError() throws InterruptedException {
        String sql = "SELECT " + "f(".repeat(ALLOWED) + "1" + ")".repeat(ALLOWED);

        assertThat(failureOnThread(sql, SMALL_STACK))
                .isInstanceOfSatisfying(
                        SyntaxException.class,
                        error -> assertThat(error.code()).isEqualTo(SyntaxErrorCode.NESTING_TOO_DEEP));
    }

    @Test
    void turnsAnExhaustedStackIntoTheSameErrorForPatterns() {
        assertThat(refusal("SELECT a" + " LIKE a".repeat(MANY)).code()).isEqualTo(SyntaxErrorCode.NESTING_TOO_DEEP);
    }

    private static SyntaxException refusal(String sql) {
        SyntaxException refusal = catchThrowableOfType(
                SyntaxException.class, () -> NacreParser.parseStatement(sql, IdentifierCase.UPPER));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Throwable failureOnThread(String sql, long stackBytes) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable parse = () -> {
            try {
                NacreParser.parseStatement(sql, IdentifierCase.UPPER);
            } catch (Throwable e) {
                failure.set(e);
            }
        };
        Thread thread = new Thread(null, parse, "parser with a stack of " + stackBytes, stackBytes);
        thread.start();
        thread.join();
        return failure.get();
    }
}
