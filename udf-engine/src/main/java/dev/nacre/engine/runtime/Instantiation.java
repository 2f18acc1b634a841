package dev.nacre.engine.runtime;

import dev.nacre.engine.runtime.ModuleLayout.DataSegment;
import dev.nacre.engine.runtime.ModuleLayout.ElementSegment;
import dev.nacre.engine.runtime.ModuleLayout.Target;

/**
 * The second half of instantiation: start values, active segments, the start function, in the order of the core
 * specification, section "Instantiation".
 */
final class Instantiation {
    private final CoreInstance instance;
    private final ModuleLayout layout;

    private Instantiation(CoreInstance instance) {
        this.instance = instance;
        this.layout = instance.module.layout();
    }

    /** Brings a fresh instance to the state in which its exports can be called. */
    static void complete(CoreInstance instance) {
        Instantiation steps = new Instantiation(instance);
        steps.startGlobals();
        steps.startTables();
        steps.putElements();
        steps.putData();
        steps.runStart();
    }

    private void startGlobals() {
        int first = instance.globals.length - layout.globals().size();
        for (int i = 0; i < layout.globals().size(); i++) {
            long value = layout.globals().get(i).start().evaluate(instance);
            instance.globals[first + i].set(value, instance);
        }
    }

    private void startTables() {
        int first = instance.tables.length - layout.tables().size();
        for (int i = 0; i < layout.tables().size(); i++) {
            int value = (int) layout.tables().get(i).start().evaluate(instance);
            if (value != CoreTable.NULL) {
                CoreTable table = instance.tables[first + i];
                table.fill(0, table.size(), value, instance);
            }
        }
    }

    private void putElements() {
        for (int i = 0; i < layout.elements().size(); i++) {
            ElementSegment segment = layout.elements().get(i);
            if (segment.target().isPresent()) {
                Target target = segment.target().get();
                int offset = (int) target.offset().evaluate(instance);
                instance.initTable(target.index(), offset, i, 0, segment.items().size());
            }
            if (!segment.kept()) {
                instance.dropElements(i);
            }
        }
    }

    private void putData() {
        for (int i = 0; i < layout.data().size(); i++) {
            DataSegment segment = layout.data().get(i);
            if (segment.target().isPresent()) {
                Target target = segment.target().get();
                int offset = (int) target.offset().evaluate(instance);
                LinearMemory memory = instance.memories[target.index()];
                GuestMemory.memoryInit(offset, 0, segment.bytes().length, i, memory, instance);
                GuestMemory.dataDrop(i, instance);
            }
        }
    }

    private void runStart() {
        layout.start().ifPresent(start -> instance.function(start).call());
    }
}
