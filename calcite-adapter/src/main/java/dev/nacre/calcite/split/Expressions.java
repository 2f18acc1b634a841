package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.h2.value.TypeInfo;

/** The expressions of one block: placed on its ground first, compiled to Calcite's form afterwards. */
final class Expressions {
    private final PlanContext context;
    private final CommonTables tables;
    private final Ground ground;

    Expressions(PlanContext context, CommonTables tables, Ground ground) {
        this.context = context;
        this.tables = tables;
        this.ground = ground;
    }

    PlanContext context() {
        return context;
    }

    CommonTables tables() {
        return tables;
    }

    boolean isWasm(SqlNode node) {
        return context.wasm().contains(node, tables) && !ground.computes(node);
    }

    /** Places an expression, or what of it the ground can compute. */
    void place(SqlNode node, Guards guards) throws SQLException {
        context.check();
        if (!isGiven(node) && !ground.place(node, guards) && !ConstantPool.isOfSession(node)) {
            family(node).place((SqlCall) node, guards, this);
        }
    }

    /** Returns whether the value is there without the ground. */
    private boolean isGiven(SqlNode node) {
        return ConstantPool.isConstant(node) || context.correlations().contains(node);
    }

    void placeAll(List<SqlNode> nodes, Guards guards) throws SQLException {
        for (SqlNode node : nodes) {
            place(node, guards);
        }
    }

    /** Places conditions each of which is evaluated only as the ones before it decide; returns the guards of what stands after. */
    Guards placeInTurn(List<SqlNode> conditions, Guards guards) throws SQLException {
        Guards next = guards;
        for (SqlNode condition : conditions) {
            place(condition, next);
            next = next.andUndecidable();
        }
        return next;
    }

    /** Returns the guards of what stands after a condition that has to pass a test. */
    Guards after(SqlNode condition, String test, Guards guards) {
        return isWasm(condition) ? guards.andUndecidable() : guards.and(condition, test);
    }

    /** Compiles an expression that was placed. */
    RexNode compile(SqlNode node) throws SQLException {
        context.check();
        if (ConstantPool.isConstant(node)) {
            return context.constants().constant(node);
        }
        RexNode outer = context.correlations().reference(node);
        if (outer != null) {
            return outer;
        }
        RexNode reference = ground.reference(node);
        if (reference == null && ConstantPool.isOfSession(node)) {
            return context.constants().computed(node, tables);
        }
        return reference != null ? reference : family(node).compile((SqlCall) node, this);
    }

    RexNode[] compileAll(List<SqlNode> nodes) throws SQLException {
        RexNode[] compiled = new RexNode[nodes.size()];
        for (int index = 0; index < compiled.length; index++) {
            compiled[index] = compile(nodes.get(index));
        }
        return compiled;
    }

    RexNode call(TypeInfo type, SqlOperator operator, RexNode... operands) {
        return context.rex().makeCall(context.typeFactory().of(type), operator, Arrays.asList(operands));
    }

    /** Places a column or another part of a deferred expression, which the ground must know. */
    void placeLeaf(SqlNode leaf) throws SQLException {
        if (!isGiven(leaf) && !ground.place(leaf, Guards.NONE)) {
            ground.refuse(leaf, text(leaf));
        }
    }

    /** Returns whether the ground has an expression as it is, so that it need not be computed. */
    boolean isKey(SqlNode node) {
        return ground.isKey(node);
    }

    String text(SqlNode node) {
        return context.text().text(context.text().span(node));
    }

    /** Returns whether Nacre evaluates a call itself, or H2 does it row by row. */
    boolean isOwn(SqlCall call) {
        return OperatorFamilies.find(call, context) != null;
    }

    private OperatorFamily family(SqlNode node) throws SQLException {
        if (!(node instanceof SqlCall)) {
            ground.refuse(node, text(node));
        }
        SqlCall call = (SqlCall) node;
        OperatorFamily family = OperatorFamilies.find(call, context);
        if (family != null) {
            return family;
        }
        if (Aggregates.isAggregate(call) || call.getKind() == SqlKind.OVER) {
            throw Refusals.clause(call, OperatorFamilies.describe(call) + " over the result of a wasm function");
        }
        return OperatorFamilies.DEFERRED;
    }
}
