package dev.nacre.bench.evil;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no attack may see or change: texts in a file, a variable of the environment, a property of the JVM and a table, and
 * where things are on this machine.
 *
 * @param file holds one of the texts
 * @param made what attacks would make, and what there must not be
 * @param texts must be in no row and no message
 * @param places paths of this machine: must be in no message
 */
record Secrets(Path file, Path made, List<String> texts, List<String> places) {
    /** The variable of the attacked process, and with other letters its property and its table. */
    static final String VARIABLE = "NACRE_EVIL_CANARY";

    static final String PROPERTY = "nacre.evil.canary";

    /** What the canary file holds. */
    static final String IN_FILE = "canary-in-file-51f9";

    static final String IN_VARIABLE = "canary-in-variable-a803";
    static final String IN_PROPERTY = "canary-in-property-7c64";
    static final String IN_TABLE = "canary-in-table-e2d0";

    private static final Pattern TRACE =
            Pattern.compile("\\bat [\\w.$/]+\\([\\w]+\\.java:\\d+\\)|\\b(java|dev\\.nacre|com\\.dylibso|org\\.apache"
                    + "|org\\.h2)\\.[\\w.]*(Exception|Error)\\b");

    /** Returns those of the attacked process, whose files are in a folder. */
    static Secrets in(Path folder) {
        return new Secrets(
                folder.resolve("canary.txt"),
                folder.resolve("new.txt"),
                List.of(IN_FILE, IN_VARIABLE, IN_PROPERTY, IN_TABLE),
                Stream.of("user.home", "user.dir", "java.home", "java.io.tmpdir")
                        .map(System::getProperty)
                        .filter(place -> place != null && place.length() > 1)
                        .toList());
    }

    /** Returns what an outcome says that it should not; what the strike itself said it may repeat. */
    Optional<String> leakedBy(Outcome outcome, String said) {
        String message = outcome.failure()
                .map(failure -> failure.message().replace(said, ""))
                .orElse("");
        String all = message + outcome.rows();
        return texts.stream()
                .filter(text -> all.contains(text) && !said.contains(text))
                .map(text -> "'" + text + "' was seen")
                .findFirst()
                .or(() -> places.stream()
                        .filter(place -> message.contains(place) && !said.contains(place))
                        .map(place -> "a message names a place of the machine: " + message)
                        .findFirst())
                .or(() -> Optional.of(message)
                        .filter(text -> TRACE.matcher(text).find())
                        .map(text -> "a message shows the host's code: " + text));
    }

    /** Returns what became of the files, and of the class that nobody should load; nothing when all is as it was. */
    List<String> harmed() {
        List<String> harm = new ArrayList<>();
        if (!holdsItsText()) {
            harm.add("the canary file was changed");
        }
        if (Files.exists(made)) {
            harm.add("a file was made");
        }
        if (Sightings.CANARY.get()) {
            harm.add("the canary class was initialised");
        }
        return harm;
    }

    private boolean holdsItsText() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).equals(IN_FILE);
        } catch (IOException gone) {
            return false;
        }
    }
}
