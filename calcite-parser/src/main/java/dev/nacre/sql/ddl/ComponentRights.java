package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Is {@code {GRANT | REVOKE} capability [, ...] ON COMPONENT name}.
 *
 * @param verb which of the two
 * @param capabilities what of the host, at least one; those of a GRANT are complete
 * @param component the component's name
 * @param span where the statement stood
 */
public record ComponentRights(RightsVerb verb, List<Capability> capabilities, QualifiedName component, SourceSpan span)
        implements NacreStatement {

    /** Copies the list. */
    public ComponentRights {
        capabilities = List.copyOf(capabilities);
    }

    @Override
    public String toSql() {
        return verb + capabilities.stream().map(Capability::toSql).collect(Collectors.joining(", ", " ", " "))
                + "ON COMPONENT " + component.toSql();
    }
}
