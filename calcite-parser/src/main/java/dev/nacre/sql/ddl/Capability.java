package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import org.jspecify.annotations.Nullable;

/** Is something of the host that a component may be granted. */
public sealed interface Capability extends SqlFragment {

    /**
     * Is {@code CLOCK}: the time, and time that passes.
     *
     * @param span where it stood
     */
    record Clock(SourceSpan span) implements Capability {

        @Override
        public String toSql() {
            return "CLOCK";
        }
    }

    /**
     * Is {@code RANDOM}: random numbers that nobody can foretell.
     *
     * @param span where it stood
     */
    record Random(SourceSpan span) implements Capability {

        @Override
        public String toSql() {
            return "RANDOM";
        }
    }

    /**
     * Is {@code ENVIRONMENT 'NAME' = 'value'}, an environment variable.
     *
     * @param name its name
     * @param value its value; null only where one is revoked by its name
     * @param span where it stood
     */
    record Environment(TextLiteral name, @Nullable TextLiteral value, SourceSpan span) implements Capability {

        @Override
        public String toSql() {
            return "ENVIRONMENT " + name.toSql() + (value == null ? "" : " = " + value.toSql());
        }
    }

    /**
     * Is {@code DIRECTORY 'host path' AS 'guest path' [READ ONLY]}, a folder with all that is in it.
     *
     * @param host where it is
     * @param guest what the component knows it by; null only where one is revoked by where it is
     * @param readOnly whether nothing may be changed there
     * @param span where it stood
     */
    record Directory(TextLiteral host, @Nullable TextLiteral guest, boolean readOnly, SourceSpan span)
            implements Capability {

        @Override
        public String toSql() {
            return "DIRECTORY " + host.toSql() + (guest == null ? "" : " AS " + guest.toSql())
                    + (readOnly ? " READ ONLY" : "");
        }
    }
}
