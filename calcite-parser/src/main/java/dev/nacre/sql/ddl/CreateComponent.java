package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code CREATE [OR REPLACE] COMPONENT [IF NOT EXISTS] name FROM source ...}.
 *
 * @param orReplace whether an existing component is replaced
 * @param ifNotExists whether an existing component is left alone
 * @param name the component's name
 * @param source where its bytes come from
 * @param sha256 the digest that the bytes must have, 64 lower-case hexadecimal digits, or null
 * @param options the settings of the WITH clause, empty without one
 * @param comment the comment, or null
 * @param span where the statement stood
 */
public record CreateComponent(
        boolean orReplace,
        boolean ifNotExists,
        QualifiedName name,
        ComponentSource source,
        @Nullable TextLiteral sha256,
        List<OptionSetting> options,
        @Nullable TextLiteral comment,
        SourceSpan span)
        implements NacreStatement {

    /** Copies the list of options. */
    public CreateComponent {
        options = List.copyOf(options);
    }

    @Override
    public String toSql() {
        StatementText text = new StatementText(orReplace ? "CREATE OR REPLACE" : "CREATE").add("COMPONENT");
        text.addIf(ifNotExists, "IF NOT EXISTS").add(name).add("FROM").add(source);
        return text.addIfPresent("SHA256", sha256)
                .addOptions(options)
                .addIfPresent("COMMENT", comment)
                .toString();
    }
}
