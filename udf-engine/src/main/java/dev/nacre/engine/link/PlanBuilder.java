package dev.nacre.engine.link;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.abi.SignaturePlans;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreModuleType;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.CoreExtern;
import dev.nacre.engine.validate.Definition;
import dev.nacre.engine.validate.DefinitionVisitor;
import dev.nacre.engine.validate.TypedComponent;
import dev.nacre.engine.wit.ExternType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns a component's definitions into steps, once. Mutable, used by one thread for one component. */
final class PlanBuilder implements DefinitionVisitor<Step> {
    /** Stands for a core module that nobody instantiates; the definition would keep the module's bytes. */
    private static final Object LEFT_OUT = new Object();

    private final DefinitionTable definitions;
    private final DirectBindings bindings;
    private final Function<Definition.CoreModuleDefinition, CompiledModule> compiler;
    private final CanonSteps canon;
    private final Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
    private int index;

    private PlanBuilder(TypedComponent component, Function<Definition.CoreModuleDefinition, CompiledModule> compiler) {
        this.definitions = new DefinitionTable(component);
        this.bindings = DirectBindings.of(definitions, new Uses(component));
        this.compiler = compiler;
        this.canon = new CanonSteps(definitions, new SignaturePlans());
    }

    /** Plans a component and all that are nested in it, and compiles the core modules that will run. */
    static ComponentPlan plan(
            TypedComponent component, Function<Definition.CoreModuleDefinition, CompiledModule> compiler) {
        PlanBuilder builder = new PlanBuilder(component, compiler);
        List<ComponentPlan.Item> items = new ArrayList<>();
        for (Definition definition : component.definitions()) {
            builder.index = builder.counts.merge(definition.sort(), 1, Integer::sum) - 1;
            items.add(new ComponentPlan.Item(definition.sort(), definition.accept(builder)));
        }
        return new ComponentPlan(items);
    }

    @Override
    public Step visitImport(Definition.Import definition) {
        ResourceBinding resources = ResourceBinding.of(definition.type());
        return scope -> {
            Object item = scope.imports().get(definition.name());
            resources.bindImport(scope.state(), item);
            return item;
        };
    }

    @Override
    public Step visitCoreModule(Definition.CoreModuleDefinition definition) {
        if (bindings.leavesOut(index, definitions)) {
            return scope -> LEFT_OUT;
        }
        CompiledModule module = compiler.apply(definition);
        return scope -> module;
    }

    @Override
    public Step visitCoreInstantiate(Definition.CoreInstantiate definition) {
        Optional<DirectBindings.Binding> shim = bindings.shim(index);
        if (shim.isPresent()) {
            return scope -> new ShimItems(shim.get());
        }
        Optional<DirectBindings.Binding> fixup = bindings.fixup(index);
        if (fixup.isPresent()) {
            int shimInstance = fixup.get().shimInstance();
            return scope -> {
                ShimItems items = (ShimItems) scope.item(Sort.CORE_INSTANCE, shimInstance);
                items.fixUp(scope);
                return items;
            };
        }
        return coreInstantiate(definition);
    }

    private static Step coreInstantiate(Definition.CoreInstantiate definition) {
        Map<String, Integer> sources = new HashMap<>();
        definition.arguments().forEach(argument -> sources.put(argument.name(), argument.instance()));
        return scope -> {
            CompiledModule module = (CompiledModule) scope.item(Sort.CORE_MODULE, definition.module());
            List<CoreExtern> imports = new ArrayList<>();
            for (CoreModuleType.Import item : module.type().imports()) {
                int instance = requireNonNull(sources.get(item.module()), "validation has found every argument");
                Object source = scope.item(Sort.CORE_INSTANCE, instance);
                imports.add(((CoreItems) source).extern(item.name()));
            }
            return CoreItems.of(scope.session().instantiate(module, imports));
        };
    }

    @Override
    public Step visitCoreInstanceFromExports(Definition.CoreInstanceFromExports definition) {
        return scope -> CoreItems.of(named(scope, definition.exports()));
    }

    @Override
    public Step visitAliasExport(Definition.AliasExport definition) {
        return scope -> ((Items) scope.item(Sort.INSTANCE, definition.instance())).get(definition.name());
    }

    @Override
    public Step visitAliasCoreExport(Definition.AliasCoreExport definition) {
        return scope -> ((CoreItems) scope.item(Sort.CORE_INSTANCE, definition.instance())).get(definition.name());
    }

    @Override
    public Step visitAliasOuter(Definition.AliasOuter definition) {
        return scope -> scope.outerItem(definition.count(), definition.sort(), definition.index());
    }

    @Override
    public Step visitNestedComponent(Definition.NestedComponent definition) {
        ComponentPlan plan = plan(definition.component(), compiler);
        return scope -> new Closure(plan, scope);
    }

    @Override
    public Step visitInstantiate(Definition.Instantiate definition) {
        ResourceBinding resources = ResourceBinding.of(definition.type());
        return scope -> {
            Closure closure = (Closure) scope.item(Sort.COMPONENT, definition.component());
            Items made = closure.instantiate(scope, new Items(named(scope, definition.arguments())));
            resources.bind(scope.state(), made);
            return made;
        };
    }

    @Override
    public Step visitInstanceFromExports(Definition.InstanceFromExports definition) {
        ResourceBinding resources = ResourceBinding.of(definition.type());
        return scope -> {
            Items made = new Items(named(scope, definition.exports()));
            resources.bind(scope.state(), made);
            return made;
        };
    }

    private static Map<String, Object> named(Instantiation scope, List<Definition.NamedItem> items) {
        Map<String, Object> named = new HashMap<>();
        items.forEach(item -> named.put(item.name(), scope.item(item.sort(), item.index())));
        return named;
    }

    @Override
    public Step visitType(Definition.TypeDefinition definition) {
        if (definition.type() instanceof ExternType.Resource resource) {
            return scope -> scope.state().resource(resource.type());
        }
        return scope -> Items.TYPE;
    }

    @Override
    public Step visitCoreType(Definition.CoreTypeDefinition definition) {
        return scope -> Items.TYPE;
    }

    @Override
    public Step visitExport(Definition.Export definition) {
        ResourceBinding resources = ResourceBinding.of(definition.type());
        return scope -> {
            Object item = scope.item(definition.sort(), definition.index());
            resources.bind(scope.state(), item);
            scope.export(definition.name(), item);
            return item;
        };
    }

    @Override
    public Step visitCanonLift(Definition.CanonLift definition) {
        return canon.lift(definition, index);
    }

    @Override
    public Step visitCanonLower(Definition.CanonLower definition) {
        return canon.lower(definition);
    }

    @Override
    public Step visitResource(Definition.ResourceDefinition definition) {
        return canon.resource(definition);
    }

    @Override
    public Step visitResourceNew(Definition.ResourceNew definition) {
        return canon.resourceNew(definition);
    }

    @Override
    public Step visitResourceDrop(Definition.ResourceDrop definition) {
        return canon.resourceDrop(definition);
    }

    @Override
    public Step visitResourceRep(Definition.ResourceRep definition) {
        return canon.resourceRep(definition);
    }

    @Override
    public Step visitTaskBuiltIn(Definition.TaskBuiltIn definition) {
        return canon.task(definition);
    }

    @Override
    public Step visitUnsupportedBuiltIn(Definition.UnsupportedBuiltIn definition) {
        return canon.unsupported(definition);
    }
}
