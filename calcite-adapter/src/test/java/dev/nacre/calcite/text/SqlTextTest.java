package dev.nacre.calcite.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.calcite.text.Clauses.Clause;
import dev.nacre.sql.IdentifierCase;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
    private static SqlNode parse(String sql) {
        return ((ParsedStatement.Query) NacreParser.parseStatement(sql, IdentifierCase.UPPER)).query();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "r.a",
                "s.r.a",
                "\"a b\"",
                "12.5",
                "-3",
                "- a",
                "'x''y'",
                "X'00'",
                "?",
                "NULL",
                "TRUE",
                "DATE '2020-01-01'",
                "INTERVAL '1' DAY",
                "TIMESTAMP '2020-01-01 00:00:00'",
                "f()",
                "f(a, (b))",
                "s.f(a)",
                "s.f ( a )",
                "\"f\"(a)",
                "a + b * c",
                "(a + b) * c",
                "(a)",
                "((a))",
                "a || 'x' || b",
                "a = b",
                "a <> b",
                "a != b",
                "a % b",
                "NOT a",
                "NOT (a = b)",
                "a AND (b OR c)",
                "(a) OR (b)",
                "a IS NULL",
                "a IS NOT NULL",
                "a IS NOT TRUE",
                "a IS DISTINCT FROM b",
                "a IS NOT DISTINCT FROM (b)",
                "a BETWEEN 1 AND 2",
                "a NOT BETWEEN (1) AND (2)",
                "a IN (1, (2))",
                "a NOT IN (1)",
                "a IN (SELECT 1)",
                "a NOT IN (SELECT b FROM u WHERE c IN (1))",
                "a = ANY (SELECT 1)",
                "a LIKE 'x%'",
                "a NOT LIKE 'x' ESCAPE '!'",
                "CASE WHEN a THEN b END",
                "CASE a WHEN 1 THEN b ELSE (c) END",
                "CAST(a AS VARCHAR(10))",
                "COALESCE(a, b)",
                "NULLIF(a, (b))",
                "EXTRACT(YEAR FROM a)",
                "TRIM(BOTH 'x' FROM a)",
                "SUBSTRING(a FROM 1 FOR 2)",
                "COUNT(*)",
                "COUNT(DISTINCT a)",
                "SUM(a) FILTER (WHERE b > 1)",
                "LISTAGG(a, ',') WITHIN GROUP (ORDER BY b)",
                "ROW_NUMBER() OVER (PARTITION BY a ORDER BY b)",
                "SUM(a) OVER w",
                "EXISTS (SELECT 1 FROM u)",
                "(SELECT max(b) FROM u ORDER BY 1 LIMIT 1)",
                "(SELECT b FROM u FETCH FIRST 1 ROWS ONLY)",
                "ARRAY[1, 2]",
                "a[1]",
                "(1, 2)",
                "ROW(1, 2)",
                "CURRENT_DATE",
                "a /* in */ + -- here\n b",
                "a + (SELECT b FROM u ORDER BY c OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY)",
            })
    void findsWhatAnExpressionWasWrittenAs(String expression) {
        String sql = "SELECT 1,\r\n\t" + expression + " , 2 FROM t r WINDOW w AS (ORDER BY x)";
        SqlSelect select = (SqlSelect) parse(sql);
        SqlText text = new SqlText(sql, select);

        assertThat(text.text(text.span(select.getSelectList().get(1)))).isEqualTo(expression);
    }

    @Test
    void cutsASelectAtItsKeywords() {
        String sql = "SELECT DISTINCT a IS DISTINCT FROM b, EXTRACT(YEAR FROM c) FROM t, (SELECT 1 FROM u WHERE x) q"
                + " WHERE 'GROUP BY' = d GROUP BY a, (b) HAVING 1 = 1 ORDER BY a DESC, b LIMIT 3";
        SqlOrderBy query = (SqlOrderBy) parse(sql);
        SqlText text = new SqlText(sql, query);

        Clauses clauses = text.clauses(query.query);

        assertThat(clauses.items(Clause.SELECT).stream().map(text::text))
                .containsExactly("a IS DISTINCT FROM b", "EXTRACT(YEAR FROM c)");
        assertThat(clauses.body(Clause.FROM).map(text::text)).contains("t, (SELECT 1 FROM u WHERE x) q");
        assertThat(clauses.body(Clause.WHERE).map(text::text)).contains("'GROUP BY' = d");
        assertThat(clauses.items(Clause.GROUP).stream().map(text::text)).containsExactly("a", "(b)");
        assertThat(clauses.body(Clause.HAVING).map(text::text)).contains("1 = 1");
        assertThat(clauses.body(Clause.QUALIFY)).isEmpty();
    }

    @Test
    void findsWholeQueries() {
        String sql = "WITH q AS (SELECT 1 ORDER BY 1 FETCH FIRST 2 ROWS ONLY) SELECT * FROM q"
                + " UNION ALL (SELECT 2 LIMIT 1) ORDER BY 1 OFFSET 1 ROWS ;; ";
        SqlOrderBy query = (SqlOrderBy) parse(sql);
        SqlWith with = (SqlWith) query.query;
        SqlBasicCall union = (SqlBasicCall) with.body;
        SqlText text = new SqlText(sql, query);

        assertThat(text.text(text.querySpan(query))).isEqualTo(sql.substring(0, sql.indexOf(" ;;")));
        assertThat(text.text(text.querySpan(union))).isEqualTo("SELECT * FROM q UNION ALL (SELECT 2 LIMIT 1)");
        assertThat(text.text(text.querySpan(union.operand(1)))).isEqualTo("SELECT 2 LIMIT 1");
        assertThat(text.text(text.span(with.withList.get(0))))
                .isEqualTo("q AS (SELECT 1 ORDER BY 1 FETCH FIRST 2 ROWS ONLY)");
    }

    @Test
    void findsTheTablesOfAJoin() {
        String sql = "SELECT 1 FROM a LEFT OUTER JOIN (b x INNER JOIN c ON x.i = c.i) ON (a.i = c.i)"
                + " CROSS JOIN UNNEST(ARRAY[1]) WITH ORDINALITY AS u(v, o), (SELECT 1 ORDER BY 1 LIMIT 1) q(z)";
        SqlSelect select = (SqlSelect) parse(sql);
        SqlText text = new SqlText(sql, select);
        SqlJoin comma = (SqlJoin) select.getFrom();
        SqlJoin cross = (SqlJoin) comma.getLeft();
        SqlJoin outer = (SqlJoin) cross.getLeft();

        assertThat(text.text(text.tableSpan(comma.getRight()))).isEqualTo("(SELECT 1 ORDER BY 1 LIMIT 1) q(z)");
        assertThat(text.text(text.tableSpan(cross.getRight())))
                .isEqualTo("UNNEST(ARRAY[1]) WITH ORDINALITY AS u(v, o)");
        assertThat(text.text(text.tableSpan(outer)))
                .isEqualTo("a LEFT OUTER JOIN (b x INNER JOIN c ON x.i = c.i) ON (a.i = c.i)");
        assertThat(text.text(text.tableSpan(outer.getRight()))).isEqualTo("b x INNER JOIN c ON x.i = c.i");
        assertThat(text.text(text.tableSpan(outer.getLeft()))).isEqualTo("a");
    }

    @Test
    void writesParametersAndReplacements() {
        String sql = "SELECT f(?, g(a)) + ? FROM t";
        SqlSelect select = (SqlSelect) parse(sql);
        SqlText text = new SqlText(sql, select);
        SqlCall sum = (SqlCall) select.getSelectList().get(0);
        SqlCall outer = sum.operand(0);
        ParameterNumbers numbers = new ParameterNumbers();
        Writing writing = new Writing(text, numbers);

        String second = writing.write(text.span(sum.operand(1)));
        writing.replace(text.span(outer.operand(1)), "G");
        String inner = writing.write(text.span(outer));
        writing.replace(text.span(outer), "F");

        assertThat(second).isEqualTo("?1");
        assertThat(inner).isEqualTo("f(?2, G)");
        assertThat(writing.write(text.span(sum))).isEqualTo("F + ?1");
        assertThat(numbers.ordinals()).isEqualTo(List.of(1, 0));
    }

    @Test
    void countsLinesAsTheParserDoes() {
        String sql = "SELECT\r1,\n\r\n2\r\n,\t(3)\nFROM t";
        SqlSelect select = (SqlSelect) parse(sql);
        SqlText text = new SqlText(sql, select);

        assertThat(select.getSelectList().getList())
                .extracting(node -> text.text(text.span(node)))
                .containsExactly("1", "2", "(3)");
    }
}
