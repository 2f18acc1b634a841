package dev.nacre.h2.catalog;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The servers that this JVM's administrator may log in to. A client's URL names its server, and whoever runs that one sees
 * what is sent for a login.
 *
 * @param servers each {@code scheme://host:port}
 */
record AdministeredServers(Set<String> servers) {
    /** Lists servers as URLs of H2 name them, such as {@code tcp://db:9092, ssl://other}. */
    static final String PROPERTY = "nacre.admin.servers";

    private static final String URL = "jdbc:h2:";
    private static final Set<String> REMOTE = Set.of("tcp:", "ssl:");
    private static final String STANDARD_PORT = ":9092";

    AdministeredServers {
        servers = Set.copyOf(servers);
    }

    /** Returns what the JVM's property lists; none where it is not set. */
    static AdministeredServers read() {
        return new AdministeredServers(
                Stream.of(System.getProperty(PROPERTY, "").split(",", -1))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .map(AdministeredServers::normal)
                        .collect(toUnmodifiableSet()));
    }

    /**
     * Returns whether all servers of a database are listed.
     *
     * @param url H2's, without settings
     */
    boolean contain(String url) {
        return servers.containsAll(of(url));
    }

    /** Returns the servers that a URL names: of a cluster several; its own text for one that names none. */
    static Set<String> of(String url) {
        String name = url.substring(URL.length());
        int scheme = name.indexOf(':') + 1;
        int begin = name.startsWith("//", scheme) ? scheme + 2 : scheme;
        int end = name.indexOf('/', begin);
        if (end < 0 || !REMOTE.contains(name.substring(0, scheme))) {
            return Set.of(name);
        }
        return Stream.of(name.substring(begin, end).split(",", -1))
                .map(host -> normal(name.substring(0, scheme) + "//" + host.strip()))
                .collect(toUnmodifiableSet());
    }

    private static String normal(String server) {
        boolean hasPort = server.lastIndexOf(':') > Math.max(server.indexOf("://"), server.lastIndexOf(']'));
        return (hasPort ? server : server + STANDARD_PORT).toLowerCase(Locale.ROOT);
    }
}
