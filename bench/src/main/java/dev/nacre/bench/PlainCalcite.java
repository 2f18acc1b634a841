package dev.nacre.bench;

import dev.nacre.bench.peers.CalciteMask;
import dev.nacre.bench.peers.JavaFunctions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;

/** Calcite's own driver over its JDBC adapter over H2, with Java functions in its root schema. */
final class PlainCalcite {
    private static final String PAYLOADS = "WRAPPED_PAYLOADS";

    private PlainCalcite() {}

    static Contender open(String h2Url) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:calcite:");
        CalciteConnection calcite = connection.unwrap(CalciteConnection.class);
        SchemaPlus root = calcite.getRootSchema();
        DataSource source = JdbcSchema.dataSource(h2Url, "org.h2.Driver", null, null);
        root.add("H2", JdbcSchema.create(root, "H2", source, null, "PUBLIC"));
        root.add(PAYLOADS, new PayloadTable(source));
        addFunctions(root);
        calcite.setSchema("H2");
        return new Contender("Calcite", connection, "JAVA", PAYLOADS);
    }

    private static void addFunctions(SchemaPlus root) {
        root.add("JAVA_SCALE", ScalarFunctionImpl.create(JavaFunctions.class, "scale"));
        root.add("JAVA_SCALE_LONG", ScalarFunctionImpl.create(JavaFunctions.class, "scaleLong"));
        root.add("JAVA_MASK", ScalarFunctionImpl.create(CalciteMask.class, "mask"));
    }
}
