package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.grants.Grantees;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.h2.catalog.GrantChange;
import dev.nacre.sql.ddl.FunctionRights;
import dev.nacre.sql.ddl.RightsVerb;
import java.sql.SQLException;
import java.util.List;

/** GRANT and REVOKE EXECUTE. */
final class FunctionGrants {
    private final FunctionRights statement;
    private final DdlSession session;

    FunctionGrants(FunctionRights statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
    }

    OwnResult run() throws SQLException {
        FunctionName name = ResolvedName.of(statement.function(), session.connection());
        String action = statement.verb() + " EXECUTE ON " + statement.kind().words() + " '" + name + "'";
        Administration.requireRight(session.connection(), name.schema(), action);
        String grantee = grantee(action);
        boolean isAdministrator = Administration.isAdministrator(session.connection());
        MeantFunction meant =
                MeantFunction.of(statement.verb() + " EXECUTE ON", statement.kind(), name, statement.parameterTypes());
        session.database().change(session.connection(), catalog -> {
            FunctionDefinition function = find(meant, catalog);
            if (!isAdministrator && !function.hostGrants().isEmpty()) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.NOT_ALLOWED,
                        action
                                + ", whose component was granted something of the host: expected a user with ADMIN rights, found '"
                                + session.user() + "'; ask an administrator to run the statement");
            }
            return decide(function, grantee);
        });
        return new OwnResult.Done();
    }

    /** Rights of users who are gone can be taken. */
    private String grantee(String action) throws SQLException {
        String written = statement.grantee().value();
        return statement.verb() == RightsVerb.GRANT
                ? Administration.requireGrantee(session.connection(), written, action)
                : Administration.named(written);
    }

    private static FunctionDefinition find(MeantFunction meant, FunctionCatalog catalog) {
        MeantFunction.Found found = meant.find(catalog);
        if (found.readable().isEmpty()) {
            catalog.overloads(meant.name()); // says what is damaged
            throw Functions.missing(meant.name(), catalog);
        }
        return found.readable().get(0);
    }

    private CatalogChange decide(FunctionDefinition function, String grantee) {
        boolean holds = function.grantees().names().contains(grantee);
        boolean gives = statement.verb() == RightsVerb.GRANT;
        if (!gives && !holds) {
            throw missing(function, grantee);
        }
        return gives == holds
                ? CatalogChange.none()
                : CatalogChange.grants(List.of(GrantChange.ofExecute(gives, function, grantee, session.user())));
    }

    /** Who calls a function as one of everybody goes on to: that should not go unnoticed. */
    private SqlLayerException missing(FunctionDefinition function, String grantee) {
        Grantees found = function.grantees();
        return Places.refusal(
                SqlLayerErrorCode.NO_SUCH_GRANT,
                statement.grantee(),
                "function '" + function.name() + Overloads.typeList(function.signature()) + "': expected a grant to '"
                        + grantee + "', found "
                        + (found.names().isEmpty() ? "none" : "grants to " + String.join(", ", found.names()))
                        + (found.areEverybody()
                                ? "; to let only some call it, grant it to them and REVOKE EXECUTE ... FROM PUBLIC"
                                : "; NACRE.GRANTS lists them"));
    }
}
