package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two components and their resources: the maker defines {@code thing} and {@code other}, the user gets handles of both and
 * does with them what the test wants.
 */
final class Things {
    /** Core functions of the user, by index. All but {@link #PEEK} and the makers give nothing. */
    static final int MAKE = 0;

    static final int TAKE = 1;
    static final int PEEK = 2;
    static final int LEND_AND_GIVE = 3;
    static final int GIVE_AND_LEND = 4;
    static final int MAKE_OTHER = 5;
    static final int TAKE_OTHER = 6;
    static final int DROP = 7;
    static final int DROP_OTHER = 8;

    /** Core functions of the maker, by index. */
    static final int NEW = 0;

    static final int REP = 1;
    static final int OWN_DROP = 2;
    static final int NEW_OTHER = 3;
    static final int REP_OTHER = 4;
    static final int OWN_DROP_OTHER = 5;

    private static final CoreFunctionType TWO_INTS_TO_NOTHING =
            ModuleBuilder.type(List.of(CoreValueType.I32, CoreValueType.I32), List.of());
    private static final List<String> FUNCTIONS =
            List.of("make", "take", "peek", "lend-and-give", "give-and-lend", "make-other", "take-other");

    private Code destructor = new Code();
    private boolean hasDestructor = true;
    private Code mischief = new Code();
    private Code run = new Code();
    private Code keep = new Code();

    /** Sets what runs when a thing is dropped; its parameter is what the thing stands for. */
    Things destructor(Code code) {
        destructor = code;
        return this;
    }

    Things withoutDestructor() {
        hasDestructor = false;
        return this;
    }

    /** Sets what the maker does in {@code mischief: func()}. */
    Things makerDoes(Code code) {
        mischief = code;
        return this;
    }

    /** Sets what the user does in {@code run: func()}. */
    Things userDoes(Code code) {
        run = code;
        return this;
    }

    /** Sets what the user does in {@code keep: func(it: borrow<thing>)}; its parameter is the handle. */
    Things userDoesWithWhatIsLent(Code code) {
        keep = code;
        return this;
    }

    byte[] build() {
        ComponentWriter root = new ComponentWriter();
        int maker = root.instance(root.component(maker()));
        List<Item> items = new ArrayList<>();
        for (String type : List.of("thing", "other")) {
            items.add(Item.type(type, root.alias(Sort.TYPE, maker, type)));
        }
        for (String function : FUNCTIONS) {
            items.add(Item.function(function, root.alias(Sort.FUNCTION, maker, function)));
        }
        int user = root.instance(root.component(user()), items.toArray(Item[]::new));
        ResourceType thing = root.exportFrom(maker, "thing");
        ResourceType other = root.exportFrom(maker, "other");
        for (String name : FUNCTIONS) {
            root.exportAs(name, root.alias(Sort.FUNCTION, maker, name), type(name, thing, other));
        }
        root.exportAs("keep", root.alias(Sort.FUNCTION, user, "keep"), Frame.procedure(new BorrowType(thing)));
        root.export("run", Sort.FUNCTION, root.alias(Sort.FUNCTION, user, "run"));
        for (String function : List.of("mischief", "ok")) {
            root.export(function, Sort.FUNCTION, root.alias(Sort.FUNCTION, maker, function));
        }
        return root.build();
    }

    private ComponentWriter maker() {
        ComponentWriter component = new ComponentWriter();
        Late late = new Late(component);
        ResourceType thing = hasDestructor ? component.resource("thing", late.function()) : component.resource("thing");
        ResourceType other = component.resource("other");
        Item[] builtIns = {
            Item.coreFunction("new", component.resourceNew(thing)),
            Item.coreFunction("rep", component.resourceRep(thing)),
            Item.coreFunction("drop", component.resourceDrop(thing)),
            Item.coreFunction("new-other", component.resourceNew(other)),
            Item.coreFunction("rep-other", component.resourceRep(other)),
            Item.coreFunction("drop-other", component.resourceDrop(other))
        };
        late.fill(destructor, builtIns);
        component.export(thing);
        component.export(other);
        int instance =
                component.coreInstance(component.coreModule(makersCode()), Map.of("host", component.coreBag(builtIns)));
        for (String name : FUNCTIONS) {
            component.export(name, instance, type(name, thing, other));
        }
        component.export("mischief", instance, Frame.NOTHING);
        component.export("ok", instance, Frame.NUMBER);
        return component;
    }

    private ModuleBuilder makersCode() {
        ModuleBuilder module = new ModuleBuilder();
        importBuiltIns(module);
        module.exported("make", Frame.INT_TO_INT, new Code().get(0).call(NEW));
        module.exported("take", Frame.INT_TO_NOTHING, new Code().get(0).call(OWN_DROP));
        module.exported("peek", Frame.INT_TO_INT, new Code().get(0));
        module.exported("lend-and-give", TWO_INTS_TO_NOTHING, new Code());
        module.exported("give-and-lend", TWO_INTS_TO_NOTHING, new Code());
        module.exported("make-other", Frame.INT_TO_INT, new Code().get(0).call(NEW_OTHER));
        module.exported("take-other", Frame.INT_TO_NOTHING, new Code().get(0).call(OWN_DROP_OTHER));
        module.exported("mischief", Frame.TO_NOTHING, mischief);
        return Roles.honest(module);
    }

    static void importBuiltIns(ModuleBuilder module) {
        for (String suffix : List.of("", "-other")) {
            module.importFunction("host", "new" + suffix, module.type(Frame.INT_TO_INT));
            module.importFunction("host", "rep" + suffix, module.type(Frame.INT_TO_INT));
            module.importFunction("host", "drop" + suffix, module.type(Frame.INT_TO_NOTHING));
        }
    }

    private static FunctionType type(String function, ResourceType thing, ResourceType other) {
        return switch (function) {
            case "make" -> Frame.function(new OwnType(thing), PrimitiveType.U32);
            case "take" -> Frame.procedure(new OwnType(thing));
            case "peek" -> Frame.function(PrimitiveType.U32, new BorrowType(thing));
            case "lend-and-give" -> Frame.procedure(new BorrowType(thing), new OwnType(thing));
            case "give-and-lend" -> Frame.procedure(new OwnType(thing), new BorrowType(thing));
            case "make-other" -> Frame.function(new OwnType(other), PrimitiveType.U32);
            case "take-other" -> Frame.procedure(new OwnType(other));
            default -> throw new AssertionError(function);
        };
    }

    private ComponentWriter user() {
        ComponentWriter component = new ComponentWriter();
        ResourceType thing = component.importResource("thing");
        ResourceType other = component.importResource("other");
        ModuleBuilder module = new ModuleBuilder();
        List<Item> imports = new ArrayList<>();
        for (String name : FUNCTIONS) {
            FunctionType type = type(name, thing, other);
            imports.add(Item.coreFunction(name, component.lower(component.importFunction(name, type))));
            module.importFunction("host", name, module.type(CoreSignature.lowered(type)));
        }
        imports.add(Item.coreFunction("drop", component.resourceDrop(thing)));
        imports.add(Item.coreFunction("drop-other", component.resourceDrop(other)));
        module.importFunction("host", "drop", module.type(Frame.INT_TO_NOTHING));
        module.importFunction("host", "drop-other", module.type(Frame.INT_TO_NOTHING));
        module.exported("run", Frame.TO_NOTHING, run);
        module.exported("keep", Frame.INT_TO_NOTHING, keep);
        int instance = component.coreInstance(
                component.coreModule(module), Map.of("host", component.coreBag(imports.toArray(Item[]::new))));
        component.export("run", instance, Frame.NOTHING);
        component.export("keep", instance, Frame.procedure(new BorrowType(thing)));
        return component;
    }

    /**
     * A destructor that may use the built-ins of the resource that it belongs to: it goes through a table, which is filled
     * when those are there.
     */
    private static final class Late {
        private final ComponentWriter component;
        private final int instance;

        Late(ComponentWriter component) {
            this.component = component;
            ModuleBuilder module = new ModuleBuilder();
            module.table(1, 1);
            module.export("table", ModuleBuilder.TABLE, 0);
            int type = module.type(Frame.INT_TO_NOTHING);
            module.export(
                    "dtor",
                    ModuleBuilder.FUNCTION,
                    module.function(type, new Code().get(0).i32(0).callIndirect(type, 0)));
            this.instance = component.coreInstance(component.coreModule(module), Map.of());
        }

        int function() {
            return component.coreAlias(Sort.CORE_FUNCTION, instance, "dtor");
        }

        void fill(Code destructor, Item[] builtIns) {
            ModuleBuilder module = new ModuleBuilder();
            importBuiltIns(module);
            module.importTable("late", "table", 1);
            module.elements(0, module.function(module.type(Frame.INT_TO_NOTHING), destructor));
            component.coreInstance(
                    component.coreModule(module), Map.of("host", component.coreBag(builtIns), "late", instance));
        }
    }
}
