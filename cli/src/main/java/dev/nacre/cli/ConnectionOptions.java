package dev.nacre.cli;

import dev.nacre.jdbc.NacreDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which database, as whom. A password is never an argument, which every user of the machine can read: it comes from the
 * environment, from the terminal, or, as H2 has it, with the URL.
 */
final class ConnectionOptions {
    static final String PASSWORD_VARIABLE = "NACRE_PASSWORD";

    private static final String DEFAULT_URL = "jdbc:nacre:h2:mem:";
    private static final String URL_PREFIX = "jdbc:nacre:h2:";

    @Option(
            names = "--url",
            paramLabel = "JDBC-URL",
            defaultValue = DEFAULT_URL,
            description = "The database; default: ${DEFAULT-VALUE}, a new one in memory.")
    private String url = DEFAULT_URL;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER",
            description = "The user; the password comes from the environment variable " + PASSWORD_VARIABLE + ".")
    private @Nullable String user;

    @Option(names = "--password", description = "Ask for the password on the terminal.")
    private boolean ask;

    Connection open(Terminal terminal) throws SQLException {
        if (!url.startsWith(URL_PREFIX)) {
            throw CommandException.usage(
                    "--url: expected a URL that begins with " + URL_PREFIX + ", found '" + withoutSettings() + "'");
        }
        NacreDataSource source = new NacreDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password(terminal).orElse(null));
        return source.getConnection();
    }

    /** Leaves out what may hold a password. */
    private String withoutSettings() {
        return url.split(";", 2)[0];
    }

    private Optional<String> password(Terminal terminal) {
        return ask
                ? Optional.of(asked(terminal))
                : Optional.ofNullable(terminal.environment().get(PASSWORD_VARIABLE));
    }

    private static String asked(Terminal terminal) {
        return terminal.passwords()
                .apply("Password: ")
                .map(String::new)
                .orElseThrow(() -> CommandException.usage(
                        "--password: there is no terminal to ask on; set " + PASSWORD_VARIABLE + " instead"));
    }
}
