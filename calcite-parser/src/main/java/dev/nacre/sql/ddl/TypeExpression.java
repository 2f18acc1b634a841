package dev.nacre.sql.ddl;

/** Is a data type as a statement writes it. */
public sealed interface TypeExpression extends SqlFragment
        permits ScalarType, ArrayType, RowType, NamedType, TableType {}
