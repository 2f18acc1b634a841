package dev.nacre.ddl;

import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.DefinitionOptions;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlLiteral;
import dev.nacre.functions.grants.Grantees;
import dev.nacre.sql.ddl.QualifiedName;
import dev.nacre.sql.ddl.RoutineKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.h2.value.Value;

/** SHOW CREATE: text that makes the same again. All names are quoted, so that no setting reads them otherwise. */
final class CreateText {
    private CreateText() {}

    static OwnResult component(QualifiedName name, DdlSession session) throws SQLException {
        return CatalogReading.of(session, catalog -> component(Components.find(name, catalog), session));
    }

    private static OwnResult component(ComponentDefinition component, DdlSession session) throws SQLException {
        String text = "CREATE COMPONENT " + quoted(component.name()) + " FROM " + bytes(component.sha256(), session)
                + " SHA256 '" + component.sha256() + "'" + with(component.options()) + comment(component.comment());
        List<Value[]> rows = new ArrayList<>();
        rows.add(row(text));
        component
                .grants()
                .forEach(grant -> rows.add(row("GRANT " + grant.sql() + " ON COMPONENT " + quoted(component.name()))));
        return new OwnResult.Rows(OwnColumns.STATEMENT, rows);
    }

    private static Value[] row(String statement) {
        return new Value[] {Lists.text(statement)};
    }

    /** Gives a statement for each overload, and behind it those that say who may call it, where that is not everybody. */
    static OwnResult function(QualifiedName name, DdlSession session) throws SQLException {
        FunctionName found = ResolvedName.of(name, session.connection());
        return CatalogReading.of(session, catalog -> functions(Functions.find(found, catalog), session));
    }

    private static OwnResult functions(List<FunctionDefinition> overloads, DdlSession session) throws SQLException {
        List<Value[]> rows = new ArrayList<>();
        for (FunctionDefinition function : overloads) {
            rows.add(row(text(function, session)));
            rights(function).forEach(statement -> rows.add(row(statement)));
        }
        return new OwnResult.Rows(OwnColumns.STATEMENT, rows);
    }

    private static List<String> rights(FunctionDefinition function) {
        if (function.grantees().equals(Grantees.EVERYBODY)) {
            return List.of();
        }
        String routine = " EXECUTE ON " + kind(function).words() + " " + name(function) + " "
                + Overloads.typeList(function.signature());
        List<String> statements = new ArrayList<>();
        if (!function.grantees().areEverybody()) {
            statements.add("REVOKE" + routine + " FROM " + Grantees.PUBLIC);
        }
        for (String grantee : function.grantees().names()) {
            if (!grantee.equals(Grantees.PUBLIC)) {
                statements.add("GRANT" + routine + " TO " + quoted(grantee));
            }
        }
        return statements;
    }

    private static String name(FunctionDefinition function) {
        return quoted(function.name().schema()) + "." + quoted(function.name().name());
    }

    private static String text(FunctionDefinition function, DdlSession session) throws SQLException {
        String code = function.component().isPresent()
                ? "FROM " + quoted(function.component().get().name())
                : "AS " + bytes(function.sha256(), session);
        String onNull = onNull(function.nullHandling());
        return "CREATE " + kind(function).words() + " " + name(function)
                + function.signature().sql() + " LANGUAGE WASM " + code + " EXPORT " + SqlLiteral.of(function.export())
                + " "
                + determinism(function) + (onNull.isEmpty() ? "" : " " + onNull) + " " + onError(function)
                + with(function.options()) + comment(function.comment());
    }

    /** Returns which statement makes functions of the kind. */
    static RoutineKind kind(FunctionDefinition function) {
        return switch (function.kind()) {
            case SCALAR, VECTORIZED, TABLE -> RoutineKind.FUNCTION;
            case AGGREGATE -> RoutineKind.AGGREGATE_FUNCTION;
            case PROCEDURE -> RoutineKind.PROCEDURE;
        };
    }

    static String determinism(FunctionDefinition function) {
        return function.deterministic() ? "DETERMINISTIC" : "NOT DETERMINISTIC";
    }

    /** Returns the clause; empty where the types of the export decide. */
    static String onNull(NullHandling handling) {
        return switch (handling) {
            case BY_TYPE -> "";
            case RETURNS_NULL -> "RETURNS NULL ON NULL INPUT";
            case CALLED -> "CALLED ON NULL INPUT";
        };
    }

    static String onError(FunctionDefinition function) {
        return function.nullOnError() ? "ON ERROR NULL" : "ON ERROR FAIL";
    }

    private static String bytes(String sha256, DdlSession session) throws SQLException {
        byte[] bytes = session.database().code(session.connection(), sha256);
        return "BASE64 '" + Base64.getEncoder().encodeToString(bytes) + "'";
    }

    private static String with(DefinitionOptions options) {
        return options.isEmpty() ? "" : " WITH (" + options.sql() + ")";
    }

    /** Written even where it is empty: otherwise what the component says of itself would take its place. */
    private static String comment(String comment) {
        return " COMMENT " + SqlLiteral.of(comment);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
