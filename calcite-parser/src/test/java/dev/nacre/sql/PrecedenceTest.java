package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    @Test
    void intersectsBeforeItUnites() {
        SqlBasicCall union = (SqlBasicCall) query("SELECT 1 UNION SELECT 2 INTERSECT SELECT 3");

        assertThat(union.getKind()).isEqualTo(SqlKind.UNION);
        assertThat(union.operand(1).getKind()).isEqualTo(SqlKind.INTERSECT);
    }

    @Test
    void unitesFromLeftToRight() {
        SqlBasicCall except = (SqlBasicCall) query("SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3");

        assertThat(except.getKind()).isEqualTo(SqlKind.EXCEPT);
        assertThat(except.operand(0).getKind()).isEqualTo(SqlKind.UNION);
    }

    @Test
    void usesOperatorsOfCalcite() {
        assertThat(((SqlBasicCall) expression("a || b")).getOperator()).isSameAs(SqlStdOperatorTable.CONCAT);
        assertThat(((SqlBasicCall) expression("a::INT")).getOperator()).isSameAs(SqlStdOperatorTable.CAST);
        assertThat(((SqlBasicCall) expression("a % b")).getOperator()).isSameAs(SqlStdOperatorTable.PERCENT_REMAINDER);
        assertThat(((SqlBasicCall) expression("a != b")).getOperator()).isSameAs(SqlStdOperatorTable.NOT_EQUALS);
    }

    @Test
    void readsSignAndNumberAsOneLiteral() {
        assertThat(expression("-9223372036854775808")).isInstanceOf(SqlLiteral.class);
    }

    @Test
    void keepsTheOrderOfLongChains() {
        StringBuilder condition = new StringBuilder("c0");
        for (int i = 1; i < 1000; i++) {
            condition.append(" OR c").append(i);
        }

        SqlNode tree = expression(condition.toString());

        String expected = condition.toString().toUpperCase(Locale.ROOT);
        assertThat(Golden.print(tree).replaceAll("[()]", "")).isEqualTo(expected);
        assertThat(depth(tree)).isLessThan(15);
    }

    @Test
    void locatesCalls() {
        SqlNode call = expression("a + f(b)\n * c");

        assertThat(call.getParserPosition()).isEqualTo(new SqlParserPos(1, 8, 2, 4));
    }

    private static int depth(SqlNode node) {
        return node instanceof SqlBasicCall call
                ? 1
                        + call.getOperandList().stream()
                                .mapToInt(PrecedenceTest::depth)
                                .max()
                                .orElse(0)
                : 1;
    }

    private static SqlNode expression(String text) {
        return ((SqlSelect) query("SELECT " + text)).getSelectList().get(0);
    }

    private static SqlNode query(String sql) {
        return ((ParsedStatement.Query) NacreParser.parseStatement(sql, IdentifierCase.UPPER)).query();
    }
}
