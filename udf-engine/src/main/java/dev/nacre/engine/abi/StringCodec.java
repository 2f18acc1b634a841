package dev.nacre.engine.abi;

import org.jspecify.annotations.Nullable;

/** string: pointer and length of text in the encoding that the canonical function names. */
final class StringCodec extends Codec {
    private static final int STRING_OBJECT_BYTES = 40;

    private final TextEncoding encoding;

    StringCodec(TextEncoding encoding) {
        super(Layout.range());
        this.encoding = encoding;
    }

    @Override
    Object load(AbiContext context, int pointer) {
        byte[] bytes = context.bytes();
        int begin = LittleEndian.getInt(bytes, pointer);
        return encoding.load(context, begin, LittleEndian.getInt(bytes, pointer + 4));
    }

    @Override
    void store(AbiContext context, @Nullable Object value, int pointer) {
        Range.store(context, lower(context, value), pointer);
    }

    @Override
    Object liftFlat(AbiContext context, FlatValues values) {
        int begin = values.nextInt();
        return encoding.load(context, begin, values.nextInt());
    }

    @Override
    void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        Range.lowerFlat(lower(context, value), values);
    }

    private long lower(AbiContext context, @Nullable Object value) {
        if (value instanceof String text) {
            return encoding.store(context, text);
        }
        throw mismatch(value, "java.lang.String");
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return new TextTransfer(encoding, ((StringCodec) target).encoding);
    }

    @Override
    int weight() {
        return STRING_OBJECT_BYTES;
    }

    @Override
    String typeName() {
        return "string";
    }
}
