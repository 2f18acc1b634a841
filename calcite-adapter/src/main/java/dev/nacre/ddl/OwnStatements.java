package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.h2.H2Column;
import dev.nacre.sql.ddl.ComponentRights;
import dev.nacre.sql.ddl.CreateComponent;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.DescribeComponent;
import dev.nacre.sql.ddl.DescribeFunction;
import dev.nacre.sql.ddl.DropComponent;
import dev.nacre.sql.ddl.DropFunction;
import dev.nacre.sql.ddl.FunctionRights;
import dev.nacre.sql.ddl.ImportFunctions;
import dev.nacre.sql.ddl.NacreStatement;
import dev.nacre.sql.ddl.ShowComponents;
import dev.nacre.sql.ddl.ShowCreateComponent;
import dev.nacre.sql.ddl.ShowCreateFunction;
import dev.nacre.sql.ddl.ShowFunctions;
import java.sql.SQLException;
import java.util.List;

/** Runs Nacre's own statements. */
public final class OwnStatements {
    private OwnStatements() {}

    /** Returns the columns of the rows that a statement gives; empty for one that gives none. */
    public static List<H2Column> columns(NacreStatement statement) {
        if (statement instanceof ShowFunctions) {
            return OwnColumns.FUNCTIONS;
        }
        if (statement instanceof ShowComponents) {
            return OwnColumns.COMPONENTS;
        }
        if (statement instanceof DescribeFunction) {
            return OwnColumns.FUNCTION_DESCRIPTION;
        }
        if (statement instanceof DescribeComponent) {
            return OwnColumns.COMPONENT_DESCRIPTION;
        }
        boolean isText = statement instanceof ShowCreateFunction || statement instanceof ShowCreateComponent;
        return isText ? OwnColumns.STATEMENT : List.of();
    }

    /**
     * Runs a statement. When it throws, nothing was changed.
     *
     * @throws SQLException H2's own
     * @throws SqlLayerException for what the statement may not do or does not find
     * @throws dev.nacre.functions.FunctionException for a component or a signature that cannot be used
     */
    public static OwnResult execute(NacreStatement statement, DdlSession session) throws SQLException {
        return columns(statement).isEmpty() ? change(statement, session) : show(statement, session);
    }

    /** Ends the open transaction, as H2's own definitions do: it may not see what others have created since it began. */
    private static OwnResult change(NacreStatement statement, DdlSession session) throws SQLException {
        if (!session.connection().getAutoCommit()) {
            session.connection().commit();
        }
        if (statement instanceof CreateFunction create) {
            return new FunctionCreation(create, session).run();
        }
        if (statement instanceof DropFunction drop) {
            return new FunctionRemoval(drop, session).run();
        }
        if (statement instanceof CreateComponent create) {
            return new ComponentCreation(create, session).run();
        }
        if (statement instanceof DropComponent drop) {
            return new ComponentRemoval(drop, session).run();
        }
        if (statement instanceof ImportFunctions imported) {
            return new FunctionImport(imported, session).run();
        }
        if (statement instanceof FunctionRights rights) {
            return new FunctionGrants(rights, session).run();
        }
        if (statement instanceof ComponentRights rights) {
            return new ComponentGrants(rights, session).run();
        }
        throw new IllegalStateException("not a change: " + statement.toSql());
    }

    private static OwnResult show(NacreStatement statement, DdlSession session) throws SQLException {
        if (statement instanceof ShowComponents show) {
            return Lists.components(show.like(), session);
        }
        if (statement instanceof DescribeFunction describe) {
            return FunctionDescription.of(Functions.find(describe.name(), session));
        }
        if (statement instanceof DescribeComponent describe) {
            return ComponentDescriptions.of(describe.name(), session);
        }
        if (statement instanceof ShowCreateFunction show) {
            return CreateText.function(show.name(), session);
        }
        return statement instanceof ShowCreateComponent show
                ? CreateText.component(show.name(), session)
                : Lists.functions(((ShowFunctions) statement).like(), session);
    }
}
