package dev.nacre.h2.catalog;

import dev.nacre.functions.DefinitionOptions;
import dev.nacre.sql.IdentifierCase;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import dev.nacre.sql.ddl.CreateComponent;
import dev.nacre.sql.ddl.Literal;
import dev.nacre.sql.ddl.OptionSetting;
import dev.nacre.sql.ddl.TextLiteral;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads options as the catalog holds them: the text of {@link DefinitionOptions#sql()}, and nothing else. */
final class StoredOptions {
    private StoredOptions() {}

    /** @throws dev.nacre.adapter.SqlLayerException for a text that {@link DefinitionOptions#sql()} does not write */
    static DefinitionOptions read(String text) {
        if (text.isEmpty()) {
            return DefinitionOptions.NONE;
        }
        try {
            DefinitionOptions options = options(
                    NacreParser.parseStatement("CREATE COMPONENT C FROM '' WITH (" + text + ")", IdentifierCase.LOWER));
            if (options.sql().equals(text)) {
                return options;
            }
        } catch (SyntaxException | IllegalArgumentException | StackOverflowError unreadable) {
            // as any other text that is not ours
        }
        throw StoredText.damaged("expected options, found " + StoredText.quoted(text));
    }

    private static DefinitionOptions options(ParsedStatement statement) {
        SortedMap<String, Object> values = new TreeMap<>();
        if (statement instanceof ParsedStatement.Own own && own.statement() instanceof CreateComponent create) {
            for (OptionSetting option : create.options()) {
                values.put(option.name().value(), value(option.value()));
            }
        }
        return new DefinitionOptions(values);
    }

    private static Object value(Literal literal) {
        if (literal instanceof TextLiteral text) {
            return text.value();
        }
        if (literal instanceof Literal.Number number) {
            return number.value();
        }
        if (literal instanceof Literal.Truth truth) {
            return truth.value();
        }
        throw new IllegalArgumentException("NULL is not stored");
    }
}
