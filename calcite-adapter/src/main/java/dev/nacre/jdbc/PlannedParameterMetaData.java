package dev.nacre.jdbc;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.util.MathUtils;
import org.h2.value.DataType;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueToObjectConverter;

/** The parameters of a planned query, described as H2 describes its own. */
final class PlannedParameterMetaData implements ParameterMetaData {
    private final List<TypeInfo> types;

    PlannedParameterMetaData(List<TypeInfo> types) {
        this.types = List.copyOf(types);
    }

    private TypeInfo type(int parameter) throws SQLException {
        if (parameter < 1 || parameter > types.size()) {
            throw DbException.getJdbcSQLException(
                    ErrorCode.INVALID_VALUE_2, null, Integer.toString(parameter), "param");
        }
        TypeInfo type = types.get(parameter - 1);
        return type.getValueType() == Value.UNKNOWN ? TypeInfo.TYPE_VARCHAR : type;
    }

    @Override
    public int getParameterCount() {
        return types.size();
    }

    @Override
    public int getParameterMode(int parameter) throws SQLException {
        type(parameter);
        return parameterModeIn;
    }

    @Override
    public int getParameterType(int parameter) throws SQLException {
        return DataType.convertTypeToSQLType(type(parameter));
    }

    @Override
    public int getPrecision(int parameter) throws SQLException {
        return MathUtils.convertLongToInt(type(parameter).getPrecision());
    }

    @Override
    public int getScale(int parameter) throws SQLException {
        return type(parameter).getScale();
    }

    @Override
    public int isNullable(int parameter) throws SQLException {
        type(parameter);
        return parameterNullableUnknown;
    }

    @Override
    public boolean isSigned(int parameter) throws SQLException {
        return DataType.isNumericType(type(parameter).getValueType());
    }

    @Override
    public String getParameterClassName(int parameter) throws SQLException {
        return ValueToObjectConverter.getDefaultClass(type(parameter).getValueType(), true)
                .getName();
    }

    @Override
    public String getParameterTypeName(int parameter) throws SQLException {
        return type(parameter).getDeclaredTypeName();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw DbException.getJdbcSQLException(ErrorCode.INVALID_VALUE_2, null, type.getName(), "iface");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
