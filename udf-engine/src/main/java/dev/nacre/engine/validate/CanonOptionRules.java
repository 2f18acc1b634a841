package dev.nacre.engine.validate;

import dev.nacre.engine.binary.CanonOption;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Options of canonical definitions: CanonicalABI.md, "canonopt Validation". */
final class CanonOptionRules {
    private static final CoreFunctionType REALLOC =
            new CoreFunctionType(Collections.nCopies(4, CoreValueType.I32), List.of(CoreValueType.I32));
    private static final CoreFunctionType CALLBACK =
            new CoreFunctionType(Collections.nCopies(3, CoreValueType.I32), List.of(CoreValueType.I32));

    private final Scope scope;
    private final ValidationContext context;

    CanonOptionRules(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
    }

    /** Resolves options as far as they can be checked by themselves. */
    CanonOptions resolve(List<CanonOption> options, Set<CanonOption.Kind> allowed) {
        Map<CanonOption.Kind, Integer> found = new EnumMap<>(CanonOption.Kind.class);
        StringEncoding encoding = StringEncoding.UTF8;
        boolean encoded = false;
        for (CanonOption option : options) {
            if (!allowed.contains(option.kind())) {
                throw context.invalid("expected no option '" + option.kind().text() + "' here, found it");
            }
            boolean isEncoding = option.kind().compareTo(CanonOption.Kind.MEMORY) < 0;
            if (found.put(option.kind(), option.index()) != null || (isEncoding && encoded)) {
                throw context.invalid("expected the option '" + option.kind().text() + "' once, found it again");
            }
            encoded |= isEncoding;
            encoding = isEncoding ? StringEncoding.values()[option.kind().ordinal()] : encoding;
        }
        return checked(new CanonOptions(
                encoding,
                index(found, CanonOption.Kind.MEMORY),
                index(found, CanonOption.Kind.REALLOC),
                index(found, CanonOption.Kind.POST_RETURN),
                found.containsKey(CanonOption.Kind.ASYNC),
                index(found, CanonOption.Kind.CALLBACK)));
    }

    private static OptionalInt index(Map<CanonOption.Kind, Integer> found, CanonOption.Kind kind) {
        Integer index = found.get(kind);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private CanonOptions checked(CanonOptions options) {
        options.memory().ifPresent(this::checkMemory);
        options.realloc().ifPresent(index -> checkSignature("realloc", index, REALLOC));
        options.callback().ifPresent(index -> checkSignature("callback", index, CALLBACK));
        if (options.realloc().isPresent()) {
            requireMemory(options, "the option 'realloc'");
        }
        if (options.async() && options.postReturn().isPresent()) {
            throw context.invalid("expected the option 'post-return' without 'async', found both");
        }
        if (!options.async() && options.callback().isPresent()) {
            throw context.invalid("expected the option 'callback' with 'async', found it alone");
        }
        return options;
    }

    void checkMemory(int index) {
        CoreExternType.Memory memory = scope.coreMemory(index);
        if (memory.is64()) {
            throw context.unsupported("a memory of 64 bits");
        }
        if (memory.shared()) {
            throw context.invalid("expected a memory that is not shared, found a shared one");
        }
    }

    void checkSignature(String option, int index, CoreFunctionType expected) {
        CoreFunctionType found = scope.coreFunction(index);
        if (!found.equals(expected)) {
            throw context.invalid("expected a core function " + CoreSubtyping.describe(expected) + " for the option '"
                    + option + "', found " + CoreSubtyping.describe(found));
        }
    }

    void requireMemory(CanonOptions options, String reason) {
        if (options.memory().isEmpty()) {
            throw context.invalid("expected the option 'memory' for " + reason + ", found none");
        }
    }

    void requireRealloc(CanonOptions options, String reason) {
        requireMemory(options, reason);
        if (options.realloc().isEmpty()) {
            throw context.invalid("expected the option 'realloc' for " + reason + ", found none");
        }
    }
}
