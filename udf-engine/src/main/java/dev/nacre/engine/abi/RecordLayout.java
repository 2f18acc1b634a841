package dev.nacre.engine.abi;

import java.util.List;

/**
 * The layout of fields one behind the other, each at its own alignment.
 *
 * @param layout of the whole
 * @param offsets of the fields, in bytes from the beginning
 */
record RecordLayout(Layout layout, List<Integer> offsets) {
    RecordLayout {
        offsets = List.copyOf(offsets);
    }

    static RecordLayout of(List<Layout> fields) {
        Integer[] offsets = new Integer[fields.size()];
        long size = 0;
        int alignment = 1;
        for (int i = 0; i < offsets.length; i++) {
            Layout field = fields.get(i);
            size = Layout.alignTo(size, field.alignment());
            offsets[i] = Layout.checkedSize(size);
            size += field.size();
            alignment = Math.max(alignment, field.alignment());
        }
        int aligned = Layout.checkedSize(Layout.alignTo(size, alignment));
        return new RecordLayout(new Layout(aligned, alignment, Layout.concatenate(fields)), List.of(offsets));
    }
}
