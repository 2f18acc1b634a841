package dev.nacre.engine.validate;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that have a name outside, for the imports or for the exports of one scope: Explainer.md, "External Visibility
 * of Types". Mutable; used by one thread.
 */
final class Visibility {
    private final ValidationContext context;
    private final @Nullable Visibility outer;
    private final Set<Object> named = Collections.newSetFromMap(new IdentityHashMap<>());

    Visibility(ValidationContext context) {
        this(context, null);
    }

    private Visibility(ValidationContext context, @Nullable Visibility outer) {
        this.context = context;
        this.outer = outer;
    }

    /**
     * Lets a named type, and the types that a named instance exports, be seen from now on.
     *
     * @return words for the first type used in {@code type} that has no name, or empty when all have one
     */
    Optional<String> admit(ExternType type) {
        context.spend();
        if (type instanceof ExternType.Value value) {
            return admitValue(value.type());
        }
        if (type instanceof ExternType.Resource resource) {
            named.add(resource.type());
            return Optional.empty();
        }
        if (type instanceof ExternType.Function function) {
            return hidden(function.type());
        }
        if (type instanceof ExternType.Instance instance) {
            return admitAll(instance.type());
        }
        if (type instanceof ExternType.Alias alias) {
            return new Visibility(context, this).admit(alias.type());
        }
        // components and modules stand by themselves
        return Optional.empty();
    }

    private Optional<String> admitAll(InstanceType type) {
        return type.exports().stream()
                .map(export -> admit(export.type()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> admitValue(WitType type) {
        Optional<String> hidden = hiddenInside(type);
        named.add(type);
        return hidden;
    }

    private Optional<String> hidden(FunctionType type) {
        for (FunctionType.Parameter parameter : type.parameters()) {
            Optional<String> hidden = hidden(parameter.type());
            if (hidden.isPresent()) {
                return hidden;
            }
        }
        return type.result().flatMap(this::hidden);
    }

    private Optional<String> hidden(WitType type) {
        if (isNamed(type)) {
            return Optional.empty();
        }
        context.spend();
        if (needsName(type)) {
            return Optional.of(Text.a(Text.type(type)));
        }
        Optional<String> hidden = hiddenInside(type);
        if (hidden.isEmpty()) {
            named.add(type);
        }
        return hidden;
    }

    private Optional<String> hiddenInside(WitType type) {
        if (type instanceof OwnType own) {
            return hidden(own.resource());
        }
        if (type instanceof BorrowType borrow) {
            return hidden(borrow.resource());
        }
        return Shape.of(type).children().stream()
                .map(this::hidden)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> hidden(ResourceType type) {
        return isNamed(type) ? Optional.empty() : Optional.of("the resource " + Text.quoted(type.toString()));
    }

    private boolean isNamed(Object type) {
        return named.contains(type) || (outer != null && outer.isNamed(type));
    }

    private static boolean needsName(WitType type) {
        return type instanceof RecordType
                || type instanceof VariantType
                || type instanceof EnumType
                || type instanceof FlagsType;
    }
}
