package dev.nacre.samples.fleet;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A pool of connections to one URL, its tables brought up to date, and the mapping of entities. Safe for threads. */
public final class FleetDatabase implements AutoCloseable {
    private static final String LOCATION = "classpath:dev/nacre/samples/fleet/";
    private static final int POOL_SIZE = 4;
    private static final int BATCH_SIZE = 20;

    private final HikariDataSource pool;
    private final EntityManagerFactory entities;

    private FleetDatabase(HikariDataSource pool, EntityManagerFactory entities) {
        this.pool = pool;
        this.entities = entities;
    }

    /**
     * Opens a database and brings its tables up to date.
     *
     * @param url a JDBC URL
     */
    public static FleetDatabase open(String url) {
        return open(url, LOCATION + "migrations");
    }

    /**
     * Opens a database, brings its tables up to date and makes the functions that read payloads.
     *
     * @param url a JDBC URL of a database with WebAssembly functions
     */
    public static FleetDatabase openWithFunctions(String url) {
        return open(url, LOCATION + "migrations", LOCATION + "functions");
    }

    private static FleetDatabase open(String url, String... migrations) {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(url);
        configuration.setUsername("sa");
        configuration.setPassword("");
        configuration.setMaximumPoolSize(POOL_SIZE);
        HikariDataSource pool = new HikariDataSource(configuration);
        try {
            Flyway.configure().dataSource(pool).locations(migrations).load().migrate();
            return new FleetDatabase(pool, map(pool));
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static EntityManagerFactory map(DataSource pool) {
        return new PersistenceConfiguration("fleet")
                .managedClass(Alert.class)
                .managedClass(Device.class)
                .managedClass(Site.class)
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.hbm2ddl.auto", "validate")
                .property("hibernate.jdbc.batch_size", BATCH_SIZE)
                .property("hibernate.order_inserts", true)
                .property("hibernate.jdbc.time_zone", "UTC")
                .createEntityManagerFactory();
    }

    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    EntityManager entityManager() {
        return entities.createEntityManager();
    }

    void inTransaction(Consumer<EntityManager> work) {
        entities.runInTransaction(work);
    }

    <T> T callInTransaction(Function<EntityManager, T> work) {
        return entities.callInTransaction(work);
    }

    /** Closes the mapping and the pool's connections. */
    @Override
    public void close() {
        entities.close();
        pool.close();
    }
}
