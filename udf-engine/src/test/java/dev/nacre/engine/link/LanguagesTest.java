package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.testing.Values;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever language a guest is written in, it does the same: the telemetry guests over many payloads, the shapes guests
 * function by function with random values. Telemetry is held against Java's own idea of it, shapes against the Rust
 * guest, which {@link ShapesTest} holds against known answers.
 */
class LanguagesTest {
    private static final int PAYLOADS = 10_000;
    private static final List<String> LANGUAGES = List.of("rust", "c", "cpp", "go", "as");

    /** What got an upper case with Unicode 16, in the alphabets below. */
    private static final Set<Integer> LATE_CAPITALS = Set.of(0x19B, 0x264);

    private static final String STARTED = "info: Initiating telemetry payload processing";
    private static final String ENDED = "debug: Payload obfuscation complete";

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Seeds seeds = new Seeds();

    private final RecordedLog log = new RecordedLog();

    static Stream<String> telemetry() {
        return LANGUAGES.stream().map(language -> "telemetry-" + language);
    }

    static Stream<String> shapes() {
        return LANGUAGES.stream().map(language -> "shapes-" + language);
    }

    @ParameterizedTest
    @MethodSource("telemetry")
    void telemetryMasksLogsAndFailsAlike(String guest) {
        try (ComponentInstance instance = EngineFixture.instance(guest, log)) {
            ExportedFunction function = instance.function("handle-data");
            for (int round = 0; round < PAYLOADS; round++) {
                byte[] payload = payload(Seeds.random(round));
                log.lines().clear();

                Object answer = function.call(payload);

                assertThat(Values.comparable(answer))
                        .as("payload %d", round)
                        .isEqualTo(Values.comparable(expectedAnswer(payload)));
                assertThat(log.lines()).as("payload %d", round).isEqualTo(expectedLines(payload));
            }
        }
    }

    /** Mostly short ones, every tenth empty, some that do not fit into the memory a guest starts with. */
    private static byte[] payload(RandomGenerator random) {
        int length = switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> random.nextInt(4096);
            case 2 -> random.nextInt(200) == 0 ? random.nextInt(1 << 20) : 1;
            default -> random.nextInt(200);
        };
        byte[] payload = new byte[length];
        random.nextBytes(payload);
        return payload;
    }

    private static ResultValue expectedAnswer(byte[] payload) {
        if (payload.length == 0) {
            return ResultValue.error("Payload cannot be empty");
        }
        byte[] masked = payload.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= (byte) 0xAA;
        }
        return ResultValue.ok(masked);
    }

    private static List<String> expectedLines(byte[] payload) {
        return payload.length == 0 ? List.of(STARTED) : List.of(STARTED, ENDED);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shapesAgreesWithTheRustGuestValueByValue(String guest) {
        try (ComponentInstance rust = EngineFixture.instance("shapes-rust");
                ComponentInstance other = EngineFixture.instance(guest)) {
            assertThat(EngineFixture.guest(guest).functions())
                    .containsExactlyInAnyOrderElementsOf(
                            EngineFixture.guest("shapes-rust").functions());
            for (ExportedFunctionType function :
                    EngineFixture.guest("shapes-rust").functions()) {
                compare(function, rust.function(function.name()), other.function(function.name()));
            }
        }
    }

    private static void compare(ExportedFunctionType type, ExportedFunction rust, ExportedFunction other) {
        for (int round = 0; round < Seeds.count(200, 20_000); round++) {
            Object[] arguments = arguments(type, Seeds.random(round));
            assertThat(Values.comparable(other.call(arguments)))
                    .as("%s, round %d", type.name(), round)
                    .isEqualTo(Values.comparable(rust.call(arguments)));
        }
    }

    private static Object[] arguments(ExportedFunctionType type, RandomGenerator random) {
        if (type.name().endsWith("upper")) {
            return new Object[] {letters(random)};
        }
        RandomValues values = new RandomValues(random);
        return type.type().parameters().stream()
                .map(parameter -> parameter.type().accept(values))
                .map(value -> type.name().endsWith("many") ? ofFewDigits(value) : value)
                .toArray();
    }

    /**
     * Returns the number nearby that has one shortest text. Others have two, as -2831734.25f is -2831734.2 and -2831734.3,
     * and languages choose differently.
     */
    private static Object ofFewDigits(Object value) {
        if (value instanceof Float number && Float.isFinite(number) && number != 0) {
            return new BigDecimal(number).round(new MathContext(5)).floatValue();
        }
        return value instanceof Double number && Double.isFinite(number) && number != 0
                ? (Object) new BigDecimal(number).round(new MathContext(14)).doubleValue()
                : value;
    }

    /**
     * Text in Latin, Greek and Cyrillic of letters that become one other letter in upper case: what becomes of the rest
     * depends on the language and its version of Unicode.
     */
    private static String letters(RandomGenerator random) {
        int[] letters = random.ints(0x20, 0x460)
                .filter(letter -> Character.isDefined(letter) && !LATE_CAPITALS.contains(letter))
                .filter(letter -> simple(Character.toString(letter), letter))
                .limit(random.nextInt(20))
                .toArray();
        return new String(letters, 0, letters.length);
    }

    private static boolean simple(String text, int letter) {
        return text.toUpperCase(Locale.ROOT).equals(Character.toString(Character.toUpperCase(letter)));
    }
}
