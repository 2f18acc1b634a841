package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.wit.FunctionType;
import java.util.Map;

/**
 * A parent that hands its children a way back: each child imports {@code g} and exports {@code f}, which calls it; {@code g}
 * is the parent's, and calls what lies in the parent's table.
 */
final class Reentrance {
    private static final FunctionType NOTHING = Frame.NOTHING;

    private final ComponentWriter root = new ComponentWriter();
    private final int table;
    private final int back;

    Reentrance() {
        ModuleBuilder module = new ModuleBuilder();
        module.table(1, 1);
        module.export("table", ModuleBuilder.TABLE, 0);
        int type = module.type(Frame.TO_NOTHING);
        module.export(
                "back",
                ModuleBuilder.FUNCTION,
                module.function(type, new Code().i32(0).callIndirect(type, 0)));
        int instance = root.coreInstance(root.coreModule(Roles.honest(module)), Map.of());
        this.table = root.coreAlias(Sort.CORE_TABLE, instance, "table");
        this.back = root.lift(root.coreAlias(Sort.CORE_FUNCTION, instance, "back"), NOTHING);
        root.export("back", Sort.FUNCTION, back);
        root.export("ok", instance, Frame.NUMBER);
    }

    /** Makes a child that calls a function when it is called, and returns its {@code f}. */
    int child(int g) {
        ComponentWriter child = new ComponentWriter();
        int imported = child.lower(child.importFunction("g", NOTHING));
        ModuleBuilder module = new ModuleBuilder();
        int call = module.importFunction("host", "g", module.type(Frame.TO_NOTHING));
        module.exported("f", Frame.TO_NOTHING, new Code().call(call));
        int instance = child.coreInstance(
                child.coreModule(module), Map.of("host", child.coreBag(Item.coreFunction("g", imported))));
        child.export("f", instance, NOTHING);
        return root.alias(Sort.FUNCTION, root.instance(root.component(child), Item.function("g", g)), "f");
    }

    /** Makes a child that calls nobody, and returns its {@code f}. */
    int leaf(Code code) {
        ComponentWriter child = new ComponentWriter();
        ModuleBuilder module = new ModuleBuilder();
        module.exported("f", Frame.TO_NOTHING, code);
        child.export("f", child.coreInstance(child.coreModule(module), Map.of()), NOTHING);
        return root.alias(Sort.FUNCTION, root.instance(root.component(child)), "f");
    }

    /** Returns the function that calls what lies in the table. */
    int back() {
        return back;
    }

    /** Puts a function into the table. */
    Reentrance leadsTo(int function) {
        ModuleBuilder module = new ModuleBuilder();
        module.importTable("", "table", 1);
        module.elements(0, module.importFunction("", "f", module.type(Frame.TO_NOTHING)));
        root.coreInstance(
                root.coreModule(module),
                Map.of(
                        "",
                        root.coreBag(
                                new Item("table", Sort.CORE_TABLE, table),
                                Item.coreFunction("f", root.lower(function)))));
        return this;
    }

    /** Makes a function of the parent that does nothing. */
    int end() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("end", Frame.TO_NOTHING, new Code());
        int instance = root.coreInstance(root.coreModule(module), Map.of());
        return root.lift(root.coreAlias(Sort.CORE_FUNCTION, instance, "end"), NOTHING);
    }

    byte[] exporting(int function) {
        root.export("run", Sort.FUNCTION, function);
        return root.build();
    }
}
