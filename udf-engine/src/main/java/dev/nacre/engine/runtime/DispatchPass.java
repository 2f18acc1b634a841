package dev.nacre.engine.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Takes out of a method that chooses a function by index the cases of functions that nobody refers to, and passes on what is
 * left. Such an index then takes the default, as one does that the module does not have.
 *
 * <p>A case is recognised by what it does, not by its number: it calls one function and returns. Anything else stays.
 */
final class DispatchPass extends MethodNode {
    private final MethodVisitor next;
    private final Referable referable;

    DispatchPass(MethodVisitor next, Referable referable) {
        super(Opcodes.ASM9);
        this.next = next;
        this.referable = referable;
    }

    @Override
    public void visitEnd() {
        for (AbstractInsnNode instruction : instructions.toArray()) {
            if (instruction instanceof TableSwitchInsnNode table) {
                List<Integer> keys = new ArrayList<>();
                for (int key = table.min; key <= table.max; key++) {
                    keys.add(key);
                }
                prune(table, keys, table.labels, table.dflt);
            } else if (instruction instanceof LookupSwitchInsnNode lookup) {
                prune(lookup, lookup.keys, lookup.labels, lookup.dflt);
            }
        }
        accept(next);
    }

    private void prune(AbstractInsnNode choice, List<Integer> keys, List<LabelNode> labels, LabelNode other) {
        List<Integer> keptKeys = new ArrayList<>();
        List<LabelNode> keptLabels = new ArrayList<>();
        Set<LabelNode> dropped = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            LabelNode label = labels.get(i);
            if (isUnused(label)) {
                dropped.add(label);
            } else {
                keptKeys.add(keys.get(i));
                keptLabels.add(label);
            }
        }
        if (!dropped.isEmpty()) {
            int[] numbers = keptKeys.stream().mapToInt(Integer::intValue).toArray();
            instructions.set(choice, new LookupSwitchInsnNode(other, numbers, keptLabels.toArray(LabelNode[]::new)));
            dropped.forEach(this::removeCase);
        }
    }

    private boolean isUnused(LabelNode label) {
        AbstractInsnNode call = following(label);
        AbstractInsnNode end = call == null ? null : following(call);
        return call instanceof MethodInsnNode method
                && referable.excludes(method.name)
                && end != null
                && end.getOpcode() >= Opcodes.IRETURN
                && end.getOpcode() <= Opcodes.RETURN;
    }

    /** Returns the next instruction behind frames. */
    private static @Nullable AbstractInsnNode following(AbstractInsnNode before) {
        AbstractInsnNode node = before.getNext();
        while (node != null && node.getType() == AbstractInsnNode.FRAME) {
            node = node.getNext();
        }
        return node;
    }

    private void removeCase(LabelNode label) {
        for (AbstractInsnNode node = label.getNext(); node != null && !(node instanceof LabelNode); ) {
            AbstractInsnNode after = node.getNext();
            instructions.remove(node);
            node = after;
        }
    }
}
