package dev.nacre.engine.validate;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModuleType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was defined so far in one component, component type or instance type. Mutable; used by one thread. */
final class Scope {
    /** What kind of text the scope is. */
    enum Kind {
        COMPONENT,
        COMPONENT_TYPE,
        INSTANCE_TYPE
    }

    private final Kind kind;
    private final @Nullable Scope parent;
    private final ValidationContext context;
    private final Map<Sort, IndexSpace<ExternType>> externs = new EnumMap<>(Sort.class);
    private final Map<Sort, IndexSpace<CoreExternType>> coreExterns = new EnumMap<>(Sort.class);
    private final IndexSpace<CoreTypeItem> coreTypes;
    private final IndexSpace<Map<String, CoreExternType>> coreInstances;
    private final NameTable imports;
    private final NameTable exports;
    private final Visibility importVisibility;
    private final Visibility exportVisibility;
    private final List<ResourceType> importedResources = new ArrayList<>();
    private final List<ResourceType> ownResources = new ArrayList<>();
    private final Set<ResourceType> definedResources = new HashSet<>();
    private @Nullable CoreValueType contextType;

    Scope(Kind kind, @Nullable Scope parent, ValidationContext context) {
        this.kind = kind;
        this.parent = parent;
        this.context = context;
        this.coreTypes = new IndexSpace<>(Sort.CORE_TYPE, context);
        this.coreInstances = new IndexSpace<>(Sort.CORE_INSTANCE, context);
        this.imports = new NameTable(context, true);
        this.exports = new NameTable(context, true);
        this.importVisibility = new Visibility(context);
        this.exportVisibility = new Visibility(context);
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Scope parent() {
        return parent;
    }

    /** Returns the items of a sort of the component level, or the core modules. */
    IndexSpace<ExternType> externs(Sort sort) {
        return externs.computeIfAbsent(sort, key -> new IndexSpace<>(key, context));
    }

    /** Returns the core functions, tables, memories, globals or tags. */
    IndexSpace<CoreExternType> coreExterns(Sort sort) {
        return coreExterns.computeIfAbsent(sort, key -> new IndexSpace<>(key, context));
    }

    IndexSpace<CoreTypeItem> coreTypes() {
        return coreTypes;
    }

    IndexSpace<Map<String, CoreExternType>> coreInstances() {
        return coreInstances;
    }

    NameTable imports() {
        return imports;
    }

    NameTable exports() {
        return exports;
    }

    Visibility importVisibility() {
        return importVisibility;
    }

    Visibility exportVisibility() {
        return exportVisibility;
    }

    /** Resource types that imports of this scope introduced. */
    List<ResourceType> importedResources() {
        return importedResources;
    }

    /** Resource types that are new in this scope without being imported. */
    List<ResourceType> ownResources() {
        return ownResources;
    }

    /** Resource types whose definition stands in this scope. */
    Set<ResourceType> definedResources() {
        return definedResources;
    }

    /** Returns whether a type of context slots is the first of this scope or the same as those before. */
    boolean agreeOnContext(CoreValueType type) {
        if (contextType == null) {
            contextType = type;
        }
        return contextType == type;
    }

    CoreFunctionType coreFunction(int index) {
        return ((CoreExternType.Function) coreExterns(Sort.CORE_FUNCTION).get(index)).type();
    }

    CoreExternType.Table coreTable(int index) {
        return (CoreExternType.Table) coreExterns(Sort.CORE_TABLE).get(index);
    }

    CoreExternType.Memory coreMemory(int index) {
        return (CoreExternType.Memory) coreExterns(Sort.CORE_MEMORY).get(index);
    }

    CoreModuleType coreModule(int index) {
        return ((ExternType.Module) externs(Sort.CORE_MODULE).get(index)).type();
    }

    CoreModuleType coreModuleType(int index) {
        CoreTypeItem item = coreTypes.get(index);
        return item.module().orElseThrow(() -> unexpectedType(index, "a core module type"));
    }

    ComponentType component(int index) {
        return ((ExternType.Component) externs(Sort.COMPONENT).get(index)).type();
    }

    InstanceType instance(int index) {
        return ((ExternType.Instance) externs(Sort.INSTANCE).get(index)).type();
    }

    FunctionType function(int index) {
        return ((ExternType.Function) externs(Sort.FUNCTION).get(index)).type();
    }

    ExternType type(int index) {
        return externs(Sort.TYPE).get(index);
    }

    WitType valueType(int index) {
        if (type(index) instanceof ExternType.Value value) {
            return value.type();
        }
        throw unexpectedType(index, "a value type");
    }

    ResourceType resource(int index) {
        if (type(index) instanceof ExternType.Resource resource) {
            return resource.type();
        }
        throw unexpectedType(index, "a resource type");
    }

    /** Returns what a type that is not a value type describes. */
    <T extends ExternType> T described(int index, Class<T> wanted, String noun) {
        if (type(index) instanceof ExternType.Alias alias && wanted.isInstance(alias.type())) {
            return Objects.requireNonNull(wanted.cast(alias.type()));
        }
        throw unexpectedType(index, Text.a(noun) + " type");
    }

    FunctionType functionType(int index) {
        return described(index, ExternType.Function.class, "function").type();
    }

    private EngineException unexpectedType(int index, String expected) {
        return context.invalid(
                "expected type " + Integer.toUnsignedString(index) + " to be " + expected + ", found another kind");
    }
}
