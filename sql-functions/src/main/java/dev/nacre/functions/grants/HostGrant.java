package dev.nacre.functions.grants;

import static java.util.Objects.requireNonNull;

import dev.nacre.functions.SqlLiteral;

/** Something of the host that a component was granted. */
public sealed interface HostGrant {
    /** Returns the words of GRANT that give it, which are also what the catalog holds. */
    String sql();

    /** Returns whether another grant would take the place of this one: a component has one value of a variable. */
    boolean isReplacedBy(HostGrant other);

    /** The time, and time that passes. */
    record Clock() implements HostGrant {
        @Override
        public String sql() {
            return "CLOCK";
        }

        @Override
        public boolean isReplacedBy(HostGrant other) {
            return other instanceof Clock;
        }
    }

    /** Random numbers that nobody can foretell. */
    record Random() implements HostGrant {
        @Override
        public String sql() {
            return "RANDOM";
        }

        @Override
        public boolean isReplacedBy(HostGrant other) {
            return other instanceof Random;
        }
    }

    /** An environment variable. Its value is the grant's own, and nothing of the host's environment. */
    record Environment(String name, String value) implements HostGrant {
        public Environment {
            requireNonNull(name, "name is null");
            requireNonNull(value, "value is null");
        }

        @Override
        public String sql() {
            return "ENVIRONMENT " + SqlLiteral.of(name) + " = " + SqlLiteral.of(value);
        }

        @Override
        public boolean isReplacedBy(HostGrant other) {
            return other instanceof Environment variable && variable.name().equals(name);
        }
    }

    /**
     * A folder with all that is in it.
     *
     * @param host its absolute path, which leads over no symbolic link
     * @param guest what the component knows it by
     * @param readOnly whether nothing may be changed there
     */
    record Directory(String host, String guest, boolean readOnly) implements HostGrant {
        public Directory {
            requireNonNull(host, "host is null");
            requireNonNull(guest, "guest is null");
        }

        @Override
        public String sql() {
            return "DIRECTORY " + SqlLiteral.of(host) + " AS " + SqlLiteral.of(guest) + (readOnly ? " READ ONLY" : "");
        }

        @Override
        public boolean isReplacedBy(HostGrant other) {
            return other instanceof Directory folder && folder.guest().equals(guest);
        }
    }
}
