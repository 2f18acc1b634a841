package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2TypeFactory;
import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.SqlText;
import dev.nacre.calcite.text.Writing;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.shape.RoutineShape;
import dev.nacre.functions.shape.ShapeSource;
import dev.nacre.h2.H2Session;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlCall;
import org.h2.value.TypeInfo;

/** What all parts of one plan share while it is made. Mutable, used by one thread. */
final class PlanContext {
    private final SqlText text;
    private final H2Session session;
    private final FunctionLookup functions;
    private final ShapeSource shapes;
    private final Runnable watch;
    private final WasmFinder wasm;
    private final int parameterCount;
    private final H2TypeFactory typeFactory = new H2TypeFactory();
    private final RexBuilder rex = new RexBuilder(typeFactory);
    private final RelOptCluster cluster =
            RelOptCluster.create(new HepPlanner(HepProgram.builder().build()), rex);
    private final Map<SqlCall, FunctionDefinition> resolved = new IdentityHashMap<>();
    private final SqlTypes sqlTypes;
    private final ConstantPool constants;
    private final UserAggregates userAggregates;
    private final Correlations correlations;

    PlanContext(
            SqlText text,
            H2Session session,
            FunctionLookup functions,
            ShapeSource shapes,
            int parameterCount,
            Runnable watch) {
        this.watch = watch;
        this.shapes = shapes;
        this.text = text;
        this.session = session;
        this.functions = functions;
        this.parameterCount = parameterCount;
        this.wasm = new WasmFinder(functions);
        this.sqlTypes = new SqlTypes(session);
        this.constants = new ConstantPool(this);
        this.userAggregates = new UserAggregates(session, functions);
        this.correlations = new Correlations(this);
    }

    /** Ends planning by an exception when it takes too long. */
    void check() {
        watch.run();
    }

    SqlText text() {
        return text;
    }

    H2Session session() {
        return session;
    }

    FunctionLookup functions() {
        return functions;
    }

    /** Returns how an aggregate's component is called. */
    RoutineShape.Accumulator accumulator(FunctionDefinition function) {
        return (RoutineShape.Accumulator) shapes.of(function);
    }

    /** Returns in words how a table function is called. */
    String mode(FunctionDefinition function) {
        RoutineShape shape = shapes.of(function);
        if (shape instanceof RoutineShape.Cursor) {
            return "cursor, batch mode";
        }
        if (shape instanceof RoutineShape.Processor) {
            return "processor, batch mode";
        }
        return shape instanceof RoutineShape.RowsToRows ? "rows to rows, batch mode" : "whole list";
    }

    WasmFinder wasm() {
        return wasm;
    }

    int parameterCount() {
        return parameterCount;
    }

    H2TypeFactory typeFactory() {
        return typeFactory;
    }

    RexBuilder rex() {
        return rex;
    }

    RelOptCluster cluster() {
        return cluster;
    }

    SqlTypes sqlTypes() {
        return sqlTypes;
    }

    UserAggregates userAggregates() {
        return userAggregates;
    }

    ConstantPool constants() {
        return constants;
    }

    Correlations correlations() {
        return correlations;
    }

    /** Starts a statement for H2, in which columns of queries around it are parameters. */
    Writing writing(ParameterNumbers numbers) {
        Writing writing = new Writing(text, numbers);
        correlations.writeTo(writing, numbers);
        return writing;
    }

    /** Remembers which version a call means. */
    void resolve(SqlCall call, FunctionDefinition function) {
        resolved.put(call, function);
    }

    /** Returns the version that a call means, the first of its name until that is known. */
    FunctionDefinition resolved(SqlCall call) {
        FunctionDefinition known = resolved.get(call);
        if (known != null) {
            return known;
        }
        List<FunctionDefinition> overloads = functions.called(call);
        return overloads.stream()
                .filter(function -> function.signature().parameters().size() == call.operandCount())
                .findFirst()
                .orElse(overloads.get(0));
    }

    /** Returns all versions that the plan calls, in the order of their versions. */
    Set<FunctionDefinition> calledFunctions() {
        Set<FunctionDefinition> called = new LinkedHashSet<>();
        resolved.values().stream()
                .sorted((a, b) -> Long.compare(a.version(), b.version()))
                .forEach(called::add);
        return Collections.unmodifiableSet(called);
    }

    /** Returns the type of a function's result as H2 has it. */
    TypeInfo returnType(FunctionDefinition function) throws SQLException {
        return sqlTypes.of(function.signature().returns());
    }
}
