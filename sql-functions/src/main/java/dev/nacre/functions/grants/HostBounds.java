package dev.nacre.functions.grants;

import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.Grants;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of this host components may be granted at all, as whoever started the JVM has said: nothing, unless said otherwise. So a
 * database that comes from elsewhere brings no rights with it. Environment variables need no leave, since their values come with
 * the grant.
 *
 * @param words CLOCK, RANDOM, or both
 * @param folders that may be granted, with all that is in them
 * @param readOnlyFolders that may be granted READ ONLY
 */
public record HostBounds(Set<String> words, FolderList folders, FolderList readOnlyFolders) {
    /** Names the property of the JVM that lists what may be granted of CLOCK and RANDOM. */
    public static final String WORDS = "nacre.grants";

    /** Names the property of the JVM that lists the folders that may be granted. */
    public static final String FOLDERS = "nacre.grants.folders";

    /** Names the property of the JVM that lists the folders that may be granted READ ONLY. */
    public static final String READ_ONLY_FOLDERS = "nacre.grants.read_only_folders";

    private static final Pattern GUEST = Pattern.compile("(/[^/\\x00]+)+");
    private static final Set<String> KNOWN = Set.of("CLOCK", "RANDOM");

    public HostBounds {
        words = Set.copyOf(words);
    }

    /**
     * Reads the properties of the JVM.
     *
     * @throws FunctionException for a word that there is not, so that nobody takes for allowed what is not
     */
    public static HostBounds read() {
        Set<String> words = new TreeSet<>();
        for (String word : System.getProperty(WORDS, "").split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip().toUpperCase(Locale.ROOT));
            }
        }
        if (!KNOWN.containsAll(words)) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_SETTING,
                    "property " + WORDS + ": expected CLOCK, RANDOM or both with a comma between them, found another"
                            + " word; start the JVM with another value");
        }
        return new HostBounds(words, FolderList.ofProperty(FOLDERS), FolderList.ofProperty(READ_ONLY_FOLDERS));
    }

    /**
     * Returns a grant as it can be kept: of a folder, its real path.
     *
     * @param subject what is granted to, for the message
     * @throws FunctionException when this JVM does not allow it, or there is no such folder
     */
    public HostGrant checked(String subject, HostGrant grant) {
        if (grant instanceof HostGrant.Directory folder) {
            requireName(subject, folder);
            Path real = real(subject, folder);
            return new HostGrant.Directory(real.toString(), folder.guest(), folder.readOnly());
        }
        if (grant instanceof HostGrant.Environment) {
            return grant;
        }
        if (!words.contains(grant.sql())) {
            throw refused(subject, grant.sql(), "start it with -D" + WORDS + "=" + grant.sql());
        }
        return grant;
    }

    /** One folder has one name, so that a second grant of the name is seen to be one. */
    private static void requireName(String subject, HostGrant.Directory folder) {
        boolean isPlain =
                folder.guest().equals("/") || GUEST.matcher(folder.guest()).matches();
        boolean hasDots =
                List.of(folder.guest().split("/")).stream().anyMatch(part -> part.equals(".") || part.equals(".."));
        if (!isPlain || hasDots) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_SETTING,
                    subject + ": expected a guest path such as '/data', without '.' and '..', found '" + folder.guest()
                            + "'");
        }
    }

    private Path real(String subject, HostGrant.Directory folder) {
        String words = "DIRECTORY ... AS '" + folder.guest() + "'" + (folder.readOnly() ? " READ ONLY" : "");
        FunctionException refusal = refused(
                subject,
                words,
                "start it with -D" + (folder.readOnly() ? READ_ONLY_FOLDERS : FOLDERS) + "=<folders> that has it");
        try {
            Path path = Path.of(folder.host());
            boolean mayBe = folders.mayContain(path) || (folder.readOnly() && readOnlyFolders.mayContain(path));
            if (!mayBe) {
                throw refusal; // nothing about other folders is looked at, and nothing told
            }
            Path real = path.toRealPath();
            if (!Files.isDirectory(real)) {
                throw missing(subject, words);
            }
            if (folders.contains(real) || (folder.readOnly() && readOnlyFolders.contains(real))) {
                return real;
            }
            throw refusal;
        } catch (InvalidPathException | IOException | SecurityException none) {
            throw missing(subject, words);
        }
    }

    private static FunctionException refused(String subject, String grant, String remedy) {
        return new FunctionException(
                FunctionErrorCode.GRANT_NOT_ALLOWED,
                subject + ": expected a grant that this JVM allows, found " + grant + "; " + remedy + ", or revoke it");
    }

    private static FunctionException missing(String subject, String grant) {
        return new FunctionException(
                FunctionErrorCode.GRANT_NOT_ALLOWED,
                subject + ": expected a folder for " + grant + ", found none; make it, or revoke the grant");
    }

    /**
     * Returns what an instance is given of the host.
     *
     * @param subject what runs, for the message
     * @param deterministic whether equal calls have to give equal results: then no clock and no chance is given
     * @throws FunctionException when this JVM does not allow it
     */
    public Grants grants(String subject, List<HostGrant> granted, boolean deterministic) {
        Grants grants = Grants.none();
        Map<String, String> environment = new LinkedHashMap<>();
        for (HostGrant grant : granted) {
            HostGrant checked = checked(subject, grant);
            if (checked instanceof HostGrant.Environment variable) {
                environment.put(variable.name(), variable.value());
            } else if (checked instanceof HostGrant.Directory folder) {
                grants = grants.withFolder(of(folder));
            } else if (!deterministic) {
                grants = checked instanceof HostGrant.Clock ? grants.withSystemClocks() : grants.withSecureRandom();
            }
        }
        return grants.withEnvironment(environment);
    }

    private static FolderGrant of(HostGrant.Directory folder) {
        return new FolderGrant(
                folder.guest(),
                Path.of(folder.host()),
                folder.readOnly() ? FolderAccess.READ_ONLY : FolderAccess.READ_WRITE);
    }
}
