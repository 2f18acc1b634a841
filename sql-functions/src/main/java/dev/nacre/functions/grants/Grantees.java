package dev.nacre.functions.grants;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may call a function, beside its owner and administrators.
 *
 * @param names users and roles of the database, and {@link #PUBLIC} for everybody
 */
public record Grantees(SortedSet<String> names) {
    /** The name that stands for everybody, as H2 has it. */
    public static final String PUBLIC = "PUBLIC";

    /** Everybody, as it is until somebody revokes it. */
    public static final Grantees EVERYBODY = new Grantees(Set.of(PUBLIC));

    public Grantees {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** Takes the names in any order. */
    public Grantees(Set<String> names) {
        this(new TreeSet<>(names));
    }

    /** Returns whether everybody may. */
    public boolean areEverybody() {
        return names.contains(PUBLIC);
    }
}
