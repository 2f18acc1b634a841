package dev.nacre.engine.runtime;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Looks over a class from the code cache before it is defined: it may refer to the generated package, our support classes,
 * Chicory's arithmetic and no more of the JDK than the class pass lets through.
 *
 * <p>Bytecode reaches other classes through the constant pool alone, so that is what is read; what the code does with it is the
 * JVM's verifier's business.
 */
final class ClassCheck {
    private static final int UTF8 = 1;
    private static final int LEAST_NUMBER = 3;
    private static final int MOST_NUMBER = 6;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    private static final Set<String> INTERFACES = Set.of(Type.getInternalName(GuestCode.class));

    private final ClassReader reader;
    private final char[] buffer;

    private ClassCheck(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
    }

    /** Returns whether all classes may be defined. */
    static boolean passesAll(Map<String, byte[]> classes) {
        try {
            return classes.entrySet().stream().allMatch(each -> passes(each.getKey(), each.getValue()));
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    /** Returns whether bytes are a class of this name that may be defined. Nonsense gives false, or any exception. */
    static boolean passes(String name, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        return reader.getClassName().equals(name.replace('.', '/'))
                && reader.getClassName().startsWith(GuestNames.MAIN)
                && (reader.getAccess() & Opcodes.ACC_MODULE) == 0
                // calls of own methods are let through, so there must be none that it inherits
                && reader.getSuperName().equals("java/lang/Object")
                && INTERFACES.containsAll(List.of(reader.getInterfaces()))
                && new ClassCheck(reader).allItemsPass();
    }

    private boolean allItemsPass() {
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset != 0 && !passes(offset)) {
                return false;
            }
        }
        return true;
    }

    /** @param offset of an item behind its tag */
    private boolean passes(int offset) {
        int tag = reader.readByte(offset - 1);
        if (tag == CLASS) {
            return namesAllowedClass(offset);
        }
        if (tag >= FIELD && tag <= INTERFACE_METHOD) {
            return isAllowedMember(offset);
        }
        // no strings, no method handles, no constants or call sites that are computed
        return tag == UTF8 || tag == NAME_AND_TYPE || (tag >= LEAST_NUMBER && tag <= MOST_NUMBER);
    }

    private boolean namesAllowedClass(int offset) {
        String name = reader.readUTF8(offset, buffer);
        boolean numbers = name.startsWith("[") && !name.endsWith(";");
        return numbers || Redirects.allowsClass(name);
    }

    private boolean isAllowedMember(int offset) {
        String owner = reader.readClass(offset, buffer);
        int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
        String name = reader.readUTF8(nameAndType, buffer);
        return Redirects.allows(owner, name, reader.readUTF8(nameAndType + 2, buffer));
    }
}
