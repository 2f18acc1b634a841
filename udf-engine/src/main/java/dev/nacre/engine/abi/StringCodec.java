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
        Range.store(context, encoding.store(context, text(value)), pointer);
    }

    @Override
    Object liftFlat(AbiContext context, FlatValues values) {
        int begin = values.nextInt();
        return encoding.load(context, begin, values.nextInt());
    }

    @Override
    void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        Range.lowerFlat(encoding.store(context, text(value)), values);
    }

    private String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw mismatch(value, "java.lang.String");
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
