package dev.nacre.h2.alias;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.engine.Constants;
import org.h2.util.StringUtils;

/**
 * A function's alias as it should be in the database.
 *
 * @param form what its calls give H2
 */
public record Alias(AliasName name, ResultForm form) {
    /** Returns the aliases of a catalog by what they are called in {@link AliasName#SCHEMA}. */
    static Map<String, Alias> all(FunctionCatalog catalog) {
        Map<String, Alias> aliases = new LinkedHashMap<>();
        catalog.functions().stream()
                .map(FunctionDefinition::name)
                .distinct()
                .forEach(name -> of(name, catalog)
                        .ifPresent(alias -> aliases.put(alias.name().name(), alias)));
        return aliases;
    }

    /** Returns the alias of a function; empty when there is none, or its definition is damaged. */
    static Optional<Alias> of(FunctionName name, FunctionCatalog catalog) {
        try {
            return of(catalog.overloads(name));
        } catch (FunctionException damaged) {
            return Optional.empty(); // a planned call says what is wrong
        }
    }

    /** Returns the alias of a function, given all overloads of its name; empty when H2 cannot call it. */
    public static Optional<Alias> of(List<FunctionDefinition> overloads) {
        return whyNone(overloads).isPresent()
                ? Optional.empty()
                : Optional.of(new Alias(new AliasName(overloads.get(0).name()), ResultForm.of(overloads)));
    }

    /** Returns why H2 cannot call a function, for a message; empty when it can. */
    public static Optional<String> whyNone(List<FunctionDefinition> overloads) {
        if (overloads.isEmpty()) {
            return Optional.of("there is no such function");
        }
        AliasName name = new AliasName(overloads.get(0).name());
        if (overloads.stream().anyMatch(overload -> !overload.kind().isScalar())) {
            return Optional.of("'" + name.function() + "' is not a scalar function");
        }
        if (name.isTooLong()) {
            return Optional.of("the schema and the name of '" + name.function() + "' are longer than a name of H2");
        }
        long counts = overloads.stream()
                .map(overload -> overload.signature().parameters().size())
                .distinct()
                .count();
        return counts == overloads.size()
                ? Optional.empty()
                : Optional.of("'" + name.function()
                        + "' has overloads with the same number of parameters, which H2 cannot tell apart");
    }

    /** Returns the class and the method behind the alias. */
    String target() {
        return name.className() + "." + form.method();
    }

    /** Returns the statement that makes the alias, also where the class is not known. */
    String createSql() {
        return "CREATE FORCE ALIAS " + name.sql() + " FOR "
                + (target().length() <= Constants.MAX_IDENTIFIER_LENGTH
                        ? StringUtils.quoteIdentifier(target()) // H2 may be told to allow no literals
                        : StringUtils.quoteStringSQL(target()));
    }
}
