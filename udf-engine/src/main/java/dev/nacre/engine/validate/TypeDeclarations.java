package dev.nacre.engine.validate;

import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.binary.Located;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.binary.TypeSource;
import dev.nacre.engine.binary.ValueSource;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;

/** Type definitions: Binary.md, "Type Definitions". */
final class TypeDeclarations {
    private final Scope scope;
    private final ValidationContext context;
    private final ValueTypes values;

    TypeDeclarations(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
        this.values = new ValueTypes(scope, context);
    }

    Definition define(Declaration.Type declaration) {
        if (declaration.type() instanceof TypeSource.Resource resource) {
            return defineResource(resource);
        }
        ExternType type = resolve(declaration.type());
        scope.externs(Sort.TYPE).add(type);
        return new Definition.TypeDefinition(type);
    }

    private Definition defineResource(TypeSource.Resource source) {
        if (scope.kind() != Scope.Kind.COMPONENT) {
            throw context.invalid("expected a type without a definition of a resource, found one");
        }
        CoreValueType representation = source.representation();
        if (representation != CoreValueType.I32 && representation != CoreValueType.I64) {
            throw context.invalid("expected the representation I32, found " + representation);
        }
        source.destructor().ifPresent(index -> checkDestructor(index, representation));
        if (representation == CoreValueType.I64) {
            throw context.unsupported("resources of 64 bits");
        }
        ResourceType type = new ResourceType("");
        scope.ownResources().add(type);
        scope.definedResources().add(type);
        scope.externs(Sort.TYPE).add(new ExternType.Resource(type));
        return new Definition.ResourceDefinition(type, source.destructor());
    }

    private void checkDestructor(int index, CoreValueType representation) {
        CoreFunctionType found = scope.coreFunction(index);
        CoreFunctionType expected = new CoreFunctionType(List.of(representation), List.of());
        if (!found.equals(expected)) {
            throw context.invalid("expected a destructor " + CoreSubtyping.describe(expected) + ", found "
                    + CoreSubtyping.describe(found));
        }
    }

    private ExternType resolve(TypeSource source) {
        if (source instanceof TypeSource.Value value) {
            return new ExternType.Value(values.resolve(value.type()));
        }
        if (source instanceof TypeSource.Function function) {
            return new ExternType.Alias(new ExternType.Function(functionType(function)));
        }
        if (source instanceof TypeSource.Component component) {
            ScopeValidator inner = inner(Scope.Kind.COMPONENT_TYPE);
            return new ExternType.Alias(
                    new ExternType.Component(inner.validateComponentType(component.declarations())));
        }
        List<Located> declarations = ((TypeSource.Instance) source).declarations();
        ScopeValidator inner = inner(Scope.Kind.INSTANCE_TYPE);
        return new ExternType.Alias(new ExternType.Instance(inner.validateInstanceType(declarations)));
    }

    private ScopeValidator inner(Scope.Kind kind) {
        return new ScopeValidator(new Scope(kind, scope, context), context);
    }

    private FunctionType functionType(TypeSource.Function source) {
        values.checkLabels(
                "parameters",
                source.parameters().stream().map(ValueSource.Field::name).toList());
        List<FunctionType.Parameter> parameters = source.parameters().stream()
                .map(field -> new FunctionType.Parameter(field.name(), values.resolve(field.type())))
                .toList();
        Optional<WitType> result = source.result().map(values::resolve);
        if (result.isPresent() && context.types().of(result.get()).hasBorrow()) {
            throw context.invalid("expected a result without borrowed handles, found " + Text.type(result.get()));
        }
        return new FunctionType(parameters, result, source.async());
    }
}
