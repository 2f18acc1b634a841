package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code IMPORT FUNCTIONS FROM component [LIMIT TO (...) | EXCEPT (...)] [INTO schema]}.
 *
 * @param component the component's name
 * @param selection which of its exports
 * @param exports the exports that the selection names; empty exactly for {@link Selection#ALL}
 * @param schema the schema that gets the functions, or null for the current one
 * @param span where the statement stood
 */
public record ImportFunctions(
        QualifiedName component,
        Selection selection,
        List<TextLiteral> exports,
        @Nullable QualifiedName schema,
        SourceSpan span)
        implements NacreStatement {

    /** Which exports are imported. */
    public enum Selection {
        /** All of them. */
        ALL(""),
        /** Only those that are named. */
        LIMIT_TO("LIMIT TO"),
        /** All but those that are named. */
        EXCEPT("EXCEPT");

        private final String words;

        Selection(String words) {
            this.words = words;
        }
    }

    /** Copies the list of exports. */
    public ImportFunctions {
        exports = List.copyOf(exports);
    }

    @Override
    public String toSql() {
        StatementText text = new StatementText("IMPORT FUNCTIONS FROM").add(component);
        if (selection != Selection.ALL) {
            text.add(selection.words).addList(exports);
        }
        return text.addIfPresent("INTO", schema).toString();
    }
}
