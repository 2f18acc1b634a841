package dev.nacre.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nacre.bench.peers.JavaKernels;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.wit.NumberList;
import dev.nacre.testkit.Seeds;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guest {@code kernels-rust} and its peer in Java compute the same, or their times say nothing. */
class KernelsTest {
    /** Half the way around the earth, in metres. */
    private static final double HALF_WAY = Math.PI * 6_371_008.8;

    private static final Percentage MILLIONTH = Percentage.withPercentage(1e-4);

    @RegisterExtension
    final Seeds seeds = new Seeds();

    private final ComponentInstance guest = Guests.start("kernels-rust");

    @AfterEach
    void close() {
        guest.close();
    }

    @Test
    void theJvmCompilesAllOfTheGuest() {
        assertThat(Guests.compiled("kernels-rust").slowFunctions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 65_536, 100_003})
    void digests(int length) throws NoSuchAlgorithmException {
        byte[] data = new byte[length];
        Seeds.random(length).nextBytes(data);

        byte[] expected = MessageDigest.getInstance("SHA-256").digest(data);
        assertThat(JavaKernels.sha256(data)).isEqualTo(expected);
        assertThat(guest.function("sha256").call(data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void measuresDistances(int length) {
        double[][] columns = columns(length);

        double[] expected = JavaKernels.haversine(columns[0], columns[1], columns[2], columns[3]);
        double[] found = distances(columns);
        assertThat(found).hasSize(length);
        for (int i = 0; i < length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], MILLIONTH).isBetween(0.0, HALF_WAY);
        }
    }

    /** Latitudes and longitudes all over the globe: one pair in ten is one place, one in ten antipodes, one in ten close. */
    private static double[][] columns(int length) {
        RandomGenerator random = Seeds.random(length);
        double[][] columns = new double[4][length];
        for (int i = 0; i < length; i++) {
            double lat = random.nextDouble(-90, 90);
            double lon = random.nextDouble(-180, 180);
            columns[0][i] = lat;
            columns[1][i] = lon;
            columns[2][i] = switch (i % 10) {
                case 7 -> lat;
                case 8 -> -lat;
                case 9 -> lat + 1e-5;
                default -> random.nextDouble(-90, 90);
            };
            columns[3][i] = switch (i % 10) {
                case 7 -> lon;
                case 8 -> lon + 180;
                case 9 -> lon - 1e-5;
                default -> random.nextDouble(-180, 180);
            };
        }
        return columns;
    }

    @Test
    void knowsSomeDistances() {
        double[][] columns = {
            {0, 52.52, 90, 10, -33, 0},
            {0, 13.405, 0, 20, 151, 0},
            {0, 48.8566, -90, 10, 33, Double.NaN},
            {180, 2.3522, 0, 20, -29, 0}
        };

        double[] java = JavaKernels.haversine(columns[0], columns[1], columns[2], columns[3]);
        for (double[] found : new double[][] {java, distances(columns)}) {
            assertThat(found[0]).isCloseTo(HALF_WAY, MILLIONTH);
            assertThat(found[1]).isCloseTo(877_464, within(1_000.0));
            assertThat(found[2]).isCloseTo(HALF_WAY, MILLIONTH);
            assertThat(found[3]).isZero();
            assertThat(found[4]).isCloseTo(HALF_WAY, MILLIONTH);
            assertThat(found[5]).isNaN();
        }
    }

    @Test
    void refusesColumnsOfSeveralLengths() {
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaKernels.haversine(one, one, new double[2], one))
                .withMessage("expected columns of one length, found 1, 1, 2, 1");
    }

    private double[] distances(double[][] columns) {
        Object found = guest.function("haversine").call((Object[]) columns);
        return ((NumberList) Objects.requireNonNull(found)).toArray(double[].class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 10", "0, 5, 10", "1, 1, 0", "1, 1, 5", "7, 3, 100", "30, 20, 1", "64, 48, 200", "256, 256, 200"})
    void countsIterations(int width, int height, int iterations) {
        assertThat(guest.function("mandelbrot").call((long) width, (long) height, (long) iterations))
                .isEqualTo(JavaKernels.mandelbrot(width, height, iterations));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 0", "1, 1, 5, 1", "3, 2, 100, 404", "64, 48, 200, 175219"})
    void knowsSomeSums(int width, int height, int iterations, long expected) {
        assertThat(JavaKernels.mandelbrot(width, height, iterations)).isEqualTo(expected);
    }
}
