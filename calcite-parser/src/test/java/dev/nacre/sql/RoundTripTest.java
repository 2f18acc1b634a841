package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.sql.ddl.NacreStatement;
import dev.nacre.sql.syntax.SourceSpan;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    private static final long SEED = 20_261_122L;
    private static final int ROUNDS = Boolean.getBoolean("nacre.soak") ? 20_000 : 500;

    @Test
    void readsWhatItPrints() {
        StatementGenerator generator = new StatementGenerator(SEED);
        Set<Class<?>> kinds = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            String sql = generator.statement();
            NacreStatement statement = parse(sql);
            kinds.add(statement.getClass());

            NacreStatement again = parse(statement.toSql());

            String description = "seed " + SEED + ", round " + round + ": " + sql;
            assertThat(again.toSql()).as(description).isEqualTo(statement.toSql());
            assertThat(again)
                    .as(description)
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .ignoringFieldsOfTypes(SourceSpan.class)
                    .ignoringFieldsMatchingRegexes(".*\\.?quoted")
                    .isEqualTo(statement);
        }
        assertThat(kinds).hasSize(NacreStatement.class.getPermittedSubclasses().length);
    }

    @Test
    void hasTheSameTreeForTheSameText() {
        StatementGenerator generator = new StatementGenerator(SEED + 1);
        for (int round = 0; round < ROUNDS / 5; round++) {
            String sql = generator.statement();

            assertThat(parse(sql)).as(sql).isEqualTo(parse(sql)).hasSameHashCodeAs(parse(sql));
        }
    }

    private static NacreStatement parse(String sql) {
        return ((ParsedStatement.Own) NacreParser.parseStatement(sql, IdentifierCase.UPPER)).statement();
    }
}
