package dev.nacre.h2.invocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Defines the methods behind one alias. Goes when H2 lets go of the alias. */
public final class AliasLoader extends ClassLoader {
    private static final byte[] METHODS = methods();

    private final InvokedFunction function;

    private AliasLoader(InvokedFunction function) {
        super(AliasLoader.class.getClassLoader());
        this.function = function;
    }

    /** Returns a new class with {@link AliasMethods}'s methods, which call one function. */
    static Class<?> define(InvokedFunction function) {
        return new AliasLoader(function).defineClass(AliasMethods.class.getName(), METHODS, 0, METHODS.length, null);
    }

    /** Returns the function that the methods call. */
    public InvokedFunction function() {
        return function;
    }

    private static byte[] methods() {
        String name = AliasMethods.class.getSimpleName() + ".class";
        try (InputStream bytes = AliasLoader.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("class file " + name + " is missing beside its package's others");
            }
            return bytes.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
