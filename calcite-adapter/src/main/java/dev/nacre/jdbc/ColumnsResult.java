package dev.nacre.jdbc;

import dev.nacre.h2.H2Column;
import org.h2.engine.Session;
import org.h2.result.ResultInterface;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** What H2's result sets ask of a result about its columns. */
abstract class ColumnsResult implements ResultInterface {
    private ResultColumns columns;

    ColumnsResult(ResultColumns columns) {
        this.columns = columns;
    }

    private H2Column column(int index) {
        return columns.columns().get(index);
    }

    @Override
    public int getVisibleColumnCount() {
        return columns.columns().size();
    }

    @Override
    public String getAlias(int index) {
        return column(index).label();
    }

    @Override
    public @Nullable String getSchemaName(int index) {
        return column(index).schema();
    }

    @Override
    public @Nullable String getTableName(int index) {
        return column(index).table();
    }

    @Override
    public String getColumnName(int index) {
        return column(index).name();
    }

    /** Has to be told the first row, for columns whose type only the values tell. */
    final void learnTypes(Value[] row) {
        columns = columns.learn(row);
    }

    @Override
    public TypeInfo getColumnType(int index) {
        return columns.type(index);
    }

    @Override
    public boolean isIdentity(int index) {
        return column(index).identity();
    }

    @Override
    public int getNullable(int index) {
        return column(index).nullable();
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
