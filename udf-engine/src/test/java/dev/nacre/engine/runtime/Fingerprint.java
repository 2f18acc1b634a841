package dev.nacre.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that guest code of a core instance could have changed, to compare.
 *
 * @param memory the bytes of its memory
 * @param globals in order
 * @param tables the elements of each
 * @param droppedData for each data segment whether it is gone
 */
public record Fingerprint(String memory, List<Long> globals, List<List<Integer>> tables, List<Boolean> droppedData) {
    /** Takes the fingerprint of an instance. */
    public static Fingerprint of(CoreInstance instance) {
        byte[] bytes = instance.memory.array();
        return new Fingerprint(
                bytes.length + ":" + Arrays.hashCode(bytes),
                Arrays.stream(instance.globals).map(CoreGlobal::value).toList(),
                Arrays.stream(instance.tables)
                        .map(table -> elements(table, instance))
                        .toList(),
                Arrays.stream(instance.data).map(data -> data.length == 0).toList());
    }

    private static List<Integer> elements(CoreTable table, CoreInstance reader) {
        List<Integer> elements = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            elements.add(table.get(i, reader));
        }
        return elements;
    }
}
