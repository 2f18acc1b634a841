package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** The steps that most attacks begin with. */
final class Steps {
    /** What functions get that should be stopped soon. */
    static final String SOON = " WITH (call_timeout = '100 ms')";

    /** What they get when nothing but a cancellation should stop them. */
    static final String LATE = " WITH (call_timeout = '1 h')";

    private Steps() {}

    /** Makes component EVIL of a guest. */
    static Strike component(String guest) {
        return component(EvilGuests.bytes(guest));
    }

    /** Makes component EVIL. */
    static Strike component(byte[] bytes) {
        return component(bytes, "");
    }

    /** Makes component EVIL, with more behind it. */
    static Strike component(byte[] bytes, String options) {
        return Strike.administrator("CREATE COMPONENT EVIL FROM ?" + options, bytes);
    }

    /** Makes a function of an export of component EVIL. */
    static Strike function(String name, String export) {
        return function(name, export, "");
    }

    /** Makes a function, with more behind it. */
    static Strike function(String name, String export, String options) {
        return Strike.administrator(
                "CREATE FUNCTION " + name + " LANGUAGE WASM FROM EVIL EXPORT '" + export + "'" + options);
    }

    /** Makes component EVIL and functions of exports, which have their names but for the interface, with {@code _}. */
    static List<Strike> functions(String guest, String... exports) {
        return Stream.concat(
                        Stream.of(component(guest)), Stream.of(exports).map(export -> function(nameOf(export), export)))
                .toList();
    }

    private static String nameOf(String export) {
        return export.substring(export.indexOf('#') + 1).replace('-', '_');
    }

    /** A statement that is to be refused. */
    static Strike refused(String sql, String... states) {
        return Strike.administrator(sql).expecting(Expectation.refusal(states));
    }

    /** A statement of the user without rights that is to be refused. */
    static Strike refusedToUser(String sql, String... states) {
        return Strike.user(sql).expecting(Expectation.refusal(states));
    }

    /** A query that is to give one value. */
    static Strike gives(String sql, Object value) {
        return Strike.administrator(sql).expecting(Expectation.value(value));
    }

    /** A statement that may do what it likes within its bounds. */
    static Strike contained(String sql) {
        return Strike.administrator(sql).expecting(Expectation.containment());
    }
}
