package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.engine.EngineException;
import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.sql.ddl.QualifiedName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds components by name, and checks that one can be loaded and started. */
final class Components {
    private static final Logger LOGGER = LoggerFactory.getLogger(Components.class);

    private Components() {}

    /** Returns the name that a statement gives a component. */
    static String name(QualifiedName written) {
        if (!written.qualifiers().isEmpty()) {
            throw Places.refusal(
                    SqlLayerErrorCode.SYNTAX,
                    written,
                    "component '" + written.toSql()
                            + "': expected a name alone, because components have no schema; write "
                            + written.name().toSql());
        }
        return written.name().value();
    }

    static ComponentDefinition find(QualifiedName written, FunctionCatalog catalog) {
        String name = name(written);
        return catalog.component(name).orElseThrow(() -> missing(name));
    }

    static SqlLayerException missing(String name) {
        return new SqlLayerException(
                SqlLayerErrorCode.NO_SUCH_COMPONENT,
                "component '" + name + "': expected it to exist, found no such component; SHOW COMPONENTS lists them");
    }

    /** Loads a component under the caps of whoever brings it. */
    static Component load(String subject, byte[] bytes, EffectiveSettings settings, DdlSession session) {
        try {
            return session.database().library().load(bytes, settings.loadLimits(), session.user());
        } catch (EngineException failure) {
            throw FunctionException.of(subject, failure);
        }
    }

    /**
     * Starts an instance: a start function may trap or loop, better now than in the first query. What will be slow is said in
     * the log, because H2's connections take no warnings from outside.
     */
    static void tryOut(String subject, Component component, EffectiveSettings settings, DdlSession session) {
        try {
            session.database().library().tryOut(subject, component, settings, session.user(), session.signal());
        } catch (EngineException failure) {
            throw FunctionException.of(subject, failure);
        }
        if (!component.slowFunctions().isEmpty()) {
            LOGGER.warn(
                    "{}: functions of the component are too long for the JIT compiler of the JVM and will be slow: {}",
                    subject,
                    component.slowFunctions());
        }
    }
}
