package dev.nacre.ddl;

import dev.nacre.functions.grants.FolderList;
import dev.nacre.h2.catalog.Administration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * Which files a statement may bring components from. Those in the folders that whoever started the JVM lists; where nobody lists
 * any, an administrator of a database in this process may name any file, whom H2 lets read them, too, and others none.
 *
 * @param isListed whether folders are listed
 * @param mayNameAny whether the user may name any file where none are
 * @param folders the listed ones
 */
record FilePolicy(boolean isListed, boolean mayNameAny, FolderList folders) {
    /** Names the property of the JVM that lists the folders. */
    static final String PROPERTY = "nacre.file_folders";

    static FilePolicy of(Connection connection) throws SQLException {
        boolean isListed = System.getProperty(PROPERTY) != null;
        boolean isEmbedded = connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal;
        return new FilePolicy(
                isListed,
                !isListed && isEmbedded && Administration.isAdministrator(connection),
                FolderList.ofProperty(PROPERTY));
    }

    /** Returns whether a file may be looked for; nothing is told about others, not even whether they are there. */
    boolean mayBe(Path written) {
        return mayNameAny || folders.mayContain(written);
    }

    /** Returns whether a file may be read that was found. */
    boolean allows(Path real) {
        return mayNameAny || folders.contains(real);
    }

    /** Returns whether it may be told that a file is not there: not of what a link leads to outside of the folders. */
    boolean mayTell(Path written) {
        for (Path path = written.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isSymbolicLink(path)) {
                return mayNameAny;
            }
            try {
                return allows(path.toRealPath());
            } catch (NoSuchFileException none) {
                continue; // the folder around it may be there
            } catch (IOException | SecurityException unreadable) {
                return false;
            }
        }
        return false;
    }

    /** Returns what is expected of a file, for a message. */
    String expected() {
        return isListed
                ? "expected a file in one of the folders that the JVM's property " + PROPERTY + " lists"
                : "expected a user with ADMIN rights in a database of this JVM, or folders that the JVM's property "
                        + PROPERTY + " lists, to read a file";
    }
}
