package dev.nacre.ddl;

import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.shape.ResourceExport;
import dev.nacre.functions.shape.RoutineInference;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.RoutineKind;
import java.util.List;
import java.util.Optional;

/** The export that a statement means: a function or a resource. */
sealed interface ChosenExport {
    /** Returns the full name, version included. */
    String name();

    /** An exported function. */
    record OfFunction(ExportedFunctionType function) implements ChosenExport {
        @Override
        public String name() {
            return function.name();
        }
    }

    /** An exported resource. */
    record OfResource(ResourceExport resource) implements ChosenExport {
        @Override
        public String name() {
            return resource.name();
        }
    }

    /** Finds the export that is written, or the only one that there is. */
    static ChosenExport of(String subject, CreateFunction statement, Component component) {
        if (statement.clauses().export() == null) {
            return only(subject, statement, component);
        }
        String name = statement.clauses().export().value();
        return find(statement.kind(), component, name)
                .orElseThrow(() ->
                        ExportList.refusal(subject + ": expected an export '" + name + "'", statement, component));
    }

    /**
     * Finds an export.
     *
     * @param kind of an aggregate, which is a resource where a function of that name exists as well
     */
    static Optional<ChosenExport> find(RoutineKind kind, Component component, String name) {
        Optional<ChosenExport> function = component.function(name).map(OfFunction::new);
        Optional<ChosenExport> resource = ResourceExport.find(component, name).map(OfResource::new);
        return kind == RoutineKind.AGGREGATE_FUNCTION ? resource.or(() -> function) : function.or(() -> resource);
    }

    private static ChosenExport only(String subject, CreateFunction statement, Component component) {
        List<ResourceExport> aggregates = ResourceExport.all(component).stream()
                .filter(RoutineInference::isRoutine)
                .toList();
        boolean isAggregate = statement.kind() == RoutineKind.AGGREGATE_FUNCTION;
        if (isAggregate && aggregates.size() == 1) {
            return new OfResource(aggregates.get(0));
        }
        if (!isAggregate && component.functions().size() == 1) {
            return new OfFunction(component.functions().get(0));
        }
        if (!isAggregate && component.functions().isEmpty() && aggregates.size() == 1) {
            return new OfResource(aggregates.get(0));
        }
        throw ExportList.refusal(
                subject + ": expected EXPORT, because the component does not export exactly one "
                        + (isAggregate ? "resource that is an aggregate" : "function"),
                statement,
                component);
    }
}
