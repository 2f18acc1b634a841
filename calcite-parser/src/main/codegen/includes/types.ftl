<#-- Data types in Nacre's own statements: H2's spellings, into one name for each type. -->
TypeExpression Type() :
{
    TypeExpression type;
    final Span s = Span.of();
    OptionalInt maximum;
}
{
    (
        LOOKAHEAD(2) type = RowType()
    |
        type = IntervalType()
    |
        type = WordType()
    )
    (
        <ARRAY> { s.clear().add(this); maximum = OptionalInt.empty(); }
        [ <LBRACKET> maximum = TypeArgument() <RBRACKET> ]
        { type = TypeNames.array(type, maximum, since(s)); }
    )*
    { return type; }
}

/** Parses the type of a parameter, which may be a table. */
TypeExpression ParameterType() :
{
    final TypeExpression type;
    final Span s;
    final List<Field> columns;
}
{
    <TABLE> { s = span(); } columns = Fields() { return new TableType(columns, since(s)); }
|
    type = Type() { return type; }
}

RowType RowType() :
{
    final Span s;
    final List<Field> fields;
}
{
    <ROW> { s = span(); } fields = Fields()
    { return new RowType(fields, since(s)); }
}

List<Field> Fields() :
{
    final List<Field> fields = new ArrayList<Field>();
    Field field;
}
{
    <LPAREN> field = Field() { fields.add(field); }
    ( <COMMA> field = Field() { fields.add(field); } )*
    <RPAREN>
    { return fields; }
}

Field Field() :
{
    final Identifier name;
    final TypeExpression type;
}
{
    name = Name() type = Type()
    { return new Field(name, type); }
}

OptionalInt TypeArgument() : { }
{
    <UNSIGNED_INTEGER_LITERAL> { return OptionalInt.of(Values.typeArgument(token.image, here())); }
}

OptionalInt OptionalTypeArgument() :
{
    final OptionalInt argument;
}
{
    <LPAREN> argument = TypeArgument() <RPAREN> { return argument; }
|
    { return OptionalInt.empty(); }
}

ScalarType IntervalType() :
{
    final Span s;
    final OptionalInt precision;
    OptionalInt scale = OptionalInt.empty();
    String words;
}
{
    <INTERVAL> { s = span(); }
    (
        <SECOND> { words = "SECOND"; }
        (
            <LPAREN> precision = TypeArgument() [ <COMMA> scale = TypeArgument() ] <RPAREN>
        |
            { precision = OptionalInt.empty(); }
        )
    |
        ( <YEAR> | <MONTH> | <DAY> | <HOUR> | <MINUTE> ) { words = token.image; }
        precision = OptionalTypeArgument()
        [
            <TO>
            (
                ( <MONTH> | <HOUR> | <MINUTE> ) { words = words + " TO " + token.image; }
            |
                <SECOND> { words = words + " TO SECOND"; }
                scale = OptionalTypeArgument()
            )
        ]
    )
    { return TypeNames.interval(words, precision, scale, since(s)); }
}

/** Parses a type that is named by words, and its arguments. */
TypeExpression WordType() :
{
    final Span s;
    final TypeWords words;
    Identifier part;
    OptionalInt argument;
}
{
    part = Name() { s = span(); words = new TypeWords(part, token.image); }
    ( LOOKAHEAD(2) <DOT> part = Name() { words.qualify(part); } )*
    ( LOOKAHEAD({ words.continuesWith(getToken(1).image) }) Name() { words.append(token.image); } )*
    [
        <LPAREN> argument = TypeArgument() { words.argument(argument); }
        [ <COMMA> argument = TypeArgument() { words.argument(argument); } ]
        <RPAREN>
    ]
    [ LOOKAHEAD(2) TimeZone(words) ]
    { return words.type(since(s)); }
}

void TimeZone(TypeWords words) : { }
{
    <WITH> <TIME> <ZONE> { words.withTimeZone(); }
|
    <WITHOUT> <TIME> <ZONE> { words.withoutTimeZone(); }
}

/** Parses a type in a cast. */
SqlTypeNameSpec CastType() :
{
    final TypeExpression type;
}
{
    type = WordType()
    { return CastTypes.of(type); }
}
