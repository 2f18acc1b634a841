package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.DamagedFunction;
import dev.nacre.functions.DefinitionOptions;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.grants.Grantees;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.FunctionClauses;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** CREATE FUNCTION, CREATE AGGREGATE FUNCTION and CREATE PROCEDURE: checks everything that a call would check, then stores the definition. */
final class FunctionCreation {
    private final CreateFunction statement;
    private final DdlSession session;

    FunctionCreation(CreateFunction statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
    }

    OwnResult run() throws SQLException {
        Existing.requireOneWay(statement, statement.orReplace(), statement.ifNotExists());
        FunctionName name = ResolvedName.of(statement.name(), session.connection());
        String subject = "function '" + name + "'";
        UnsupportedClauses.refuse(statement, subject);
        DefinitionOptions options =
                WrittenOptions.of(subject, statement.clauses().options(), session);
        Administration.requireRight(session.connection(), name.schema(), "CREATE FUNCTION '" + name + "'");
        if (isLeftAlone(name)) {
            return new OwnResult.Done();
        }
        Names.requireFree(name, session.connection());
        boolean isStored;
        do {
            isStored = tryOnce(name, subject, options);
        } while (!isStored);
        return new OwnResult.Done();
    }

    private boolean isLeftAlone(FunctionName name) throws SQLException {
        return statement.ifNotExists()
                && statement.parameters() == null
                && session.database().settled(session.connection()).overloads(name).stream()
                        .anyMatch(function -> CreateText.kind(function) == statement.kind());
    }

    /** Returns false when the component was replaced while its export was checked. */
    private boolean tryOnce(FunctionName name, String subject, DefinitionOptions options) throws SQLException {
        CodeSource source = CodeSource.of(subject, statement.clauses().code(), session, options.settings(subject));
        CheckedExport export = CheckedExport.of(subject, statement, source, session);
        FunctionDefinition definition = definition(name, export, source, options);
        boolean[] isOvertaken = new boolean[1];
        FunctionCatalog after = session.database().change(session.connection(), catalog -> {
            isOvertaken[0] = !source.isCurrent(catalog);
            return isOvertaken[0] ? CatalogChange.none() : decide(definition, catalog, source);
        });
        if (after.digests().contains(definition.sha256())) {
            session.database().library().add(export.component());
        }
        return !isOvertaken[0];
    }

    private FunctionDefinition definition(
            FunctionName name, CheckedExport export, CodeSource source, DefinitionOptions options) throws SQLException {
        FunctionClauses clauses = statement.clauses();
        return new FunctionDefinition(
                name,
                export.kind(),
                export.signature(),
                source.definition(),
                export.component().sha256(),
                export.export(),
                clauses.determinism() == FunctionClauses.Determinism.DETERMINISTIC,
                CheckedExport.nullHandling(clauses),
                clauses.errorAction() == FunctionClauses.ErrorAction.NULL,
                options,
                comment(clauses, source.docs().function(export.export())),
                session.user(),
                Grantees.EVERYBODY,
                0);
    }

    /** The author's words stand where the statement has none. */
    private static String comment(FunctionClauses clauses, Optional<String> docs) {
        return clauses.comment() == null ? docs.orElse("") : clauses.comment().value();
    }

    private CatalogChange decide(FunctionDefinition definition, FunctionCatalog catalog, CodeSource source) {
        List<FunctionDefinition> overloads =
                statement.orReplace() ? catalog.readable(definition.name()) : catalog.overloads(definition.name());
        FunctionSignature signature = definition.signature();
        OneKind.require(definition, overloads);
        Optional<FunctionDefinition> existing = Overloads.find(overloads, signature);
        if (existing.isPresent() && statement.ifNotExists()) {
            return CatalogChange.none();
        }
        if (existing.isPresent() && !statement.orReplace()) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.FUNCTION_EXISTS,
                    "function '" + definition.name() + Overloads.typeList(signature)
                            + "' exists: write CREATE OR REPLACE "
                            + statement.kind().words() + ", or drop it first");
        }
        List<DamagedFunction> repaired = repaired(definition, catalog);
        Optional<Grantees> grantees = existing.map(FunctionDefinition::grantees)
                .or(() -> repaired.stream().map(DamagedFunction::grantees).findFirst());
        return CatalogChange.functions(
                existing.stream().toList(),
                repaired,
                List.of(grantees.map(definition::withGrantees).orElse(definition)),
                source.newCode());
    }

    /** Takes the place of damaged definitions, too, but of none that is known to be another overload. */
    private static List<DamagedFunction> repaired(FunctionDefinition definition, FunctionCatalog catalog) {
        return catalog.damaged(definition.name()).stream()
                .filter(function -> function.parameterTypes()
                        .map(types -> Overloads.sameTypes(
                                types, definition.signature().parameterTypes()))
                        .orElse(true))
                .toList();
    }
}
