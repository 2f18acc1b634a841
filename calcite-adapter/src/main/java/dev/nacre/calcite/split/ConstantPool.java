package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.ConstantOperator;
import dev.nacre.calcite.algebra.Constants;
import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Writing;
import dev.nacre.h2.H2Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBinaryStringLiteral;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Collects the constants of a plan: literals, parameters, and expressions without columns that H2 computes once. */
final class ConstantPool {
    /** H2 reserves these. */
    private static final Set<String> SESSION_WORDS = Set.of(
            "CURRENT_CATALOG",
            "CURRENT_DATE",
            "CURRENT_PATH",
            "CURRENT_ROLE",
            "CURRENT_SCHEMA",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "CURRENT_USER",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "SESSION_USER",
            "SYSTEM_USER",
            "USER");

    private static final Set<String> CLOCKS = Set.of("CURDATE", "CURTIME", "NOW", "SYSDATE", "SYSTIMESTAMP", "TODAY");

    private final PlanContext context;
    private final List<Constants.Slot> slots = new ArrayList<>();
    private final List<String> computed = new ArrayList<>();
    private final ParameterNumbers numbers = new ParameterNumbers();
    private final Map<SqlNode, RexNode> known = new IdentityHashMap<>();

    ConstantPool(PlanContext context) {
        this.context = context;
    }

    static boolean isConstant(SqlNode node) {
        boolean signed = node.getKind() == SqlKind.MINUS_PREFIX || node.getKind() == SqlKind.PLUS_PREFIX;
        return node instanceof SqlLiteral
                || node instanceof SqlDynamicParam
                || (signed && ((SqlCall) node).operand(0) instanceof SqlNumericLiteral);
    }

    /** Returns a literal or a parameter as an expression. */
    RexNode constant(SqlNode node) throws SQLException {
        RexNode made = known.get(node);
        if (made == null) {
            made = node instanceof SqlDynamicParam ? parameter((SqlDynamicParam) node) : literal(node);
            known.put(node, made);
        }
        return made;
    }

    /** Returns whether an expression is one of those of the session, the time or the user, one for all rows. */
    static boolean isOfSession(SqlNode node) {
        if (node instanceof SqlIdentifier word) {
            return word.isSimple() && !word.isComponentQuoted(0) && SESSION_WORDS.contains(upper(word.getSimple()));
        }
        return node instanceof SqlCall call
                && (SESSION_WORDS.contains(upper(call.getOperator().getName()))
                        || CLOCKS.contains(upper(call.getOperator().getName())))
                && call.getOperandList().stream().allMatch(SqlLiteral.class::isInstance);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Returns an expression without columns, which H2 computes when an execution starts. */
    RexNode computed(SqlNode node, CommonTables tables) throws SQLException {
        String text = H2Text.prefix(context, tables, numbers)
                + "SELECT "
                + new Writing(context.text(), numbers).write(context.text().span(node));
        TypeInfo type = context.session().describe(text).columns().get(0).type();
        computed.add("(" + text + ")");
        return add(new Constants.Computed(computed.size() - 1), text, type);
    }

    private RexNode parameter(SqlDynamicParam parameter) {
        return add(
                new Constants.Parameter(parameter.getIndex()), "?" + (parameter.getIndex() + 1), TypeInfo.TYPE_UNKNOWN);
    }

    /** NULL may be one that the parser put where ELSE is missing: it stands nowhere. */
    private RexNode literal(SqlNode literal) throws SQLException {
        if (!isSimple(literal)) {
            return computed(literal, CommonTables.NONE);
        }
        boolean isNull = literal instanceof SqlLiteral && ((SqlLiteral) literal).getValue() == null;
        String text = isNull ? "NULL" : written(literal);
        try (H2Rows rows = context.session().rows("SELECT " + text, List.of(), 0)) {
            rows.next();
            Value value = rows.current()[0];
            return add(new Constants.Literal(value), text, rows.types().get(0));
        }
    }

    /** FETCH FIRST ROW has a 1 that stands nowhere. */
    private String written(SqlNode literal) {
        String text = context.text().text(context.text().span(literal));
        boolean word = literal instanceof SqlNumericLiteral && Character.isLetter(text.charAt(0));
        return word ? literal.toString() : text;
    }

    /** The others may depend on the session's time zone. */
    private static boolean isSimple(SqlNode node) {
        if (!(node instanceof SqlLiteral)) {
            return true;
        }
        Object value = ((SqlLiteral) node).getValue();
        return node instanceof SqlNumericLiteral
                || node instanceof SqlCharStringLiteral
                || node instanceof SqlBinaryStringLiteral
                || value == null
                || value instanceof Boolean;
    }

    private RexNode add(Constants.Slot slot, String text, TypeInfo type) {
        slots.add(slot);
        return context.rex()
                .makeCall(context.typeFactory().of(type), new ConstantOperator(text, slots.size() - 1), List.of());
    }

    Constants finish() {
        return new Constants(
                slots,
                computed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new H2Statement("SELECT " + String.join(", ", computed), numbers.ordinals())));
    }
}
