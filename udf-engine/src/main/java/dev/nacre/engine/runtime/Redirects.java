package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Remapper;

/**
 * Where compiled code is led: which classes stand for Chicory's, which methods for those of its helpers, and what else
 * compiled code may refer to. Whatever is not known here is refused.
 */
final class Redirects extends Remapper {
    /** The one Chicory class that compiled code keeps calling: numbers in, numbers out. */
    static final String ARITHMETIC = "com/dylibso/chicory/runtime/OpcodeImpl";

    private static final String CHICORY = "com/dylibso/chicory/runtime/";

    private static final Map<String, String> CLASSES = Map.of(
            CHICORY + "Memory",
            Type.getInternalName(LinearMemory.class),
            CHICORY + "Instance",
            Type.getInternalName(CoreInstance.class),
            CHICORY + "TableInstance",
            Type.getInternalName(CoreTable.class),
            CHICORY + "WasmException",
            Type.getInternalName(GuestException.class),
            CHICORY + "Machine",
            Type.getInternalName(GuestCode.class),
            "com/dylibso/chicory/wasm/types/Element",
            "java/lang/Object");

    private static final Set<String> LED_OWNERS = Set.of(
            GuestNames.SHADED,
            ARITHMETIC,
            "com/dylibso/chicory/wasm/types/Value",
            Type.getInternalName(CoreInstance.class),
            Type.getInternalName(CoreTable.class));

    private static final Set<String> NAMED =
            Set.of("java/lang/Object", "java/lang/StackOverflowError", "java/lang/Throwable");

    private static final Map<String, String> SUPPORT = support();

    static final Redirects INSTANCE = new Redirects();

    private Redirects() {
        super(org.objectweb.asm.Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
        return CLASSES.getOrDefault(internalName, internalName);
    }

    /** Tells whether calls to methods of a class are led to ours. */
    static boolean leads(String owner) {
        return LED_OWNERS.contains(owner);
    }

    /**
     * Finds our class that has a static method.
     *
     * @param descriptor after class names were replaced
     * @return the internal name, or Chicory's arithmetic
     */
    static String supporting(String owner, String name, String descriptor) {
        String ours = SUPPORT.get(name + descriptor);
        if (ours != null) {
            return ours;
        }
        if (owner.equals(ARITHMETIC) && isArithmetic(descriptor)) {
            return owner;
        }
        throw refused(owner + "." + name + descriptor);
    }

    /** Returns whether compiled code may call a method or use a field, once it went through the class pass. */
    static boolean allows(String owner, String name, String descriptor) {
        return owner.equals(SUPPORT.get(name + descriptor))
                || (owner.equals(ARITHMETIC) && isArithmetic(descriptor))
                || keeps(owner, name);
    }

    /**
     * Returns whether compiled code may name a class, once it went through the class pass. That gives it none of the class's
     * methods; it catches stack overflows, and throwables stand in the frames of code that is never reached.
     */
    static boolean allowsClass(String name) {
        return name.startsWith(GuestNames.MAIN)
                || name.equals(ARITHMETIC)
                || CLASSES.containsValue(name)
                || SUPPORT.containsValue(name)
                || NAMED.contains(name);
    }

    /** Returns what compiled code relies on, for telling versions apart. */
    static String supported() {
        return new TreeSet<>(SUPPORT.keySet()).toString();
    }

    /** Checks a call that is not led anywhere: within the module, and a few of the JDK. */
    static void checkKept(String owner, String name) {
        if (!keeps(owner, name)) {
            throw refused(owner + "." + name);
        }
    }

    private static boolean keeps(String owner, String name) {
        boolean own = owner.startsWith(GuestNames.MAIN);
        boolean constructor = owner.equals("java/lang/Object") && name.equals("<init>");
        boolean payload = owner.equals(Type.getInternalName(GuestException.class)) && name.equals("args");
        return own || constructor || payload;
    }

    static EngineException refused(String what) {
        return new EngineException(
                ErrorCode.UNSUPPORTED_FEATURE,
                "compiled code needs " + what
                        + ", which this engine does not run; build the guest for WebAssembly 2.0");
    }

    private static boolean isArithmetic(String descriptor) {
        return descriptor.indexOf('L') < 0 && descriptor.indexOf('[') < 0;
    }

    private static Map<String, String> support() {
        Map<String, String> methods = new HashMap<>();
        for (Class<?> support :
                List.of(GuestCalls.class, GuestMemory.class, GuestMeter.class, GuestNumbers.class, GuestTables.class)) {
            for (Method method : support.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    methods.put(method.getName() + Type.getMethodDescriptor(method), Type.getInternalName(support));
                }
            }
        }
        return Map.copyOf(methods);
    }
}
