<#-- What H2's expressions have beyond Calcite's. -->
/** Parses "::type", which is an ordinary cast. */
void InfixCast(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlDataTypeSpec type;
}
{
    <INFIX_CAST> { checkNonQueryExpression(exprContext); }
    type = DataType()
    {
        list.add(new ToTreeListItem(SqlStdOperatorTable.CAST, s.pos()));
        list.add(type);
    }
}

/** Numbers a parameter: "?" gets the next number, "?3" is the third. */
JAVACODE SqlDynamicParam numberedParameter()
{
    final int index = token.image.length() == 1
        ? nDynamicParams
        : Values.parameterIndex(token.image, here());
    nDynamicParams = Math.max(nDynamicParams, index + 1);
    return new SqlDynamicParam(index, getPos());
}

/** Returns how many parameters were read. */
JAVACODE public int parameterCount()
{
    return nDynamicParams;
}
