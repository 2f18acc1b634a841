package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.sql.ddl.CodeReference;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.FunctionClauses;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CREATE FUNCTION: checks everything that a call would check, then stores the definition. */
final class FunctionCreation {
    private final CreateFunction statement;
    private final DdlSession session;

    FunctionCreation(CreateFunction statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
    }

    OwnResult run() throws SQLException {
        FunctionName name = ResolvedName.of(statement.name(), session.connection());
        String subject = "function '" + name + "'";
        UnsupportedClauses.refuse(statement, subject);
        Rights.requireAdministrator(session.connection(), "CREATE FUNCTION '" + name + "'");
        if (isLeftAlone(name)) {
            return new OwnResult.Done();
        }
        Names.requireFree(name, session.connection());
        byte[] bytes = bytes();
        CheckedExport export =
                CheckedExport.of(subject, statement, session.database().engine(), bytes);
        FunctionDefinition definition = definition(name, export, owner());
        FunctionCatalog after =
                session.database().change(session.connection(), catalog -> decide(definition, catalog, bytes));
        if (after.functions().stream().anyMatch(function -> function.sha256().equals(definition.sha256()))) {
            session.database().library().add(export.component());
        }
        return new OwnResult.Done();
    }

    private boolean isLeftAlone(FunctionName name) throws SQLException {
        return statement.ifNotExists()
                && statement.parameters() == null
                && !session.database()
                        .catalog(session.connection())
                        .overloads(name)
                        .isEmpty();
    }

    private String owner() throws SQLException {
        return session.connection().getMetaData().getUserName();
    }

    private byte[] bytes() {
        CodeReference.Inline code = (CodeReference.Inline) statement.clauses().code();
        return new SourceBytes(session.parameters(), Limits.sandbox().get(Setting.COMPONENT_BYTES)).read(code.source());
    }

    private FunctionDefinition definition(FunctionName name, CheckedExport export, String owner) {
        FunctionClauses clauses = statement.clauses();
        Component component = export.component();
        return new FunctionDefinition(
                name,
                FunctionKind.SCALAR,
                export.signature(),
                component.sha256(),
                export.type().name(),
                clauses.determinism() == FunctionClauses.Determinism.DETERMINISTIC,
                CheckedExport.nullHandling(clauses),
                clauses.errorAction() == FunctionClauses.ErrorAction.NULL,
                clauses.comment() == null ? "" : clauses.comment().value(),
                owner,
                0);
    }

    private CatalogChange decide(FunctionDefinition definition, FunctionCatalog catalog, byte[] bytes) {
        FunctionSignature signature = definition.signature();
        Optional<FunctionDefinition> existing = Overloads.find(catalog.overloads(definition.name()), signature);
        if (existing.isPresent() && statement.ifNotExists()) {
            return CatalogChange.none();
        }
        if (existing.isPresent() && !statement.orReplace()) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.FUNCTION_EXISTS,
                    "function '" + definition.name() + Overloads.typeList(signature)
                            + "' exists: write CREATE OR REPLACE FUNCTION, or drop it first");
        }
        return new CatalogChange(existing.stream().toList(), List.of(definition), Map.of(definition.sha256(), bytes));
    }
}
