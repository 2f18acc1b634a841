package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is {@code DROP COMPONENT [IF EXISTS] name [RESTRICT | CASCADE]}.
 *
 * @param ifExists whether a component that does not exist is no error
 * @param name the component's name
 * @param cascade whether its functions go with it; without, a component in use stays
 * @param span where the statement stood
 */
public record DropComponent(boolean ifExists, QualifiedName name, boolean cascade, SourceSpan span)
        implements NacreStatement {

    @Override
    public String toSql() {
        StatementText text = new StatementText("DROP COMPONENT").addIf(ifExists, "IF EXISTS");
        return text.add(name).add(cascade ? "CASCADE" : "RESTRICT").toString();
    }
}
