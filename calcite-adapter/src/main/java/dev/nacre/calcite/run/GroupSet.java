package dev.nacre.calcite.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.value.Value;

/** One way to group, with its groups. */
final class GroupSet {
    private final int[] keys;
    private final Map<Value[], Accumulator[]> groups;

    GroupSet(int[] keys, Run run) {
        this.keys = keys;
        this.groups = new TreeMap<>(Distinctness.order(run));
    }

    /** Returns the columns of its keys. */
    int[] keys() {
        return keys;
    }

    /** Returns the accumulators of its groups by their keys, in H2's order of values. */
    Map<Value[], Accumulator[]> groups() {
        return groups;
    }

    /** Returns whether it has one group, of all rows, also where there are none. */
    boolean isTotal() {
        return keys.length == 0;
    }

    /** Returns the key of a row, or of a group with all keys: they are the first columns. */
    Value[] key(Value[] row) {
        Value[] key = new Value[keys.length];
        for (int index = 0; index < keys.length; index++) {
            key[index] = row[keys[index]];
        }
        return key;
    }

    /** Returns which of the keys that are asked for it does not have, the last one in the lowest bit. */
    long mark(List<Integer> asked) {
        long mark = 0;
        for (int key : asked) {
            mark = mark << 1 | (Arrays.binarySearch(keys, key) < 0 ? 1 : 0);
        }
        return mark;
    }
}
