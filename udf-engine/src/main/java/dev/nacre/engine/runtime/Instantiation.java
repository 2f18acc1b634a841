package dev.nacre.engine.runtime;

import dev.nacre.engine.core.ModuleLayout;
import dev.nacre.engine.core.ModuleLayout.ActiveData;
import dev.nacre.engine.core.ModuleLayout.ComputedData;
import dev.nacre.engine.core.ModuleLayout.ElementSegment;
import dev.nacre.engine.core.ModuleLayout.FixedData;
import dev.nacre.engine.core.ModuleLayout.Target;

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
        steps.putElements();
        steps.putData();
        steps.runStart();
    }

    private void startGlobals() {
        int first = instance.globals.length - layout.globals().size();
        for (int i = 0; i < layout.globals().size(); i++) {
            long value = Constants.evaluate(layout.globals().get(i).start(), instance);
            instance.globals[first + i].set(value, instance);
        }
    }

    private void putElements() {
        for (int i = 0; i < layout.elements().size(); i++) {
            ElementSegment segment = layout.elements().get(i);
            if (segment.target().isPresent()) {
                Target target = segment.target().get();
                int offset = (int) Constants.evaluate(target.offset(), instance);
                instance.initTable(target.index(), offset, i, 0, segment.items().count());
            }
            if (!segment.kept()) {
                instance.dropElements(i);
            }
        }
    }

    private void putData() {
        for (ActiveData data : layout.data().active()) {
            LinearMemory memory = instance.memories[data.memory()];
            if (data instanceof FixedData fixed) {
                putFixed(fixed, memory);
            } else if (data instanceof ComputedData computed) {
                int offset = (int) Constants.evaluate(computed.offset(), instance);
                GuestMemory.write(computed.bytes(), 0, computed.bytes().length, offset, memory);
            }
        }
    }

    /** Writes one segment after the other: those before the first that does not fit stay written. */
    private static void putFixed(FixedData data, LinearMemory memory) {
        int start = 0;
        for (int i = 0; i < data.ends().length; i++) {
            int end = data.ends()[i];
            GuestMemory.write(data.bytes(), start, end - start, data.offsets()[i], memory);
            start = end;
        }
    }

    private void runStart() {
        layout.start().ifPresent(start -> instance.function(start).call());
    }
}
