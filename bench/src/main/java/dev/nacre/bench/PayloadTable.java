package dev.nacre.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.calcite.DataContext;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The payloads of H2 as a table of Calcite. Its JDBC adapter hands binary columns on as {@code byte[]} where the code that
 * it generates expects a {@link ByteString}: a function over one fails with a ClassCastException in Calcite 1.42.
 */
final class PayloadTable extends AbstractTable implements ScannableTable {
    private final DataSource source;

    PayloadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        return types.builder().add("PAYLOAD", SqlTypeName.VARBINARY).build();
    }

    @Override
    public Enumerable<Object[]> scan(DataContext root) {
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Object[]> enumerator() {
                return Payloads.open(source);
            }
        };
    }

    /** One pass over the table. */
    private record Payloads(Connection connection, Statement statement, ResultSet rows, Object[] current)
            implements Enumerator<Object[]> {

        static Payloads open(DataSource source) {
            try {
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT PAYLOAD FROM PAYLOADS");
                return new Payloads(connection, statement, rows, new Object[1]);
            } catch (SQLException failure) {
                throw new BenchmarkException("the payloads could not be read", failure);
            }
        }

        @Override
        public boolean moveNext() {
            try {
                boolean more = rows.next();
                if (more) {
                    current[0] = new ByteString(rows.getBytes(1));
                }
                return more;
            } catch (SQLException failure) {
                throw new BenchmarkException("the payloads could not be read on", failure);
            }
        }

        @Override
        public void reset() {
            throw new UnsupportedOperationException("payloads are read once");
        }

        @Override
        public void close() {
            try (connection;
                    statement;
                    rows) {
                current[0] = null;
            } catch (SQLException failure) {
                throw new BenchmarkException("the payloads could not be closed", failure);
            }
        }
    }
}
