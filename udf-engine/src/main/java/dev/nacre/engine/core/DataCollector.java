package dev.nacre.engine.core;

import dev.nacre.engine.core.ModuleLayout.ActiveData;
import dev.nacre.engine.core.ModuleLayout.ComputedData;
import dev.nacre.engine.core.ModuleLayout.DataSegments;
import dev.nacre.engine.core.ModuleLayout.FixedData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Takes the data segments of a module one by one, and keeps them in little room. Mutable, one for each pass. */
final class DataCollector {
    private static final byte[] NOTHING = {};
    private static final int LEAST_ROOM = 8;

    private final byte[] module;
    private final List<ActiveData> active = new ArrayList<>();
    private final List<byte[]> passive = new ArrayList<>();
    private int taken;

    // the segments at constant offsets that came last, all for one memory
    private int memory;
    private int count;
    private int[] offsets = new int[LEAST_ROOM];
    private int[] starts = new int[LEAST_ROOM];
    private int[] lengths = new int[LEAST_ROOM];

    DataCollector(byte[] module) {
        this.module = module;
    }

    /** Takes a passive segment: where its bytes are in the module. */
    void passive(int start, int end) {
        while (passive.size() < taken) {
            passive.add(NOTHING);
        }
        passive.add(Arrays.copyOfRange(module, start, end));
        taken++;
    }

    /** Takes an active segment. */
    void active(int target, ConstantExpression offset, int start, int end) {
        taken++;
        OptionalInt constant = offset.integer();
        if (constant.isEmpty()) {
            finishRun();
            active.add(new ComputedData(target, offset, Arrays.copyOfRange(module, start, end)));
            return;
        }
        if (count > 0 && memory != target) {
            finishRun();
        }
        memory = target;
        fixed(constant.getAsInt(), start, end - start);
    }

    private void fixed(int offset, int start, int length) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        offsets[count] = offset;
        starts[count] = start;
        lengths[count] = length;
        count++;
    }

    private void finishRun() {
        if (count == 0) {
            return;
        }
        byte[] bytes = new byte[Arrays.stream(lengths, 0, count).sum()];
        int[] ends = new int[count];
        int end = 0;
        for (int i = 0; i < count; i++) {
            System.arraycopy(module, starts[i], bytes, end, lengths[i]);
            end += lengths[i];
            ends[i] = end;
        }
        active.add(new FixedData(memory, Arrays.copyOf(offsets, count), ends, bytes));
        count = 0;
    }

    /** Returns what was taken, once that is all. */
    DataSegments finish() {
        finishRun();
        return new DataSegments(active, passive);
    }
}
