package dev.nacre.jdbc;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.function.IntFunction;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.util.MathUtils;
import org.h2.value.DataType;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueToObjectConverter;

/** The parameters of a planned query, described as H2 describes its own. */
final class PlannedParameterMetaData implements ParameterMetaData {
    private final int count;
    private final IntFunction<TypeInfo> types;
    private final NacreStatement statement;

    /**
     * @param types the type of a parameter as of now, by its number from 1
     */
    PlannedParameterMetaData(int count, IntFunction<TypeInfo> types, NacreStatement statement) {
        this.count = count;
        this.types = types;
        this.statement = statement;
    }

    private TypeInfo type(int parameter) throws SQLException {
        statement.requireOpen();
        if (parameter < 1 || parameter > count) {
            throw DbException.getJdbcSQLException(
                    ErrorCode.INVALID_VALUE_2, null, Integer.toString(parameter), "param");
        }
        return types.apply(parameter);
    }

    private TypeInfo knownType(int parameter) throws SQLException {
        TypeInfo type = type(parameter);
        return isUnknown(type) ? TypeInfo.TYPE_VARCHAR : type;
    }

    private static boolean isUnknown(TypeInfo type) {
        return type.getValueType() == Value.UNKNOWN;
    }

    @Override
    public int getParameterCount() throws SQLException {
        statement.requireOpen();
        return count;
    }

    @Override
    public int getParameterMode(int parameter) throws SQLException {
        type(parameter);
        return parameterModeIn;
    }

    @Override
    public int getParameterType(int parameter) throws SQLException {
        return DataType.convertTypeToSQLType(knownType(parameter));
    }

    @Override
    public int getPrecision(int parameter) throws SQLException {
        TypeInfo type = type(parameter);
        return isUnknown(type) ? 0 : MathUtils.convertLongToInt(type.getPrecision());
    }

    @Override
    public int getScale(int parameter) throws SQLException {
        TypeInfo type = type(parameter);
        return isUnknown(type) ? 0 : type.getScale();
    }

    @Override
    public int isNullable(int parameter) throws SQLException {
        type(parameter);
        return parameterNullableUnknown;
    }

    @Override
    public boolean isSigned(int parameter) throws SQLException {
        type(parameter);
        return true;
    }

    @Override
    public String getParameterClassName(int parameter) throws SQLException {
        return ValueToObjectConverter.getDefaultClass(knownType(parameter).getValueType(), true)
                .getName();
    }

    @Override
    public String getParameterTypeName(int parameter) throws SQLException {
        return knownType(parameter).getDeclaredTypeName();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type != null && type.isInstance(this)) {
            return type.cast(this);
        }
        throw DbException.toSQLException(DbException.getInvalidValueException("iface", type));
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type != null && type.isInstance(this);
    }
}
