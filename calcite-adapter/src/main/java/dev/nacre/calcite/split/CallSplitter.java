package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.FieldOperator;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Description;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/** Splits the expression of a CALL: one row, and of a procedure that gives a row one column for each of its fields. */
final class CallSplitter {
    private final PlanContext context;

    CallSplitter(PlanContext context) {
        this.context = context;
    }

    Block split(SqlNode expression) throws SQLException {
        TableSource source = new TableSource(context, CommonTables.NONE, Optional.empty());
        Expressions expressions = new Expressions(context, CommonTables.NONE, source);
        expressions.place(expression, Guards.NONE);
        RelNode arguments = source.build();
        RelNode value = new Relations(context).project(arguments, List.of(expressions.compile(expression)));
        H2Description description = Shadow.describeValue(context, expression);
        List<FunctionDefinition> called = context.functions().called(expression);
        boolean isProcedure = !called.isEmpty() && called.get(0).kind() == FunctionKind.PROCEDURE;
        return isProcedure && context.resolved((SqlCall) expression).signature().returns() instanceof SqlType.Row row
                ? fields(value, row, description.parameterTypes())
                : new Block(value, description);
    }

    private Block fields(RelNode value, SqlType.Row row, List<TypeInfo> parameterTypes) throws SQLException {
        List<RexNode> fields = new ArrayList<>();
        List<H2Column> columns = new ArrayList<>();
        for (SqlType.Field field : row.fields()) {
            TypeInfo type = context.sqlTypes().of(field.type());
            fields.add(context.rex()
                    .makeCall(
                            context.typeFactory().of(type),
                            new FieldOperator(fields.size()),
                            List.of(context.rex().makeInputRef(value, 0))));
            columns.add(new H2Column(
                    field.name(), field.name(), null, null, type, ResultSetMetaData.columnNullableUnknown, false));
        }
        return new Block(new Relations(context).project(value, fields), new H2Description(columns, parameterTypes));
    }
}
