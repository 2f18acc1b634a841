package dev.nacre.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {

    @Test
    void cutsAtSemicolons() throws IOException {
        assertThat(texts("VALUES 1;VALUES 2 ;\n VALUES 3")).containsExactly("VALUES 1", "VALUES 2", "VALUES 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VALUES 'a;b'",
                "VALUES 'it''s;'",
                "SELECT 1 AS \"a;\"\"b\"",
                "SELECT 1 AS `a;b`",
                "VALUES $$a;'b$$",
                "VALUES $$a;$b$$",
                "VALUES 1 /* ; */ + 2",
                "VALUES 1 /* a /* ; */ ; */ + 2",
                "VALUES 1 -- ;\n + 2",
                "VALUES 1 // ;\n + 2",
                "VALUES 1 - 2 / 3 * 4",
                "VALUES '-- ' || '/* '",
                "VALUES 'unfinished; string",
                "VALUES 1 /* unfinished; comment",
                "VALUES $$unfinished; text$",
            })
    void keepsStatementWhole(String statement) throws IOException {
        assertThat(texts(statement)).containsExactly(statement);
    }

    @Test
    void takesDollarsInsideNamesAsLetters() throws IOException {
        assertThat(texts("SELECT a$$;SELECT b$$")).containsExactly("SELECT a$$", "SELECT b$$");
    }

    @Test
    void leavesOutWhatIsNoStatement() throws IOException {
        assertThat(texts("")).isEmpty();
        assertThat(texts(" ;; -- nothing;\n /* nothing; */ ; VALUES 1; -- the end"))
                .containsExactly("VALUES 1");
    }

    @Test
    void keepsCommentsThatStandBeforeStatement() throws IOException {
        assertThat(texts("-- first\nVALUES 1;")).containsExactly("-- first\nVALUES 1");
    }

    @Test
    void saysWhereStatementsBegin() throws IOException {
        List<ScriptStatement> statements = read("VALUES 1; VALUES 2;\n\n  VALUES\n 3;-- c;\n;\tVALUES 4");

        assertThat(statements)
                .extracting(ScriptStatement::start)
                .containsExactly(
                        new ScriptPosition(1, 1),
                        new ScriptPosition(1, 11),
                        new ScriptPosition(3, 3),
                        new ScriptPosition(5, 3));
    }

    @Test
    void givesStatementBeforeRestIsWritten() throws IOException {
        Reader endless = new Reader() {
            private int next;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                if (next == 9) {
                    throw new IOException("read too far");
                }
                buffer[offset] = "VALUES 1;".charAt(next++);
                return 1;
            }

            @Override
            public void close() {}
        };

        assertThat(new ScriptReader(endless).next())
                .hasValueSatisfying(statement -> assertThat(statement.text()).isEqualTo("VALUES 1"));
    }

    @Test
    void addsPlaceInsideStatementToItsStart() {
        ScriptPosition start = new ScriptPosition(4, 7);

        assertThat(new ScriptPosition(1, 3).from(start)).isEqualTo(new ScriptPosition(4, 9));
        assertThat(new ScriptPosition(3, 2).from(start)).isEqualTo(new ScriptPosition(6, 2));
    }

    private static List<String> texts(String script) throws IOException {
        return read(script).stream().map(ScriptStatement::text).toList();
    }

    private static List<ScriptStatement> read(String script) throws IOException {
        ScriptReader reader = new ScriptReader(new StringReader(script));
        List<ScriptStatement> statements = new ArrayList<>();
        for (Optional<ScriptStatement> next = reader.next(); next.isPresent(); next = reader.next()) {
            statements.add(next.get());
        }
        return statements;
    }
}
