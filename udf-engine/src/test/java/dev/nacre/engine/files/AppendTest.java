package dev.nacre.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.FileGrants;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.sandbox.Meter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where appended bytes go when others work on the folder meanwhile. */
@EnabledOnOs(OS.LINUX)
class AppendTest {
    private static final OpenRequest WRITE = new OpenRequest(true, true, false, false, false, false, true, false);

    @TempDir
    Path temporary;

    private GuestFolders folders = new GuestFolders(Meter.unlimited(), new FileGrants(List.of(), 0, 0));

    @BeforeEach
    void grant() throws IOException {
        FolderGrant grant = new FolderGrant("/data", temporary.toRealPath(), FolderAccess.READ_WRITE);
        folders = new GuestFolders(Meter.unlimited(), new FileGrants(List.of(grant), 10, 10_000));
    }

    @AfterEach
    void close() {
        folders.close();
    }

    private OpenFile file() throws FileFailure {
        return (OpenFile) folders.open().get(0).open("file", WRITE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void appendsBehindWhatOthersAppended() throws IOException, FileFailure {
        OpenFile file = file();

        file.append(bytes("one"));
        Files.writeString(temporary.resolve("file"), "two", StandardOpenOption.APPEND);
        file.append(bytes("three"));
        Files.writeString(temporary.resolve("file"), "");
        file.append(bytes("four"));

        assertThat(temporary.resolve("file")).hasContent("four");
    }

    @Test
    void appendsToTheFileAndNotToItsName() throws IOException, FileFailure {
        OpenFile first = file();
        OpenFile second = file();
        second.append(bytes("1"));
        Files.move(temporary.resolve("file"), temporary.resolve("moved"));
        Files.writeString(temporary.resolve("file"), "another");

        first.append(bytes("2"));
        second.append(bytes("3"));

        assertThat(temporary.resolve("file")).hasContent("another");
        assertThat(temporary.resolve("moved")).hasContent("123");
    }

    @Test
    void appendsNoMoreThanAllowed() throws FileFailure {
        OpenFile file = file();
        file.append(new byte[5_904]);

        assertThatThrownBy(() -> file.append(new byte[1]))
                .isInstanceOfSatisfying(
                        FileFailure.class,
                        failure -> assertThat(failure.error()).isEqualTo(FileError.QUOTA));
    }

    @Test
    void appendsNothingToWhatIsReadAlone() throws IOException, FileFailure {
        Files.createFile(temporary.resolve("file"));
        OpenRequest read = new OpenRequest(true, false, false, false, false, true, false, false);
        OpenFile file = (OpenFile) folders.open().get(0).open("file", read);

        assertThatThrownBy(() -> file.append(new byte[1])).hasMessage("bad-descriptor");
    }
}
