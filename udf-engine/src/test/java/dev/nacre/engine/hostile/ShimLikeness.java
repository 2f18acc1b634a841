package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A component with a shim and a fixup as toolchains make them, or nearly: a module whose functions call through its table,
 * another that fills the table. The engine leaves both out when it knows their shape; {@link #plain} adds a memory to the
 * shim, so that it runs it.
 */
final class ShimLikeness {
    private final List<CoreFunctionType> forwards = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final ModuleBuilder targets = new ModuleBuilder();
    private final List<CoreFunctionType> targetTypes = new ArrayList<>();
    private int tableSize;
    private int offset;
    private Consumer<ModuleBuilder> shimExtra = shim -> {};
    private Consumer<ModuleBuilder> mainExtra = main -> {};
    private Code run = new Code().i32(0);

    /** Adds a function to the shim, which calls what is in a slot as a function of its own type. */
    ShimLikeness forward(CoreFunctionType type, int slot) {
        forwards.add(type);
        slots.add(slot);
        return this;
    }

    /** Adds what the fixup puts into the next slot. */
    ShimLikeness target(CoreFunctionType type, Code code) {
        targets.exported("t" + targetTypes.size(), type, code);
        targetTypes.add(type);
        return this;
    }

    /** Sets where the fixup starts to fill; 0 when not set. */
    ShimLikeness offset(int first) {
        offset = first;
        return this;
    }

    /** Sets the size of the table; as many as targets when not set. */
    ShimLikeness tableSize(int size) {
        tableSize = size;
        return this;
    }

    ShimLikeness targetsAlso(Consumer<ModuleBuilder> extra) {
        extra.accept(targets);
        return this;
    }

    ShimLikeness shimAlso(Consumer<ModuleBuilder> extra) {
        shimExtra = extra;
        return this;
    }

    /** Adds to the main module, whose functions 0, 1 and so on are those of the shim. */
    ShimLikeness mainAlso(Consumer<ModuleBuilder> extra) {
        mainExtra = extra;
        return this;
    }

    /** Sets the code of {@code run: func() -> u32}. */
    ShimLikeness run(Code code) {
        run = code;
        return this;
    }

    /** Returns the component as it is. */
    byte[] likely() {
        return build(false);
    }

    /** Returns the same with a shim that is no shim by its looks, only by what it does. */
    byte[] plain() {
        return build(true);
    }

    private byte[] build(boolean disguised) {
        ComponentWriter component = new ComponentWriter();
        int target = component.coreInstance(component.coreModule(targets), Map.of());
        int shim = component.coreInstance(component.coreModule(shim(disguised)), Map.of());
        List<Item> functions = new ArrayList<>();
        for (int i = 0; i < forwards.size(); i++) {
            functions.add(Item.coreFunction("" + i, component.coreAlias(Sort.CORE_FUNCTION, shim, "" + i)));
        }
        int bag = component.coreBag(functions.toArray(Item[]::new));
        int main = component.coreInstance(component.coreModule(main()), Map.of("shim", bag));
        List<Item> filling = new ArrayList<>();
        filling.add(new Item("$imports", Sort.CORE_TABLE, component.coreAlias(Sort.CORE_TABLE, shim, "$imports")));
        for (int i = 0; i < targetTypes.size(); i++) {
            filling.add(Item.coreFunction("" + i, component.coreAlias(Sort.CORE_FUNCTION, target, "t" + i)));
        }
        int fixed = component.coreBag(filling.toArray(Item[]::new));
        component.coreInstance(component.coreModule(fixup()), new TreeMap<>(Map.of("", fixed)));
        component.export("run", main, Frame.NUMBER);
        component.export("ok", main, Frame.NUMBER);
        return component.build();
    }

    private int size() {
        return tableSize == 0 ? targetTypes.size() : tableSize;
    }

    private ModuleBuilder shim(boolean disguised) {
        ModuleBuilder shim = new ModuleBuilder();
        shim.table(size(), size());
        shim.export("$imports", ModuleBuilder.TABLE, 0);
        for (int i = 0; i < forwards.size(); i++) {
            int type = shim.type(forwards.get(i));
            Code code = new Code();
            for (int parameter = 0; parameter < forwards.get(i).parameters().size(); parameter++) {
                code.get(parameter);
            }
            code.i32(slots.get(i)).callIndirect(type, 0);
            shim.export("" + i, ModuleBuilder.FUNCTION, shim.function(type, code));
        }
        shimExtra.accept(shim);
        if (disguised) {
            shim.memory(1, 1);
        }
        return shim;
    }

    private ModuleBuilder main() {
        ModuleBuilder main = new ModuleBuilder();
        for (int i = 0; i < forwards.size(); i++) {
            main.importFunction("shim", "" + i, main.type(forwards.get(i)));
        }
        mainExtra.accept(main);
        main.exported("run", Frame.TO_INT, run);
        return Roles.honest(main);
    }

    private ModuleBuilder fixup() {
        ModuleBuilder fixup = new ModuleBuilder();
        int[] functions = new int[targetTypes.size()];
        for (int i = 0; i < functions.length; i++) {
            functions[i] = fixup.importFunction("", "" + i, fixup.type(targetTypes.get(i)));
        }
        fixup.importTable("", "$imports", size());
        fixup.elements(offset, functions);
        return fixup;
    }
}
