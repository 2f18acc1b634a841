package dev.nacre.jdbc.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method of JDBC's interfaces, in every state, with arguments of all sorts, answers as H2's driver does: for
 * statements that H2 runs and for those that Nacre runs. A method that a later JDK adds is found by reflection, and fails
 * the test when nothing is known of its parameters.
 *
 * <p>The soak profile calls with more arguments ({@link Cases}). The property {@code nacre.compare} chooses parts by the
 * beginning of their name, as {@code PLANNED.ResultSet}.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class JdbcDifferentialTest {
    /** Empty for all parts. */
    private static final String CHOSEN = System.getProperty("nacre.compare", "");

    private static final Set<KnownDifferences> USED = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    /** One pair of databases for each interface: both go through the same changes. */
    private @Nullable Sample sample;

    private @Nullable Object sampleOf;

    @TestFactory
    Stream<DynamicNode> answersAsH2Does() {
        return Stream.of(Texts.Route.values())
                .map(route -> DynamicContainer.dynamicContainer(route.toString(), interfaces(Texts.of(route))));
    }

    /** What is explained here and does not happen any more has to leave the page. */
    @AfterEach
    void usesAllItsExceptions() {
        if (CHOSEN.isEmpty()) {
            assertThat(USED).containsExactlyInAnyOrder(KnownDifferences.values());
        }
    }

    @AfterEach
    void closeSample() throws SQLException {
        if (sample != null) {
            sample.close();
            sample = null;
        }
    }

    private Sample sample(Texts texts, Class<?> type) throws SQLException {
        Object wanted = List.of(texts, type);
        Sample open = sample;
        if (open == null || !wanted.equals(sampleOf)) {
            closeSample();
            open = new Sample(texts, folder);
            sample = open;
            sampleOf = wanted;
        }
        return open;
    }

    private Stream<DynamicNode> interfaces(Texts texts) {
        return StreamSupport.stream(States.interfaces().spliterator(), false)
                .filter(type -> texts.route() == Texts.Route.PASSED_ON || States.runsStatements(type))
                .filter(type -> isChosen(texts.route() + "." + type.getSimpleName()))
                .map(type -> DynamicContainer.dynamicContainer(
                        type.getSimpleName(),
                        Sketch.methods(type).stream()
                                .filter(method -> belongs(type, method))
                                .map(method -> test(texts, type, method))));
    }

    private static boolean isChosen(String part) {
        return part.startsWith(CHOSEN);
    }

    /** What a prepared statement inherits behaves otherwise there, so it is called there, too. */
    private static boolean belongs(Class<?> type, Method method) {
        return type != CallableStatement.class
                || method.getDeclaringClass() != Statement.class
                || method.getName().startsWith("execute");
    }

    private DynamicTest test(Texts texts, Class<?> type, Method method) {
        String signature = Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
        return DynamicTest.dynamicTest(signature, () -> compare(texts, type, method, signature));
    }

    private void compare(Texts texts, Class<?> type, Method method, String signature) throws SQLException {
        List<String> differences = new ArrayList<>();
        Sample databases = sample(texts, type);
        Cases cases = new Cases(type, method, texts);
        for (State state : States.of(type)) {
            for (List<Argument> arguments : cases.in(state)) {
                compare(databases, method, state, arguments, differences);
            }
        }
        if (!differences.isEmpty()) {
            closeSample(); // the databases may differ now
            fail(texts.route() + " " + type.getSimpleName() + "." + signature + ": " + differences.size()
                    + " differences\n" + String.join("\n", differences.subList(0, Math.min(8, differences.size()))));
        }
    }

    private static void compare(
            Sample sample, Method method, State state, List<Argument> arguments, List<String> differences)
            throws SQLException {
        String expected = observe(sample, sample.h2(), method, state, arguments);
        assertThat(expected).as("in state '%s' of H2's driver", state.name()).startsWith("answer: ");
        String found = observe(sample, sample.nacre(), method, state, arguments);
        Set<KnownDifferences> reasons = KnownDifferences.reasons(
                Difference.of(sample.texts().route(), method.getName(), state.name(), expected, found));
        USED.addAll(reasons);
        if (!expected.equals(found) && reasons.isEmpty()) {
            differences.add(state.name() + " "
                    + arguments.stream().map(Argument::name).toList() + "\n" + firstDifference(expected, found));
        }
    }

    private static String firstDifference(String expected, String found) {
        String[] left = expected.split("\n", -1);
        String[] right = found.split("\n", -1);
        for (int line = 0; line < Math.min(left.length, right.length); line++) {
            if (!left[line].equals(right[line])) {
                return "    H2:    " + left[line] + "\n    Nacre: " + right[line];
            }
        }
        return "    H2:    " + left.length + " lines\n    Nacre: " + right.length + " lines: " + found;
    }

    private static String observe(Sample sample, Side opened, Method method, State state, List<Argument> arguments)
            throws SQLException {
        try (Side side = opened) {
            Object subject = state.maker().make(side);
            if (subject == null) {
                return "no object";
            }
            String answer = call(side, subject, method, arguments);
            return sample.neutral(String.join("\n  ", Probe.of(side, subject, answer)));
        } catch (SQLException notMade) {
            return sample.neutral("state: " + new Sketch(opened).of(notMade));
        }
    }

    private static String call(Side side, Object subject, Method method, List<Argument> arguments) throws SQLException {
        Object[] values = new Object[arguments.size()];
        Sketch sketch = new Sketch(side);
        try {
            for (int index = 0; index < values.length; index++) {
                values[index] = arguments.get(index).maker().make(side);
            }
        } catch (SQLException notMade) {
            return "argument: " + sketch.of(notMade);
        }
        return answer(side, subject, method, values);
    }

    private static String answer(Side side, Object subject, Method method, @Nullable Object[] values) {
        Sketch sketch = new Sketch(side);
        try {
            return sketch.of(side.given(method.invoke(subject, values)));
        } catch (InvocationTargetException failure) {
            return sketch.of(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
