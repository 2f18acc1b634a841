package dev.nacre.samples.telemetry;

/** The statements of the program. The same ones, over data that SQL makes, are in {@code samples/sql/telemetry.sql}. */
final class TelemetrySql {
    static final String CREATE_SITES = """
            CREATE TABLE sites (
                site INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, lat DOUBLE PRECISION NOT NULL, lon DOUBLE PRECISION NOT NULL)""";
    static final String CREATE_READINGS = """
            CREATE TABLE readings (
                id BIGINT PRIMARY KEY, device VARCHAR(20) NOT NULL, site INTEGER NOT NULL REFERENCES sites,
                at TIMESTAMP WITH TIME ZONE NOT NULL, reading DOUBLE PRECISION NOT NULL, payload VARBINARY(1024) NOT NULL)""";
    static final String INSERT_SITE = "INSERT INTO sites VALUES (?, ?, ?, ?)";
    static final String INSERT_READING = "INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)";

    /** The component was written by others, in Rust, and knows nothing of SQL. */
    static final String REGISTER = """
            CREATE FUNCTION mask(payload VARBINARY) RETURNS VARBINARY LANGUAGE WASM
                AS 'classpath:/dev/nacre/samples/telemetry/telemetry-rust.component.wasm' EXPORT 'handle-data'""";

    /** An aggregate; the part is the parameter of its constructor. */
    static final String REGISTER_QUANTILE = """
            CREATE AGGREGATE FUNCTION quantile(v DOUBLE PRECISION, part DOUBLE PRECISION)
                RETURNS DOUBLE PRECISION LANGUAGE WASM
                AS 'classpath:/dev/nacre/samples/telemetry/stats-rust.component.wasm' EXPORT 'nacre:stats/aggregates#quantile'""";

    /** The component takes lists; as a function of single values it is called once for many rows. */
    static final String REGISTER_DISTANCE = """
            CREATE FUNCTION distance(
                    lat1 DOUBLE PRECISION, lon1 DOUBLE PRECISION, lat2 DOUBLE PRECISION, lon2 DOUBLE PRECISION)
                RETURNS DOUBLE PRECISION LANGUAGE WASM
                AS 'classpath:/dev/nacre/samples/telemetry/geo-rust.component.wasm' EXPORT 'distance' DETERMINISTIC""";

    /** A call for each row that is shown: the LIMIT is H2's. */
    static final String SHOWN = """
            SELECT id, device, payload, mask(payload) AS clear
            FROM readings WHERE site = 3 ORDER BY id LIMIT 5""";

    /** The first byte of the clear payload is the status, 2 is a fault. The other conditions are H2's. */
    static final String FILTERED = """
            SELECT id, device, reading, mask(payload) AS clear
            FROM readings WHERE site = 3 AND reading > 80 AND mask(payload) >= X'02' ORDER BY reading DESC, id LIMIT 5""";

    static final String GROUPED = """
            SELECT s.name, COUNT(*) AS faults, MAX(r.reading) AS highest
            FROM readings r JOIN sites s ON s.site = r.site
            WHERE mask(r.payload) >= X'02' GROUP BY s.name ORDER BY faults DESC, s.name""";

    static final String PREPARED = """
            SELECT id, at, mask(payload) AS clear
            FROM readings WHERE device = ? AND reading >= ? AND mask(payload) >= ? ORDER BY id LIMIT 3""";

    static final String AGGREGATED = """
            SELECT s.name, ROUND(quantile(r.reading, 0.5), 1) AS median, ROUND(quantile(r.reading, 0.99), 1) AS high
            FROM readings r JOIN sites s ON s.site = r.site GROUP BY s.name ORDER BY s.name""";

    /** Which sites a technician who starts in Ghent sees first. */
    static final String NEAREST = """
            SELECT name, ROUND(distance(lat, lon, 51.05, 3.72) / 1000) AS km
            FROM sites ORDER BY distance(lat, lon, 51.05, 3.72) LIMIT 4""";

    static final String INSERT_EMPTY = """
            INSERT INTO readings VALUES (0, 'device-00', 0, TIMESTAMP WITH TIME ZONE '2025-12-31 23:59:50+00', 0, X'')""";
    static final String FAILING = "SELECT mask(payload) FROM readings WHERE id = 0";

    private TelemetrySql() {}
}
