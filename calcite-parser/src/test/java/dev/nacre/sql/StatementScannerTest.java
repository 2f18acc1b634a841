package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.sql.parser.StatementScanner;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a -- b#a     ",
                "a // b#a     ",
                "a /* b */ c#a         c",
                "a /* /* */ b */ c#a               c",
                "a /*/ b */ c#a          c",
                "a /**/ b#a      b",
                "'--' \"/*\" `//`#'--' \"/*\" `//`",
                "'a''--' -- b#'a''--'     ",
                "$$--$$ a$$--#$$--$$ a$$  ",
                "a - - / * b#a - - / * b",
            })
    void blanksCommentsAndKeepsTheLength(String sql, String expected) {
        assertThat(StatementScanner.scan(sql, 10)).isEqualTo(expected);
    }

    @Test
    void keepsTheEndsOfLines() {
        assertThat(StatementScanner.scan("a -- b\r\nc /* d\n e */ f", 10)).isEqualTo("a     \r\nc     \n      f");
    }

    @Test
    void blanksWhiteSpaceOfUnicode() {
        assertThat(StatementScanner.scan("a\u00a0b\u3000c\td \u0001", 10)).isEqualTo("a b c d  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "\"a", "`a", "$$a", "/* a", "/* /* */", "/*/"})
    void refusesWhatHasNoEnd(String text) {
        assertThatThrownBy(() -> StatementScanner.scan("x\n " + text, 10))
                .isInstanceOfSatisfying(SyntaxException.class, error -> {
                    assertThat(error.code()).isEqualTo(SyntaxErrorCode.UNREADABLE_TEXT);
                    assertThat(error.span()).isEqualTo(SourceSpan.at(2, 2));
                });
    }

    @Test
    void countsBracketsOutsideOfText() {
        assertThat(StatementScanner.scan("([{}]) '(((' \"[[[\" /* {{{ */ -- (((", 3))
                .startsWith("([{}])");
        assertThatThrownBy(() -> StatementScanner.scan("([{}]\n ([{", 3))
                .isInstanceOfSatisfying(
                        SyntaxException.class, error -> assertThat(error.span()).isEqualTo(SourceSpan.at(2, 4)));
    }

    @Test
    void countsCaseAsABracket() {
        assertThat(StatementScanner.scan("case case end end case_ \"case\" lowercase endcase", 2))
                .isNotEmpty();
        assertThatThrownBy(() -> StatementScanner.scan("CASE Case case", 2)).isInstanceOf(SyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 2", "2, 1, 3", "3, 2, 1", "4, 3, 1", "6, 4, 1"})
    void countsEveryKindOfLineEnd(int index, int line, int column) {
        assertThat(StatementScanner.position("ab\n\r\r\nc", index)).isEqualTo(SourceSpan.at(line, column));
    }
}
