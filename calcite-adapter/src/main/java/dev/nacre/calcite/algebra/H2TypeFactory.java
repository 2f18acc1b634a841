package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/** Makes types for a plan; lets {@link H2Type} pass where Calcite would rebuild a type of its own. */
public final class H2TypeFactory extends SqlTypeFactoryImpl {
    /** Makes a factory; one is made for each plan. */
    public H2TypeFactory() {
        super(RelDataTypeSystem.DEFAULT);
    }

    /** Returns Calcite's form of a type. */
    public RelDataType of(TypeInfo info) {
        return new H2Type(info);
    }

    @Override
    public RelDataType createTypeWithNullability(RelDataType type, boolean nullable) {
        return type instanceof H2Type ? type : super.createTypeWithNullability(type, nullable);
    }

    @Override
    public @Nullable RelDataType leastRestrictive(List<RelDataType> types) {
        if (!types.stream().allMatch(H2Type.class::isInstance)) {
            return super.leastRestrictive(types);
        }
        TypeInfo least = H2Type.info(types.get(0));
        for (RelDataType type : types) {
            least = TypeInfo.getHigherType(least, H2Type.info(type));
        }
        return of(least);
    }
}
