package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.EngineException;
import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.grants.HostBounds;
import dev.nacre.functions.grants.HostGrant;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.h2.catalog.GrantChange;
import dev.nacre.h2.catalog.HostGrants;
import dev.nacre.sql.ddl.Capability;
import dev.nacre.sql.ddl.ComponentRights;
import dev.nacre.sql.ddl.RightsVerb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** GRANT and REVOKE of what a component has of the host. */
final class ComponentGrants {
    private final ComponentRights statement;
    private final DdlSession session;
    private final String name;
    private final String subject;

    ComponentGrants(ComponentRights statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
        this.name = Components.name(statement.component());
        this.subject = "component '" + name + "'";
    }

    OwnResult run() throws SQLException {
        Administration.requireAdministrator(session.connection(), statement.verb() + " ON COMPONENT '" + name + "'");
        List<FunctionDefinition> users = new ArrayList<>();
        session.database().change(session.connection(), catalog -> {
            users.addAll(catalog.users(name));
            return decide(catalog);
        });
        return new OwnResult.Done(statement.verb() == RightsVerb.GRANT ? notices(users) : List.of());
    }

    /** Whoever made these functions had no grant in mind. */
    private List<String> notices(List<FunctionDefinition> users) {
        return users.isEmpty()
                ? List.of()
                : List.of(subject + ": whoever may call one of these functions has what was granted: "
                        + Listing.functions(users, List.of()));
    }

    private CatalogChange decide(FunctionCatalog catalog) {
        ComponentDefinition component = Components.find(statement.component(), catalog);
        List<HostGrant> held = new ArrayList<>(component.grants());
        List<GrantChange> changes = new ArrayList<>();
        for (Capability capability : statement.capabilities()) {
            List<HostGrant> gone =
                    statement.verb() == RightsVerb.GRANT ? replaced(capability, held) : revoked(capability, held);
            gone.forEach(grant -> changes.add(GrantChange.ofHost(false, name, grant, session.user())));
            held.removeAll(gone);
            if (statement.verb() == RightsVerb.GRANT) {
                HostGrant given = HostBounds.read().checked(subject, HostGrants.of(capability));
                changes.add(GrantChange.ofHost(true, name, given, session.user()));
                held.add(given);
            }
        }
        requireUsable(held);
        return CatalogChange.grants(changes);
    }

    private static List<HostGrant> replaced(Capability capability, List<HostGrant> held) {
        HostGrant given = HostGrants.of(capability);
        return held.stream().filter(grant -> grant.isReplacedBy(given)).toList();
    }

    /** A REVOKE that takes nothing is a slip of the pen that should not go unnoticed. */
    private List<HostGrant> revoked(Capability capability, List<HostGrant> held) {
        List<HostGrant> meant =
                held.stream().filter(grant -> isMeant(capability, grant)).toList();
        if (meant.isEmpty()) {
            throw Places.refusal(
                    SqlLayerErrorCode.NO_SUCH_GRANT,
                    capability,
                    subject + ": expected a grant " + capability.toSql() + ", found "
                            + (held.isEmpty()
                                    ? "none at all"
                                    : held.stream().map(HostGrant::sql).collect(Collectors.joining(", ")))
                            + "; NACRE.GRANTS lists them");
        }
        return meant;
    }

    private static boolean isMeant(Capability capability, HostGrant grant) {
        if (capability instanceof Capability.Environment variable) {
            return grant instanceof HostGrant.Environment held
                    && held.name().equals(variable.name().value());
        }
        if (capability instanceof Capability.Directory folder) {
            return grant instanceof HostGrant.Directory held
                    && held.host().equals(folder.host().value())
                    && (folder.guest() == null
                            || held.guest().equals(folder.guest().value()));
        }
        return grant.equals(HostGrants.of(capability));
    }

    /** What is written in one folder must not lead to what may only be read in another. */
    private void requireApart(List<HostGrant> held) {
        List<HostGrant.Directory> folders = held.stream()
                .filter(HostGrant.Directory.class::isInstance)
                .map(HostGrant.Directory.class::cast)
                .toList();
        for (HostGrant.Directory outer : folders) {
            for (HostGrant.Directory inner : folders) {
                boolean isInside = !outer.equals(inner) && Path.of(inner.host()).startsWith(Path.of(outer.host()));
                if (isInside && !(outer.readOnly() && inner.readOnly())) {
                    throw new SqlLayerException(
                            SqlLayerErrorCode.BAD_DEFINITION,
                            subject + ": expected no folder inside another where one may be written to, found '"
                                    + inner.guest() + "' inside '" + outer.guest()
                                    + "'; grant both READ ONLY, or one of them");
                }
            }
        }
    }

    /** A name that no environment has, or folders that no guest can tell apart, are better refused now than at each call. */
    private void requireUsable(List<HostGrant> held) {
        if (statement.verb() == RightsVerb.REVOKE) {
            return;
        }
        requireApart(held);
        try {
            HostBounds.read().grants(subject, held, false);
        } catch (EngineException refused) {
            throw FunctionException.of(subject, refused);
        }
    }
}
