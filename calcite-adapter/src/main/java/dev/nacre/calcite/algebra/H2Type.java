package dev.nacre.calcite.algebra;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** A type of H2, lossless, in Calcite's algebra. Always nullable: H2 says at the end what a result column is. */
public final class H2Type extends RelDataTypeImpl {
    private static final long serialVersionUID = 1L;

    private final transient TypeInfo info;

    /** Makes Calcite's form of a type. */
    public H2Type(TypeInfo info) {
        this.info = info;
        computeDigest();
    }

    /** Returns H2's form of a type that this class is known to be. */
    public static TypeInfo info(RelDataType type) {
        return ((H2Type) type).info;
    }

    @Override
    public SqlTypeName getSqlTypeName() {
        return info.getValueType() == Value.BOOLEAN ? SqlTypeName.BOOLEAN : SqlTypeName.OTHER;
    }

    @Override
    public boolean isNullable() {
        return true;
    }

    @Override
    protected void generateTypeString(StringBuilder out, boolean withDetail) {
        info.getSQL(out, 0);
    }
}
