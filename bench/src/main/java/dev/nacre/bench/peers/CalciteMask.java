package dev.nacre.bench.peers;

import java.sql.SQLException;
import org.apache.calcite.avatica.util.ByteString;

/** {@link JavaFunctions#mask} in Calcite's form of binary values, which copies on the way in and out. */
public final class CalciteMask {
    private CalciteMask() {}

    /**
     * Returns the payload with every byte XOR 0xAA, and logs twice.
     *
     * @throws SQLException when the payload is empty
     */
    public static ByteString mask(ByteString payload) throws SQLException {
        return new ByteString(JavaFunctions.mask(payload.getBytes()));
    }
}
