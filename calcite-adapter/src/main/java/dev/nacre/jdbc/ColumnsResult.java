package dev.nacre.jdbc;

import dev.nacre.h2.H2Column;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.Session;
import org.h2.result.ResultInterface;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** What H2's result sets ask of a result about its columns. */
abstract class ColumnsResult implements ResultInterface {
    private List<H2Column> columns;

    ColumnsResult(List<H2Column> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public int getVisibleColumnCount() {
        return columns.size();
    }

    @Override
    public String getAlias(int index) {
        return columns.get(index).label();
    }

    @Override
    public @Nullable String getSchemaName(int index) {
        return columns.get(index).schema();
    }

    @Override
    public @Nullable String getTableName(int index) {
        return columns.get(index).table();
    }

    @Override
    public String getColumnName(int index) {
        return columns.get(index).name();
    }

    /** A column that is a parameter has the type of its value: the first row tells. */
    final void learnTypes(Value[] row) {
        if (hasUnknownTypes()) {
            List<H2Column> known = new ArrayList<>();
            for (int index = 0; index < columns.size(); index++) {
                H2Column column = columns.get(index);
                known.add(isUnknown(column) ? column.withType(row[index].getType()) : column);
            }
            columns = known;
        }
    }

    private boolean hasUnknownTypes() {
        return columns.stream().anyMatch(ColumnsResult::isUnknown);
    }

    private static boolean isUnknown(H2Column column) {
        return column.type().getValueType() == Value.UNKNOWN;
    }

    @Override
    public TypeInfo getColumnType(int index) {
        return columns.get(index).type();
    }

    @Override
    public boolean isIdentity(int index) {
        return columns.get(index).identity();
    }

    @Override
    public int getNullable(int index) {
        return columns.get(index).nullable();
    }

    @Override
    public void setFetchSize(int fetchSize) {
        // rows come one by one
    }

    @Override
    public int getFetchSize() {
        return 0;
    }

    @Override
    public boolean isLazy() {
        return false;
    }

    @Override
    public @Nullable ResultInterface createShallowCopy(Session targetSession) {
        return null;
    }
}
