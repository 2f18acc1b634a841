package dev.nacre.h2.catalog;

import dev.nacre.functions.grants.HostGrant;
import dev.nacre.sql.IdentifierCase;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import dev.nacre.sql.ddl.Capability;
import dev.nacre.sql.ddl.ComponentRights;
import dev.nacre.sql.ddl.TextLiteral;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads grants from what GRANT says, and from the catalog, which holds the same words. */
public final class HostGrants {
    private HostGrants() {}

    /**
     * Reads a grant of the catalog: the text of {@link HostGrant#sql()}, and nothing else.
     *
     * @throws dev.nacre.adapter.SqlLayerException for a text that it does not write
     */
    static HostGrant read(String text) {
        return parsed(text)
                .filter(grant -> grant.sql().equals(text))
                .orElseThrow(() -> StoredText.damaged("expected a grant, found " + StoredText.quoted(text)));
    }

    private static Optional<HostGrant> parsed(String text) {
        try {
            ParsedStatement statement =
                    NacreParser.parseStatement("GRANT " + text + " ON COMPONENT C", IdentifierCase.LOWER);
            boolean isGrant =
                    statement instanceof ParsedStatement.Own own && own.statement() instanceof ComponentRights;
            List<Capability> found = isGrant
                    ? ((ComponentRights) ((ParsedStatement.Own) statement).statement()).capabilities()
                    : List.of();
            return found.size() == 1 ? Optional.of(of(found.get(0))) : Optional.empty();
        } catch (SyntaxException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /** Returns what a GRANT gives; the parser has seen to it that it is complete. */
    public static HostGrant of(Capability capability) {
        if (capability instanceof Capability.Environment variable) {
            return new HostGrant.Environment(variable.name().value(), value(variable.value()));
        }
        if (capability instanceof Capability.Directory folder) {
            return new HostGrant.Directory(folder.host().value(), value(folder.guest()), folder.readOnly());
        }
        return capability instanceof Capability.Clock ? new HostGrant.Clock() : new HostGrant.Random();
    }

    private static String value(@Nullable TextLiteral literal) {
        return literal == null ? "" : literal.value();
    }
}
