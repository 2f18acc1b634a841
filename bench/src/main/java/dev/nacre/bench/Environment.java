package dev.nacre.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where and when something was measured.
 *
 * @param date in UTC
 * @param java version and maker
 * @param processor its name, and how many of it
 * @param system operating system
 * @param heapMebibytes the most that the heap may grow to
 * @param commit of the source, with a word when files were changed since; {@code unknown} outside of a clone
 */
public record Environment(
        LocalDate date, String java, String processor, String system, long heapMebibytes, String commit) {
    private static final String UNKNOWN = "unknown";

    /** Returns this process's. */
    public static Environment here() {
        return new Environment(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version() + ", " + System.getProperty("java.vm.vendor"),
                processorName() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                commitOfSource());
    }

    /** Returns it as the items of a list in Markdown. */
    public List<String> lines() {
        return List.of(
                "* " + date + ", commit " + commit,
                "* JDK " + java,
                "* " + processor + ", " + system + ", heap of at most " + heapMebibytes + " MiB");
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }

    private static String commitOfSource() {
        String commit = git("rev-parse", "--short=12", "HEAD");
        boolean changed = !git("status", "--porcelain", "--untracked-files=no").isEmpty();
        return commit.isEmpty() ? UNKNOWN : commit + (changed ? " with changes" : "");
    }

    /** Returns what git says, or nothing when it fails or there is none. */
    private static String git(String... arguments) {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? output : "";
        } catch (IOException | InterruptedException missing) {
            return "";
        }
    }
}
