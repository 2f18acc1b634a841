package dev.nacre.engine.runtime;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in compiled modules, given by Chicory's compiler below a class name of our choice. */
final class GuestNames {
    /** Functions of one class at most; so few that a deadline is noticed between two classes. */
    static final int FUNCTIONS_PER_CLASS = 64;

    /** Internal name of the package of all generated classes, with the slash. */
    static final String PACKAGE = "dev/nacre/guest/";

    /** Internal name of the main class. */
    static final String MAIN = PACKAGE + "Module";

    /** Internal name of the class of helpers that the class pass replaces. */
    static final String SHADED = MAIN + "Shaded";

    /** Prefix of the method of a function. */
    static final String FUNCTION = "func_";

    /** Prefix of the method through which a function is called by index, with an array. */
    static final String BRIDGE = "call_";

    /** Prefix of the method of an indirect call of one type. */
    static final String INDIRECT = "call_indirect_";

    private static final String GROUP = MAIN + "FuncGroup_";

    private static final Pattern OF_A_FUNCTION = Pattern.compile("(?:" + FUNCTION + "|" + BRIDGE + ")(\\d+)");

    private GuestNames() {}

    /** Returns the index of the function that a method is of: its own, or the one through which it is called by index. */
    static OptionalInt functionOf(String method) {
        Matcher matcher = OF_A_FUNCTION.matcher(method);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Returns the internal name of the class that has a function. */
    static String groupOf(int function, int functionsPerClass) {
        return GROUP + function / functionsPerClass;
    }

    /**
     * Returns how many functions Chicory has put into each class: it takes half as many as it was told, again and again,
     * while the constants of so many do not fit into one class.
     *
     * @param classes the names of all classes
     * @param functions how many there are, imported ones included
     */
    static int functionsPerClass(Collection<String> classes, int functions) {
        long groups =
                classes.stream().filter(name -> name.startsWith(groupPrefix())).count();
        int each = FUNCTIONS_PER_CLASS;
        while (each > 1 && (functions + each - 1) / each < groups) {
            each >>= 1;
        }
        return each;
    }

    /** Returns how the names of classes that have functions start, as {@link Class#getName} has them. */
    static String groupPrefix() {
        return GROUP.replace('/', '.');
    }

    /** Returns the name of the main class as {@link Class#getName} has it. */
    static String mainClass() {
        return MAIN.replace('/', '.');
    }
}
