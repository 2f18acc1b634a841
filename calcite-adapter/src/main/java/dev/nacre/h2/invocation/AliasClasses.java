package dev.nacre.h2.invocation;

import dev.nacre.h2.alias.AliasName;
import org.h2.util.JdbcUtils;
import org.h2.util.Utils;

/** Makes the classes behind aliases when H2 asks for them, in all databases that this JVM opens. */
public final class AliasClasses implements Utils.ClassFactory {
    private static boolean registered;

    private AliasClasses() {}

    /** Tells H2 where the classes are; once is enough. */
    public static synchronized void register() {
        if (!registered) {
            JdbcUtils.addClassFactory(new AliasClasses());
            registered = true;
        }
    }

    @Override
    public boolean match(String name) {
        return name.startsWith(AliasName.CLASS_PREFIX);
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
        return AliasName.ofClass(name)
                .map(alias -> AliasLoader.define(new InvokedFunction(alias.function())))
                .orElseThrow(() -> new ClassNotFoundException(name));
    }
}
