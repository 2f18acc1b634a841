package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import java.util.Map;

/**
 * A parent that holds a thing of its child and drops it while the child runs: {@code run} makes the thing, calls the child,
 * the child calls {@code g} of the parent, and that drops.
 */
final class DropReentrance {
    private final boolean hasDestructor;

    DropReentrance(boolean hasDestructor) {
        this.hasDestructor = hasDestructor;
    }

    byte[] build() {
        ComponentWriter root = new ComponentWriter();
        ModuleBuilder table = new ModuleBuilder();
        table.table(1, 1);
        table.export("table", ModuleBuilder.TABLE, 0);
        int type = table.type(Frame.TO_NOTHING);
        table.export(
                "g",
                ModuleBuilder.FUNCTION,
                table.function(type, new Code().i32(0).callIndirect(type, 0)));
        int tables = root.coreInstance(root.coreModule(table), Map.of());
        int g = root.lift(root.coreAlias(Sort.CORE_FUNCTION, tables, "g"), Frame.NOTHING);
        int child = root.instance(root.component(child()), Item.function("g", g));
        ResourceType thing = new ResourceType("thing");
        root.knows(thing, root.alias(Sort.TYPE, child, "thing"));
        int bag = root.coreBag(
                Item.coreFunction("make", root.lower(root.alias(Sort.FUNCTION, child, "make"))),
                Item.coreFunction("call", root.lower(root.alias(Sort.FUNCTION, child, "call"))),
                Item.coreFunction("drop", root.resourceDrop(thing)));
        int instance = root.coreInstance(root.coreModule(parentsCode()), Map.of("host", bag, "tables", tables));
        root.export("run", instance, Frame.NOTHING);
        root.export("ok", instance, Frame.NUMBER);
        return root.build();
    }

    private static ModuleBuilder parentsCode() {
        ModuleBuilder module = new ModuleBuilder();
        int make = module.importFunction("host", "make", module.type(Frame.INT_TO_INT));
        int call = module.importFunction("host", "call", module.type(Frame.TO_NOTHING));
        int drop = module.importFunction("host", "drop", module.type(Frame.INT_TO_NOTHING));
        module.importTable("tables", "table", 1);
        int held = module.global(CoreValueType.I32, true, new Code().i32(0));
        int drops = module.function(
                module.type(Frame.TO_NOTHING), new Code().global(held).call(drop));
        module.elements(0, drops);
        module.exported(
                "run",
                Frame.TO_NOTHING,
                new Code().i32(7).call(make).setGlobal(held).call(call));
        return Roles.honest(module);
    }

    private ComponentWriter child() {
        ComponentWriter child = new ComponentWriter();
        int g = child.lower(child.importFunction("g", Frame.NOTHING));
        ModuleBuilder destructor = new ModuleBuilder();
        destructor.exported("dtor", Frame.INT_TO_NOTHING, new Code());
        int destructors = child.coreInstance(child.coreModule(destructor), Map.of());
        ResourceType thing = hasDestructor
                ? child.resource("thing", child.coreAlias(Sort.CORE_FUNCTION, destructors, "dtor"))
                : child.resource("thing");
        int bag = child.coreBag(Item.coreFunction("g", g), Item.coreFunction("new", child.resourceNew(thing)));
        child.export(thing);
        ModuleBuilder module = new ModuleBuilder();
        int leave = module.importFunction("host", "g", module.type(Frame.TO_NOTHING));
        int create = module.importFunction("host", "new", module.type(Frame.INT_TO_INT));
        module.exported("call", Frame.TO_NOTHING, new Code().call(leave));
        module.exported("make", Frame.INT_TO_INT, new Code().get(0).call(create));
        int instance = child.coreInstance(child.coreModule(module), Map.of("host", bag));
        FunctionType makes = Frame.function(new OwnType(thing), PrimitiveType.U32);
        child.export("make", instance, makes);
        child.export("call", instance, Frame.NOTHING);
        return child;
    }
}
