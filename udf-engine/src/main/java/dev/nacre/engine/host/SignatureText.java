package dev.nacre.engine.host;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.engine.wit.WitTypeVisitor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes a function type as text of bounded length: the types of a hostile component may be small in memory and endless
 * when written out.
 */
public final class SignatureText implements WitTypeVisitor<Boolean> {
    private final Function<ResourceType, String> resources;
    private final int limit;
    private final StringBuilder text = new StringBuilder();

    private SignatureText(Function<ResourceType, String> resources, int limit) {
        this.resources = resources;
        this.limit = limit;
    }

    /**
     * Returns the text of a function type.
     *
     * @param resources names the resources
     * @param limit how many characters are wanted at most; the rest is cut off
     */
    public static String of(FunctionType type, Function<ResourceType, String> resources, int limit) {
        SignatureText writer = new SignatureText(resources, limit);
        writer.write(type.async() ? "async func(" : "func(");
        writer.list(type.parameters(), parameter -> writer.type(parameter.type()));
        writer.write(")");
        type.result().ifPresent(result -> writer.write(" -> ").type(result));
        return writer.text.substring(0, Math.min(limit, writer.text.length()));
    }

    private SignatureText write(String part) {
        if (text.length() < limit) {
            text.append(part);
        }
        return this;
    }

    private boolean type(WitType type) {
        return text.length() < limit && type.accept(this);
    }

    private <T> void list(List<T> items, Consumer<T> each) {
        String separator = "";
        for (T item : items) {
            if (text.length() >= limit) {
                return;
            }
            write(separator);
            each.accept(item);
            separator = ", ";
        }
    }

    private <T> boolean braced(String keyword, List<T> items, Consumer<T> each) {
        write(keyword).write(" { ").list(items, each);
        write(" }");
        return true;
    }

    private boolean angled(String keyword, List<WitType> elements) {
        write(keyword).write("<").list(elements, this::type);
        write(">");
        return true;
    }

    private boolean payload(String keyword, Optional<WitType> payload) {
        return payload.map(type -> angled(keyword, List.of(type))).orElseGet(() -> word(keyword));
    }

    private boolean word(String word) {
        write(word);
        return true;
    }

    @Override
    public Boolean visitPrimitive(PrimitiveType type) {
        return word(type.keyword());
    }

    @Override
    public Boolean visitList(ListType type) {
        return angled("list", List.of(type.element()));
    }

    @Override
    public Boolean visitRecord(RecordType type) {
        return braced(
                "record", type.fields(), field -> write(field.name() + ": ").type(field.type()));
    }

    @Override
    public Boolean visitTuple(TupleType type) {
        return angled("tuple", type.elements());
    }

    @Override
    public Boolean visitVariant(VariantType type) {
        return braced("variant", type.cases(), this::variantCase);
    }

    private void variantCase(VariantType.Case item) {
        write(item.name());
        item.payload().ifPresent(payload -> {
            write("(").type(payload);
            write(")");
        });
    }

    @Override
    public Boolean visitEnum(EnumType type) {
        return braced("enum", type.names(), this::write);
    }

    @Override
    public Boolean visitFlags(FlagsType type) {
        return braced("flags", type.names(), this::write);
    }

    @Override
    public Boolean visitOption(OptionType type) {
        return angled("option", List.of(type.element()));
    }

    @Override
    public Boolean visitResult(ResultType type) {
        if (type.error().isEmpty()) {
            return payload("result", type.ok());
        }
        write("result<");
        type.ok().ifPresentOrElse(this::type, () -> write("_"));
        write(", ").type(type.error().get());
        return word(">");
    }

    @Override
    public Boolean visitMap(MapType type) {
        return angled("map", List.of(type.key(), type.value()));
    }

    @Override
    public Boolean visitOwn(OwnType type) {
        return word(resources.apply(type.resource()));
    }

    @Override
    public Boolean visitBorrow(BorrowType type) {
        return word("borrow<" + resources.apply(type.resource()) + ">");
    }

    @Override
    public Boolean visitStream(StreamType type) {
        return payload("stream", type.element());
    }

    @Override
    public Boolean visitFuture(FutureType type) {
        return payload("future", type.element());
    }
}
