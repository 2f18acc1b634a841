package dev.nacre.bench.safety;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.Data;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.jdbc.NacreDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The work that is measured, by its title; each time it is done it gives the same number. Loaded by {@link TwinLoader}, and so
 * known to the outside by types of the JDK alone.
 */
public final class Subjects implements Supplier<Map<String, LongSupplier>>, AutoCloseable {
    private static final String FOLDER = "/dev/nacre/bench/";
    private static final String KERNELS = "kernels-rust.component.wasm";
    private static final String SHAPES = "classpath:" + FOLDER + "shapes-rust.component.wasm";
    private static final int ROWS = 200_000;
    private static final int POINTS = 8_192;
    private static final int WIDTH = 128;
    private static final int ITERATIONS = 200;
    private static final long SEED = 42;

    /** SHA-256. */
    @FunctionalInterface
    public interface Digest {
        /** Returns the digest of data. */
        byte[] digest(byte[] data);
    }

    /** Distances on a sphere. */
    @FunctionalInterface
    public interface Distances {
        /** Returns the metres between each two places. */
        double[] metres(double[] latitudes1, double[] longitudes1, double[] latitudes2, double[] longitudes2);
    }

    /** The Mandelbrot set. */
    @FunctionalInterface
    public interface Picture {
        /** Returns the sum of all iterations. */
        long sum(int width, int height, int iterations);
    }

    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
    private final ComponentInstance kernels;
    private final Connection connection;
    private final Random random = new Random(SEED);

    /** Starts guests and a database, which live until they are closed. */
    public Subjects() throws IOException, SQLException {
        // none of the bounds is reached, and all of them are looked at
        Duration hour = Duration.ofHours(1);
        Meter meter = new Meter(hour, Optional.of(hour), Long.MAX_VALUE / 2);
        this.kernels = engine.load(bytes()).instantiate(new InstanceOptions(meter, LogSink.NONE));
        this.connection = connect();
    }

    private static byte[] bytes() throws IOException {
        try (InputStream stream = Subjects.class.getResourceAsStream(FOLDER + KERNELS)) {
            if (stream == null) {
                throw new BenchmarkException("resource '" + KERNELS + "' is missing");
            }
            return stream.readAllBytes();
        }
    }

    private static Connection connect() throws SQLException {
        NacreDataSource source = new NacreDataSource();
        source.setUrl("jdbc:nacre:h2:mem:;OPTIMIZE_REUSE_RESULTS=0");
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET NACRE.TIMEOUT = '1 h'");
            statement.execute("SET NACRE.FUEL = " + Long.MAX_VALUE / 2);
            Data.NUMBERS.create(connection, ROWS);
            statement.execute(create("SCALE(V DOUBLE PRECISION) RETURNS DOUBLE PRECISION", "scale"));
            statement.execute(create("SCALE_LONG(V BIGINT) RETURNS BIGINT", "scale-long"));
        }
        return connection;
    }

    private static String create(String signature, String export) {
        return "CREATE FUNCTION " + signature + " LANGUAGE WASM AS '" + SHAPES + "' EXPORT '" + export + "'";
    }

    @Override
    public Map<String, LongSupplier> get() {
        Map<String, LongSupplier> all = new LinkedHashMap<>();
        all.put("sha256, 64 KiB", sha256());
        all.put(String.format(Locale.ROOT, "haversine, %,d points", POINTS), haversine());
        all.put(
                String.format(Locale.ROOT, "mandelbrot, %d x %d, %d iterations", WIDTH, WIDTH, ITERATIONS),
                mandelbrot());
        all.put("query, sum(f(v)), DOUBLE", query("SELECT SUM(SCALE(D)) FROM NUMBERS"));
        all.put("query, sum(f(v)), BIGINT", query("SELECT SUM(SCALE_LONG(L)) FROM NUMBERS"));
        return all;
    }

    private LongSupplier sha256() {
        Digest guest = kernels.function("sha256").as(Digest.class);
        byte[] data = new byte[1 << 16];
        random.nextBytes(data);
        return () -> guest.digest(data)[0];
    }

    private LongSupplier haversine() {
        Distances guest = kernels.function("haversine").as(Distances.class);
        double[] latitudes = random.doubles(POINTS, -90, 90).toArray();
        double[] longitudes = random.doubles(POINTS, -180, 180).toArray();
        return () -> Double.doubleToLongBits(guest.metres(latitudes, longitudes, longitudes, latitudes)[POINTS - 1]);
    }

    private LongSupplier mandelbrot() {
        Picture guest = kernels.function("mandelbrot").as(Picture.class);
        return () -> guest.sum(WIDTH, WIDTH, ITERATIONS);
    }

    private LongSupplier query(String sql) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            return () -> {
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                } catch (SQLException failure) {
                    throw new BenchmarkException(sql + " failed", failure);
                }
            };
        } catch (SQLException failure) {
            throw new BenchmarkException(sql + " failed", failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        kernels.close();
        engine.close();
    }
}
