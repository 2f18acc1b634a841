package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.nacre.testkit.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The data source has what H2's has, without XA, and pools work with it. */
class DataSourceTest {
    private final String database = "mem:" + UUID.randomUUID();

    private NacreDataSource source() {
        NacreDataSource source = new NacreDataSource();
        source.setUrl("jdbc:nacre:h2:" + database);
        source.setUser("owner");
        source.setPassword("secret");
        return source;
    }

    private JdbcDataSource ofH2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
        source.setUser("owner");
        source.setPassword("secret");
        return source;
    }

    @Test
    void hasThePropertiesOfH2() {
        Set<String> ofH2 = publicMethods(JdbcDataSource.class);
        ofH2.removeIf(method -> method.contains("XA"));

        assertThat(publicMethods(NacreDataSource.class)).containsAll(ofH2);
    }

    private static Set<String> publicMethods(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type && !method.isBridge())
                .map(DataSourceTest::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return method.getName() + List.of(method.getParameterTypes());
    }

    @Test
    void answersUnsetPropertiesAsH2Does() throws SQLException {
        assertThat(properties(new NacreDataSource())).isEqualTo(properties(new JdbcDataSource()));
    }

    private static List<Object> properties(Object source) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (String name : List.of(
                "getUrl",
                "getURL",
                "getUser",
                "getPassword",
                "getDescription",
                "getLoginTimeout",
                "getLogWriter",
                "getParentLogger")) {
            try {
                values.add(source.getClass().getMethod(name).invoke(source));
            } catch (ReflectiveOperationException failure) {
                throw new SQLException(failure);
            }
        }
        return values;
    }

    @Test
    void opensConnectionsOfItsUserAndOfOthers() throws SQLException {
        NacreDataSource source = source();
        try (Connection connection = source.getConnection()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("OWNER");
            Masks.execute(connection, "CREATE USER guest PASSWORD 'word'");
            try (Connection other = source.getConnection("guest", "word")) {
                assertThat(other.getMetaData().getUserName()).isEqualTo("GUEST");
            }
            assertThatFails("a wrong password", () -> source.getConnection("guest", "guess"))
                    .hasState("28000");
        }
    }

    @Test
    void opensManyConnectionsWithOnePassword() throws SQLException {
        NacreDataSource source = source();
        source.setPasswordChars(new char[] {'s', 'e', 'c'});
        source.getConnection().close();
        source.getConnection().close(); // H2 wipes what it is given

        assertThat(source.getPassword()).isEqualTo("sec");
    }

    @Test
    void refusesAnotherUrl() {
        NacreDataSource source = new NacreDataSource();
        source.setUrl("jdbc:h2:mem:");

        assertThatFails("a URL of H2's", source::getConnection)
                .hasCode(90046)
                .hasMessageContaining("must be \"jdbc:nacre:h2:{")
                .hasMessageContaining("but is \"jdbc:h2:mem:\"");
    }

    @Test
    void keepsItsProperties() throws Exception {
        NacreDataSource source = source();
        source.setDescription("readings");
        source.setLoginTimeout(7);
        source.setLogWriter(new PrintWriter(new StringWriter()));

        NacreDataSource read = (NacreDataSource) serialized(source);
        assertThat(properties(read))
                .isEqualTo(List.of(source.getUrl(), source.getUrl(), "owner", "secret", "readings", 7).stream()
                        .collect(Collectors.collectingAndThen(Collectors.toList(), DataSourceTest::withoutLogs)));
        NacreDataSource found = (NacreDataSource)
                new NacreDataSourceFactory().getObjectInstance(source.getReference(), null, null, null);
        assertThat(properties(found)).isEqualTo(properties(read));
        assertThat(new NacreDataSourceFactory().getObjectInstance(ofH2().getReference(), null, null, null))
                .isNull();
        assertThat(source.getReference().getFactoryClassName()).isEqualTo(NacreDataSourceFactory.class.getName());
    }

    private static List<Object> withoutLogs(List<Object> values) {
        List<Object> all = new ArrayList<>(values);
        all.add(null);
        all.add(null);
        return all;
    }

    private static Object serialized(Serializable object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void unwrapsAsH2Does() throws SQLException {
        NacreDataSource source = source();
        assertThat(source.unwrap(DataSource.class)).isSameAs(source);
        assertThat(source.isWrapperFor(ConnectionPoolDataSource.class)).isTrue();
        assertThat(source.isWrapperFor(null)).isFalse();
        assertThatFails("unwrap", () -> source.unwrap(String.class)).hasCode(90008);
        assertThatFails("unwrap", () -> source.unwrap(null)).hasCode(90008);
    }

    /** What a pool does with physical connections, step by step, on both drivers. */
    @Test
    void poolsAsH2Does() throws SQLException {
        assertThat(lifeOf(source())).isEqualTo(lifeOf(ofH2()));
    }

    private static List<String> lifeOf(ConnectionPoolDataSource source) throws SQLException {
        List<String> life = new ArrayList<>();
        PooledConnection pooled = source.getPooledConnection();
        pooled.addConnectionEventListener(new Listener(life));
        Connection first = pooled.getConnection();
        Masks.execute(first, "CREATE TABLE T(A INT)");
        first.setAutoCommit(false);
        Statement statement = first.createStatement();
        statement.execute("INSERT INTO T VALUES (1)");

        first.close();
        first.close();
        life.add("closed " + first.isClosed() + " valid " + first.isValid(0));
        attempt(life, () -> first.createStatement().close());
        attempt(life, () -> statement.execute("INSERT INTO T VALUES (1)"));
        Connection second = pooled.getConnection();
        life.add("rows " + Rows.single(second, "SELECT COUNT(*) FROM T") + " commits " + second.getAutoCommit());
        Connection third = pooled.getConnection();
        life.add("closed " + second.isClosed() + third.isClosed());
        attempt(life, () -> pooled.addStatementEventListener(null));
        pooled.close();
        life.add("closed " + third.isClosed());
        pooled.close();
        return life;
    }

    @Test
    void handsOutConnectionsWithTheSettingsOfTheUrl() throws SQLException {
        NacreDataSource source = source();
        source.setUrl(source.getUrl() + ";NACRE_MEMORY=8 MiB");
        PooledConnection pooled = source.getPooledConnection();
        try (Connection first = pooled.getConnection()) {
            Masks.execute(first, "SET NACRE.MEMORY = '4 MiB'");
            assertThat(memory(first)).isEqualTo("4 MiB");
        }
        try (Connection second = pooled.getConnection()) {
            assertThat(memory(second)).isEqualTo("8 MiB");
        } finally {
            pooled.close();
        }
    }

    private static Object memory(Connection connection) throws SQLException {
        return Rows.single(connection, "SELECT SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTING_NAME = 'memory'");
    }

    private interface Step {
        void take() throws SQLException;
    }

    private static void attempt(List<String> life, Step step) {
        try {
            step.take();
            life.add("done");
        } catch (SQLException failure) {
            life.add(failure.getSQLState() + " " + failure.getErrorCode() + " " + failure.getMessage());
        } catch (UnsupportedOperationException failure) {
            life.add("unsupported");
        }
    }

    private record Listener(List<String> life) implements ConnectionEventListener {
        @Override
        public void connectionClosed(ConnectionEvent event) {
            life.add("event closed");
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            life.add("event error");
        }
    }

    @Test
    void isPooledWithAllChecksOfHikari() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSourceClassName(NacreDataSource.class.getName());
        config.addDataSourceProperty("url", "jdbc:nacre:h2:" + database);
        config.setUsername("owner");
        config.setPassword("secret");
        config.setMaximumPoolSize(2);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setSchema("PUBLIC");
        config.setConnectionInitSql("CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS MARK(A INT)");
        config.setLeakDetectionThreshold(60_000);
        config.setKeepaliveTime(30_000);
        config.setValidationTimeout(1_000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            try (Connection connection = pool.getConnection()) {
                Masks.create(connection, "MASK");
                Masks.execute(connection, "CREATE TABLE T(P VARBINARY)");
                Masks.execute(connection, "INSERT INTO T VALUES (X'00')");
                assertThat(Rows.single(connection, "SELECT COUNT(*) FROM MARK")).isEqualTo(0L);
                assertThat(Rows.single(connection, "SELECT MASK(P) FROM T")).isEqualTo("aa");
                assertThat(connection.isValid(1)).isTrue();
            }
            try (Connection connection = pool.getConnection()) {
                assertThat(Rows.single(connection, "SELECT COUNT(*) FROM T"))
                        .as("the pool rolls back what was not committed")
                        .isEqualTo(0L);
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
            }
        }
    }

    @Test
    void isPooledByUrl() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:nacre:h2:" + database);
        config.setUsername("owner");
        config.setPassword("secret");
        config.setConnectionTestQuery("VALUES 1");
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection()) {
            assertThat(connection.isWrapperFor(NacreConnection.class)).isTrue();
        }
    }
}
