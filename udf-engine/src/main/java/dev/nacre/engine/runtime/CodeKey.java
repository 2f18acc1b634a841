package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.BodyMeasures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The name of compiled code in the cache: a digest of all that it depends on. Code that was made in another way has another
 * name, so it is never found.
 */
final class CodeKey {
    /** The version of Chicory, whose compiler writes the classes. */
    static final String CHICORY = "1.7.5";

    /** Whose code decides what the classes look like, or is called by them. */
    private static final List<Class<?>> MAKERS = List.of(
            ClassPass.class,
            CompiledCode.class,
            CoreCompiler.class,
            DispatchPass.class,
            ExtraLocals.class,
            FunctionPass.class,
            GuestNames.class,
            HelperPass.class,
            MethodSurvey.class,
            RedirectPass.class,
            Redirects.class,
            Referable.class);

    private static final byte[] VERSIONS = versions(CodeKey::classFile);

    private CodeKey() {}

    /** Returns 64 hexadecimal digits for a module. */
    static String of(byte[] bytes, int offset, int length) {
        MessageDigest digest = sha256();
        digest.update(VERSIONS);
        digest.update(bytes, offset, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns a digest of all that code depends on beside the module.
     *
     * @param classFile gives the bytes of a class of ours: so nobody has to remember a version number when one changes
     */
    static byte[] versions(Function<Class<?>, byte[]> classFile) {
        MessageDigest digest = sha256();
        List.of(
                        "format " + CodeEntry.VERSION,
                        "chicory " + CHICORY,
                        "class files " + System.getProperty("java.class.version"),
                        "functions in a class " + GuestNames.FUNCTIONS_PER_CLASS,
                        "support " + Redirects.supported())
                .forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
        Stream.concat(MAKERS.stream(), BodyMeasures.readers().stream())
                .flatMap(maker -> Stream.concat(Stream.of(maker), Stream.of(maker.getDeclaredClasses())))
                .sorted(Comparator.comparing(Class::getName))
                .forEach(maker -> digest.update(classFile.apply(maker)));
        return digest.digest();
    }

    /** Returns the bytes of a class file. */
    static byte[] classFile(Class<?> type) {
        try (InputStream file = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return file == null ? new byte[0] : file.readAllBytes();
        } catch (IOException failure) {
            throw new EngineException(ErrorCode.INTERNAL, "a class of the engine cannot be read: " + failure, failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new EngineException(ErrorCode.INTERNAL, "this JVM has no SHA-256", impossible);
        }
    }
}
