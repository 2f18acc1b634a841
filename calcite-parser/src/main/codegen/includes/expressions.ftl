<#-- What H2's expressions have beyond Calcite's. -->
/** Parses "::type", which is an ordinary cast. */
void InfixCast(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlDataTypeSpec type;
}
{
    <INFIX_CAST> { checkNonQueryExpression(exprContext); s.clear().add(this); }
    type = DataType()
    {
        list.add(new ToTreeListItem(SqlStdOperatorTable.CAST, s.pos()));
        list.add(type);
    }
}

/** Parses "AT TIME ZONE zone" and "AT LOCAL". */
void AtTimeZone(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlNode zone;
}
{
    <AT_TIME_ZONE> {
        checkNonQueryExpression(exprContext);
        s.clear().add(this);
        list.add(new ToTreeListItem(OperatorKinds.AT_TIME_ZONE, s.pos()));
    }
    zone = Expression3(ExprContext.ACCEPT_NON_QUERY) { list.add(zone); }
|
    <AT_LOCAL> {
        checkNonQueryExpression(exprContext);
        s.clear().add(this);
        list.add(new ToTreeListItem(OperatorKinds.AT_LOCAL, s.pos()));
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
