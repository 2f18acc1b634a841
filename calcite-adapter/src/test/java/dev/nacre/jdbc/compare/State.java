package dev.nacre.jdbc.compare;

import java.sql.SQLException;

/** A way to make an object that a method is called on. */
record State(String name, Maker maker) {
    /** Makes the object. */
    interface Maker {
        Object make(Side side) throws SQLException;
    }
}
