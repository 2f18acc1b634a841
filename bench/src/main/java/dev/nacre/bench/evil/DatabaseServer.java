package dev.nacre.bench.evil;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.h2.tools.Server;

/** The process that has the databases when the attacked one has not: H2 alone, for connections from this machine. */
public final class DatabaseServer {
    private DatabaseServer() {}

    /**
     * Serves until its standard input ends, and says on its standard output at which port.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (InputStream orders = new FileInputStream(FileDescriptor.in)) {
            output.println(Line.of(Line.Word.READY, server.getPort()).text());
            while (orders.read() >= 0) {
                // there are none
            }
        } finally {
            server.stop();
        }
    }
}
