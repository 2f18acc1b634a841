package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is {@code GRANT capability ON COMPONENT name}.
 *
 * @param capability what of the host
 * @param component the component's name
 * @param span where the statement stood
 */
public record GrantCapability(Capability capability, QualifiedName component, SourceSpan span)
        implements NacreStatement {

    @Override
    public String toSql() {
        return "GRANT " + capability.toSql() + " ON COMPONENT " + component.toSql();
    }
}
