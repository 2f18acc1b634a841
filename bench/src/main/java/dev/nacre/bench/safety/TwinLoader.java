package dev.nacre.bench.safety;

import dev.nacre.bench.BenchmarkException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads a copy of the whole class path, Nacre with all that it is built on, so that the JIT compiler sees each copy by itself.
 * Only the JDK is shared.
 */
final class TwinLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader original = TwinLoader.class.getClassLoader();
    private final boolean defended;

    /** @param defended whether the copy has its bounds */
    TwinLoader(boolean defended) {
        super(ClassLoader.getPlatformClassLoader());
        this.defended = defended;
    }

    /** Makes an object of a class of the copy. */
    Object make(Class<? extends Supplier<?>> type) {
        try {
            return loadClass(type.getName()).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new BenchmarkException("the copy of " + type.getSimpleName() + " does not start", failure);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream written = original.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (written == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = written.readAllBytes();
            byte[] ours = defended ? bytes : Defences.without(name, bytes);
            return defineClass(name, ours, 0, ours.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return original.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return original.getResources(name);
    }
}
