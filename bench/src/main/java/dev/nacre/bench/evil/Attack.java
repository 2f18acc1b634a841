package dev.nacre.bench.evil;

import java.util.List;

/**
 * What somebody does who means harm, in SQL, and what should stop it.
 *
 * @param id names it, in words with hyphens
 * @param threats the rows of the threat model that it stands for
 * @param act what is done
 * @param defence what should stop it
 * @param setUp the strikes that come first and have to succeed: whoever does this means no harm yet
 * @param strikes what is done then; each says what has to come of it
 */
public record Attack(
        String id, List<String> threats, String act, String defence, List<Strike> setUp, List<Strike> strikes) {
    public Attack {
        threats = List.copyOf(threats);
        setUp = List.copyOf(setUp);
        strikes = List.copyOf(strikes);
    }

    /** Returns the ids of the threats as one text. */
    public String threatList() {
        return String.join(", ", threats);
    }

    @Override
    public String toString() {
        return id;
    }
}
