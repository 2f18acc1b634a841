package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.Grants;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Has real guests call every function of WASI 0.2 that a guest can call, and keeps the list of who calls what:
 * {@code wasi-functions.txt} beside this class. What the functions answer is tested where the guests are.
 */
@EnabledOnOs(OS.LINUX)
class EveryFunctionTest {
    /** Resources of which no guest ever gets a handle, because what would give one is denied. */
    private static final Pattern NEVER_GIVEN = Pattern.compile(
            ".*\\[(method|static)](tcp-socket|udp-socket|(incoming|outgoing)-datagram-stream|resolve-address-stream|"
                    + "incoming-(request|response|body)|outgoing-body|response-outparam|future-incoming-response|"
                    + "future-trailers)\\..*");

    private static final String OUT_OF_REACH = "out of reach";

    private final CallRecorder recorder = new CallRecorder();
    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), recorder.interfaces()));
    private final TreeMap<String, Set<String>> callers = new TreeMap<>();

    @TempDir
    Path temporary;

    @Test
    void isCalledByAGuestUnlessOutOfReach() throws IOException {
        try (engine) {
            probe();
            reach();
            files();
            Set<String> provided = provided();
            provided.stream().filter(NEVER_GIVEN.asPredicate()).forEach(function -> note(OUT_OF_REACH, function));

            assertThat(callers.keySet()).containsExactlyInAnyOrderElementsOf(provided);
            assertThat(callers.values())
                    .as("nobody called what is out of reach")
                    .noneMatch(by -> by.contains(OUT_OF_REACH) && by.size() > 1);
            assertThat(list()).isEqualTo(resource("wasi-functions.txt"));
        }
    }

    private void probe() {
        try (Guest guest = new Guest("probe-rust", "", Grants.none())) {
            for (String function : List.of(
                    "read-stdin",
                    "environment",
                    "command-line",
                    "first-folder",
                    "wall-clock-seconds",
                    "monotonic-nanoseconds",
                    "random-numbers",
                    "insecure-seed",
                    "random-hash")) {
                guest.call(function);
            }
            guest.call("print", "x");
            guest.call("print-error", "x");
            guest.call("sleep-for", 1L);
            guest.call("random-bytes", 1L);
            guest.call("insecure-random-bytes", 1L);
            guest.call("open-file", "/none");
        }
        exits("exit-with", 1);
        exits("leave-with", (short) 7);
    }

    private void exits(String function, Object status) {
        try (Guest guest = new Guest("probe-rust", "", Grants.none())) {
            assertThatThrownBy(() -> guest.call(function, status)).isInstanceOf(EngineException.class);
        }
    }

    private void reach() {
        try (Guest guest = new Guest("reach-rust", "", Grants.none().withOutput(new BoundedOutput(0)))) {
            guest.call("reach-sockets");
            guest.call("reach-http");
            guest.call("reach-http-error");
        }
    }

    private void files() throws IOException {
        Path folder = temporary.toRealPath();
        Files.writeString(folder.resolve("file"), "0123456789");
        Files.createDirectory(folder.resolve("sub"));
        Grants grants = Grants.none()
                .withInput("input".getBytes(StandardCharsets.UTF_8))
                .withFolder(new FolderGrant("/", folder, FolderAccess.READ_WRITE));
        try (Guest guest = new Guest("files-rust", "nacre:files/", grants)) {
            raw(guest);
            streams(guest);
        }
    }

    private static void raw(Guest guest) {
        guest.call("raw#read", "file", "");
        guest.call("raw#write-through", "new", "text");
        guest.call("raw#open", "file", "");
        guest.call("raw#make-folder", "made");
        guest.call("raw#remove-folder", "made");
        guest.call("raw#symlink", "file", "link");
        guest.call("raw#read-link", "link");
        guest.call("raw#hard-link", "file", "hard");
        guest.call("raw#rename", "link", "other");
        guest.call("raw#remove-file", "other");
        guest.call("raw#link-counts", "file");
        guest.call("raw#set-times", "file", Optional.of(1L));
        guest.call("raw#set-times-open", "file", Optional.of(1L));
        guest.call("raw#set-size", "new", 1L);
        guest.call("raw#advise", "file");
        guest.call("raw#same", "file", "new");
        guest.call("raw#entries", ".");
        guest.call("raw#odds", "file");
    }

    private static void streams(Guest guest) {
        guest.call("streams#read-from", "file", 0L, 1L);
        guest.call("streams#skip-then-read", "file", 2L);
        guest.call("streams#write-from", "new", 0L, "text", 1L);
        guest.call("streams#append", "new", "text");
        guest.call("streams#splice-files", "file", "copy");
        guest.call("streams#splice-input");
        guest.call("streams#write-zeroes", "new", 1L);
        guest.call("streams#write-from", "new", -1L, "fails, and asks for the code of the error", 1L);
        guest.call("streams#poll-timers", List.of(0L));
        guest.call("streams#wait-until", 0L);
        guest.call("streams#ready-streams");
    }

    /** One instance of a guest; what it called is noted when it is closed. */
    private final class Guest implements AutoCloseable {
        private final String name;
        private final String prefix;
        private final ComponentInstance instance;

        Guest(String name, String prefix, Grants grants) {
            this.name = name;
            this.prefix = prefix;
            instance = engine.load(Guests.bytes(name))
                    .instantiate(new InstanceOptions(Meter.unlimited(), LogSink.NONE).withGrants(grants));
        }

        @Nullable
        Object call(String function, @Nullable Object... arguments) {
            return instance.function(prefix + function).call(arguments);
        }

        @Override
        public void close() {
            instance.close();
            recorder.takeCalled().forEach(function -> note(name, function));
        }
    }

    private void note(String who, String function) {
        callers.computeIfAbsent(function, key -> new TreeSet<>()).add(who);
    }

    private String list() {
        return callers.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** Returns every function that the component which imports all of WASI asks for. */
    private Set<String> provided() throws IOException {
        Set<String> names = new TreeSet<>();
        for (NamedExtern item :
                engine.compile(bytes("wasi-everything.component.wasm")).type().imports()) {
            String name = item.name().substring(0, item.name().indexOf('@'));
            for (NamedExtern export : ((ExternType.Instance) item.type()).type().exports()) {
                if (export.type() instanceof ExternType.Function) {
                    names.add(name + "#" + export.name());
                }
            }
        }
        return names;
    }

    private static String resource(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(EveryFunctionTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
