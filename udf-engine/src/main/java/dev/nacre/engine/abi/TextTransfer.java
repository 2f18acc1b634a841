package dev.nacre.engine.abi;

/** A string, transcoded from the memory of one guest into that of another. */
final class TextTransfer extends RangeTransfer {
    private final TextEncoding from;
    private final TextEncoding to;

    TextTransfer(TextEncoding from, TextEncoding to) {
        this.from = from;
        this.to = to;
    }

    @Override
    long carry(Passage passage, int pointer, int taggedUnits) {
        AbiContext source = passage.source();
        int byteLength = from.requireRange(source, pointer, taggedUnits);
        byte[] bytes = source.bytes();
        TextForm form = from.form(taggedUnits);
        form.requireWellFormed(bytes, pointer, byteLength);
        return to.store(passage.target(), form, bytes, pointer, from.units(taggedUnits));
    }
}
