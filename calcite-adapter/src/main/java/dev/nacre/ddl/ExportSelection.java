package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.functions.SqlLiteral;
import dev.nacre.functions.shape.ResourceExport;
import dev.nacre.functions.shape.RoutineInference;
import dev.nacre.sql.ddl.ImportFunctions;
import dev.nacre.sql.ddl.ImportFunctions.Selection;
import dev.nacre.sql.ddl.RoutineKind;
import dev.nacre.sql.ddl.TextLiteral;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which exports of a component an IMPORT FUNCTIONS means, and what they are called in SQL. */
final class ExportSelection {
    private final ImportFunctions statement;
    private final Component component;
    private final String subject;

    ExportSelection(ImportFunctions statement, Component component, String subject) {
        this.statement = statement;
        this.component = component;
        this.subject = subject;
    }

    /** Returns at least one. */
    List<ChosenExport> exports() {
        Set<ChosenExport> named = new LinkedHashSet<>();
        for (TextLiteral name : statement.exports()) {
            if (!named.add(named(name))) {
                throw Places.refusal(
                        SqlLayerErrorCode.BAD_DEFINITION,
                        name,
                        subject + ": export '" + name.value() + "' is named twice; expected each once");
            }
        }
        List<ChosenExport> selected = statement.selection() == Selection.LIMIT_TO
                ? List.copyOf(named)
                : all().stream().filter(export -> !named.contains(export)).toList();
        if (selected.isEmpty()) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.BAD_DEFINITION,
                    subject + ": expected exports to import, found none"
                            + (named.isEmpty() ? "; the component exports no functions" : " beside those of EXCEPT"));
        }
        return selected;
    }

    /** Functions, and the resources that are a kind of function by themselves. */
    private List<ChosenExport> all() {
        List<ChosenExport> all = new ArrayList<>();
        component.functions().forEach(function -> all.add(new ChosenExport.OfFunction(function)));
        ResourceExport.all(component).stream()
                .filter(RoutineInference::isRoutine)
                .forEach(resource -> all.add(new ChosenExport.OfResource(resource)));
        return all;
    }

    private ChosenExport named(TextLiteral name) {
        return ChosenExport.find(RoutineKind.FUNCTION, component, name.value())
                .orElseThrow(() -> Places.refusal(
                        SqlLayerErrorCode.BAD_DEFINITION,
                        name,
                        subject + ": expected an export '" + name.value() + "', found "
                                + Listing.of(all(), export -> "'" + export.name() + "'")));
    }

    /** Returns {@code ns:pkg/iface@1.0.0#device-id} as {@code DEVICE_ID}: usable unquoted in this database's SQL. */
    static String sqlName(String export, Connection connection) throws SQLException {
        String name = export.substring(export.indexOf('#') + 1).replace('-', '_');
        if (connection.getMetaData().storesUpperCaseIdentifiers()) {
            return name.toUpperCase(Locale.ROOT);
        }
        return connection.getMetaData().storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }

    static String literal(String export) {
        return SqlLiteral.of(export);
    }
}
