package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nacre.engine.CodeCache;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.core.BodyMeasures;
import dev.nacre.engine.core.CoreValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that comes from disk, and what becomes of entries that are not as they were written. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions, so the cache is off")
class CodeStoreTest {
    private static final int BR_TABLE = 0x0E;
    private static final int I32_EXTEND8_S = 0xC0;
    private static final byte[] ADDS_ONE = adding(1);
    private static final byte[] ADDS_TWO = adding(2);

    @TempDir
    private Path home;

    private CodeCache place;

    @BeforeEach
    void choosePlace() {
        place = CodeCache.of(home.resolve("cache"), home.resolve("key"));
    }

    /** A module with memory, data, a table with an element, a global, a start function and many classes. */
    private static byte[] adding(int number) {
        ModuleBuilder module = new ModuleBuilder();
        int type = module.type(Guest.INT_TO_INT);
        int nothing = module.type(Guest.NOTHING);
        module.memory(1, 1);
        module.data(8, "data");
        module.table(1, 1);
        int counter = module.global(CoreValueType.I32, true, new Code().i32(100));
        int add = module.function(type, new Code().get(0).i32(number).op(Op.I32_ADD));
        for (int i = 0; i < 200; i++) {
            module.function(type, new Code().get(0).call(add + i));
        }
        module.elements(0, add);
        module.export("add", ModuleBuilder.FUNCTION, add + 200);
        module.exported("indirect", Guest.INT_TO_INT, new Code().get(0).i32(0).callIndirect(type, 0));
        module.exported("load", Guest.INT_TO_INT, new Code().get(0).access(Op.I32_LOAD8_U, 0));
        module.exported("count", Guest.TO_INT, new Code().global(counter));
        module.start(module.function(nothing, new Code().i32(101).setGlobal(counter)));
        return module.build();
    }

    private CompiledModule compile(byte[] module) {
        return compile(module, Limits.specification());
    }

    private CompiledModule compile(byte[] module, Limits limits) {
        ScreenedModule screened =
                ScreenedModule.read(module, 0, module.length, limits, CodeStore.open(place), CompileDeadline.NONE);
        return CoreCompiler.compile(screened, CompileDeadline.within(Duration.ofMinutes(5)));
    }

    private void assertRuns(byte[] module, int number) {
        CoreInstance instance = compile(module).instantiate(List.of(), Guest.context());

        assertThat(Guest.callInt(instance, "add", 40)).isEqualTo(40 + number);
        assertThat(instance.function("add").as(IntUnaryOperator.class).applyAsInt(40))
                .isEqualTo(40 + number);
        assertThat(Guest.callInt(instance, "indirect", 40)).isEqualTo(40 + number);
        assertThat(Guest.callInt(instance, "load", 8)).isEqualTo('d');
        assertThat(Guest.callInt(instance, "count")).isEqualTo(101);
    }

    private Path file(byte[] module) {
        return place.folder().resolve(CodeKey.of(module, 0, module.length) + ".code");
    }

    private Object inode(byte[] module) throws IOException {
        return Files.getAttribute(file(module), "unix:ino");
    }

    private CompiledCode entry(byte[] module) throws IOException {
        byte[] signed = Files.readAllBytes(file(module));
        return CodeEntry.read(Arrays.copyOfRange(signed, 32, signed.length)).orElseThrow();
    }

    /** Writes an entry as only who knows the key can. */
    private void forge(byte[] module, byte[] content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Files.readAllBytes(place.keyFile()), "HmacSHA256"));
        mac.update(CodeKey.of(module, 0, module.length).getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) 0);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(mac.doFinal(content));
        signed.writeBytes(content);
        Files.write(file(module), signed.toByteArray());
    }

    private void forge(byte[] module, Map<String, byte[]> classes) throws Exception {
        CompiledCode written = entry(module);
        forge(
                module,
                CodeEntry.write(new CompiledCode(
                        classes, written.functionsPerClass(), written.longFunctions(), written.bodies())));
    }

    /** Loads a module whose entry somebody changed, and checks that it runs and that the entry is as before. */
    private void assertRebuilt(byte[] module, int number, byte[] whole) throws IOException {
        assertThat(Files.readAllBytes(file(module))).isNotEqualTo(whole);
        assertRuns(module, number);
        assertThat(Files.readAllBytes(file(module))).isEqualTo(whole);
        Object rebuilt = inode(module);
        assertRuns(module, number);
        assertThat(inode(module)).as("found again").isEqualTo(rebuilt);
    }

    @Test
    void codeFromDiskDoesWhatCompiledCodeDoes() throws IOException {
        assertRuns(ADDS_ONE, 1);
        Object written = inode(ADDS_ONE);

        assertRuns(ADDS_ONE, 1);
        assertRuns(ADDS_TWO, 2);

        assertThat(inode(ADDS_ONE)).isEqualTo(written);
        try (Stream<Path> files = Files.list(place.folder())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void slowFunctionsAreKnownOfCodeFromDisk() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported(
                "f",
                Guest.INT_TO_INT,
                new Code()
                        .repeat(3_000, new Code().get(0).i32(1).op(Op.I32_ADD).set(0))
                        .get(0));
        byte[] bytes = module.name(0, "long").build();

        List<String> compiled = compile(bytes).slowFunctions();

        assertThat(compiled).hasSize(1);
        assertThat(compile(bytes).slowFunctions()).isEqualTo(compiled);
    }

    @Test
    void damagedEntriesAreRebuilt() throws Exception {
        assertRuns(ADDS_ONE, 1);
        byte[] whole = Files.readAllBytes(file(ADDS_ONE));

        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(file(ADDS_ONE), flipped);
        assertRebuilt(ADDS_ONE, 1, whole);
        Files.write(file(ADDS_ONE), Arrays.copyOf(whole, whole.length / 2));
        assertRebuilt(ADDS_ONE, 1, whole);
        Files.write(file(ADDS_ONE), new byte[0]);
        assertRebuilt(ADDS_ONE, 1, whole);
    }

    @Test
    void theEntryOfAnotherModuleIsRebuilt() throws Exception {
        assertRuns(ADDS_ONE, 1);
        assertRuns(ADDS_TWO, 2);
        byte[] whole = Files.readAllBytes(file(ADDS_ONE));
        Files.write(file(ADDS_ONE), Files.readAllBytes(file(ADDS_TWO)));

        assertRebuilt(ADDS_ONE, 1, whole);
    }

    @Test
    void theEntryOfAnotherVersionIsRebuilt() throws Exception {
        assertRuns(ADDS_ONE, 1);
        byte[] whole = Files.readAllBytes(file(ADDS_ONE));
        byte[] content = Arrays.copyOfRange(whole, 32, whole.length);
        content[5]++;
        forge(ADDS_ONE, content);

        assertRebuilt(ADDS_ONE, 1, whole);
    }

    @Test
    void entriesSignedWithAnotherKeyAreRebuilt() throws Exception {
        assertRuns(ADDS_ONE, 1);
        byte[] whole = Files.readAllBytes(file(ADDS_ONE));
        Files.delete(place.keyFile());

        Object before = inode(ADDS_ONE);
        assertRuns(ADDS_ONE, 1);
        assertThat(inode(ADDS_ONE)).isNotEqualTo(before);
        assertThat(Files.readAllBytes(file(ADDS_ONE))).isNotEqualTo(whole);
    }

    /** Row B10 of the threats: who got hold of the key gets no further than what compiled code may do. */
    @Test
    void aClassThatRunsAProgramIsNeverDefined() throws Exception {
        assertRuns(ADDS_ONE, 1);
        byte[] whole = Files.readAllBytes(file(ADDS_ONE));
        Path proof = home.resolve("proof");
        Map<String, byte[]> classes = new HashMap<>(entry(ADDS_ONE).classes());
        classes.put(
                "dev.nacre.guest.ModuleExtra", ForgedClass.of(GuestNames.MAIN + "Extra", code -> exec(code, proof)));
        forge(ADDS_ONE, classes);

        assertRebuilt(ADDS_ONE, 1, whole);
        assertThat(proof).doesNotExist();
    }

    private static void exec(MethodVisitor code, Path proof) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Runtime", "getRuntime", "()Ljava/lang/Runtime;", false);
        code.visitLdcInsn("touch " + proof);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/Runtime", "exec", "(Ljava/lang/String;)Ljava/lang/Process;", false);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Process", "waitFor", "()I", false);
    }

    @Test
    void classesThatTheJvmDoesNotTakeAreRebuilt() throws Exception {
        assertRuns(ADDS_ONE, 1);
        byte[] whole = Files.readAllBytes(file(ADDS_ONE));
        Map<String, byte[]> classes = entry(ADDS_ONE).classes();

        Map<String, byte[]> unverifiable = new HashMap<>(classes);
        unverifiable.put(
                "dev.nacre.guest.ModuleExtra",
                ForgedClass.of(GuestNames.MAIN + "Extra", code -> code.visitInsn(Opcodes.IADD)));
        forge(ADDS_ONE, unverifiable);
        assertRebuilt(ADDS_ONE, 1, whole);

        Map<String, byte[]> lacking = new HashMap<>(classes);
        lacking.remove(GuestNames.mainClass());
        forge(ADDS_ONE, lacking);
        assertRebuilt(ADDS_ONE, 1, whole);

        Map<String, byte[]> another = new HashMap<>(classes);
        another.put(GuestNames.mainClass(), ForgedClass.of(GuestNames.MAIN, code -> {}));
        forge(ADDS_ONE, another);
        assertRebuilt(ADDS_ONE, 1, whole);
    }

    /** One of every cap on bodies that a module can come to. */
    private static byte[] busy() {
        ModuleBuilder module = new ModuleBuilder();
        Code code = new Code().locals(3, CoreValueType.I32);
        code.block().block().get(0).op(BR_TABLE, 2, 0, 1, 0).end().end().get(1);
        module.exported("f", Guest.INT_TO_INT, code);
        return module.build();
    }

    private Throwable refusal(byte[] module, Limits limits) {
        return catchThrowable(() -> compile(module, limits));
    }

    /** The bodies of a module with code in the cache are not read, but what was found of them counts. */
    @Test
    void codeFromDiskIsHeldToTheLimitsOfTheLoad() {
        byte[] module = busy();
        compile(module, Limits.specification());
        Map<Setting, Long> most = ScreenedModule.read(module, 0, module.length, Limits.specification())
                .facts()
                .bodies()
                .most();
        assertThat(most.values()).hasSize(6).allMatch(found -> found > 0);

        most.forEach((setting, found) -> {
            compile(module, Limits.specification().with(setting, found));
            Limits tooTight = Limits.specification().with(setting, found - 1);
            assertThat(refusal(module, tooTight))
                    .as(setting.key())
                    .isInstanceOf(EngineException.class)
                    .hasMessage(catchThrowable(() -> ScreenedModule.read(module, 0, module.length, tooTight))
                            .getMessage());
        });
    }

    @Test
    void codeFromDiskIsHeldToTheFeaturesOfTheLoad() {
        ModuleBuilder builder = new ModuleBuilder();
        builder.exported("f", Guest.INT_TO_INT, new Code().get(0).op(I32_EXTEND8_S));
        byte[] module = builder.build();
        compile(module, Limits.specification());

        assertThat(refusal(module, Limits.specification().withFeatures(Set.of())))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("function 0 uses sign extension");
    }

    /** Who knows the key can say that bodies pass; they are read all the same before anything is made of them. */
    @Test
    void bodiesAreReadBeforeTheyAreCompiledAfterAll() throws Exception {
        byte[] module = busy();
        compile(module, Limits.specification());
        CompiledCode written = entry(module);
        Map<String, byte[]> lacking = new HashMap<>(written.classes());
        lacking.remove(GuestNames.mainClass());
        forge(
                module,
                CodeEntry.write(new CompiledCode(
                        lacking,
                        written.functionsPerClass(),
                        written.longFunctions(),
                        new BodyMeasures(Map.of(), Set.of()))));

        assertThat(refusal(module, Limits.specification().with(Setting.FUNCTION_LOCALS, 2)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("setting function_locals");
    }

    @Test
    void theNameIsOfTheModuleAloneWhereverItStandsAndOfMoreThanItsBytes() throws Exception {
        byte[] around = new byte[ADDS_ONE.length + 20];
        System.arraycopy(ADDS_ONE, 0, around, 9, ADDS_ONE.length);
        String key = CodeKey.of(ADDS_ONE, 0, ADDS_ONE.length);

        assertThat(CodeKey.of(around, 9, ADDS_ONE.length)).isEqualTo(key);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ADDS_ONE)))
                .as("the name without versions")
                .isNotEqualTo(key);
    }

    /** The name has the version of the compiler, so the version has to be the one that is there. */
    @Test
    void knowsTheVersionOfTheCompiler() {
        assertThat(com.dylibso.chicory.compiler.internal.Compiler.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .endsWith("/compiler-" + CodeKey.CHICORY + ".jar");
    }
}
