package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Is a name with what it stands in: {@code [catalog.][schema.]name}.
 *
 * @param parts the names from the outermost to the object's own, at least one
 */
public record QualifiedName(List<Identifier> parts) implements SqlFragment {

    /** Copies the list of parts. */
    public QualifiedName {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts is empty");
        }
    }

    /** Returns the object's own name, the last part. */
    public Identifier name() {
        return parts.get(parts.size() - 1);
    }

    /** Returns the parts before the object's own name, outermost first. */
    public List<Identifier> qualifiers() {
        return parts.subList(0, parts.size() - 1);
    }

    @Override
    public SourceSpan span() {
        return parts.get(0).span().to(name().span());
    }

    @Override
    public String toSql() {
        return parts.stream().map(Identifier::toSql).collect(Collectors.joining("."));
    }
}
