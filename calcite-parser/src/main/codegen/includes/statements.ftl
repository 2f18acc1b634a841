<#-- Doors of the parser: one production for each kind of statement. -->
NacreStatement NacreStatementEof() :
{
    final NacreStatement statement;
}
{
    statement = NacreStatement() End()
    { return statement; }
}

SqlNode QueryEof() :
{
    final SqlNode query;
}
{
    query = OrderedQueryOrExpr(ExprContext.ACCEPT_QUERY) End()
    { return query; }
}

SqlNode ExplainEof() :
{
    final SqlNode query;
}
{
    <EXPLAIN> [ LOOKAHEAD(2) <PLAN> <FOR> ] query = QueryEof()
    { return query; }
}

SqlNode CallEof() :
{
    final SqlNode expression;
}
{
    <CALL> expression = Expression(ExprContext.ACCEPT_SUB_QUERY) End()
    { return expression; }
}

SqlNode ModificationEof() :
{
    final SqlNode modification;
}
{
    (
        modification = SqlInsert()
    |
        modification = SqlDelete()
    |
        modification = SqlUpdate()
    |
        modification = SqlMerge()
    )
    End()
    { return modification; }
}

/** Parses the end of the text, after semicolons or none. */
void End() : { }
{
    ( <SEMICOLON> )* <EOF>
}

/** Parses one of Nacre's own statements. */
NacreStatement NacreStatement() :
{
    final NacreStatement statement;
    final Span s;
    boolean replace = false;
}
{
    (
        <CREATE> { s = span(); } [ <OR> <REPLACE> { replace = true; } ]
        (
            statement = CreateComponent(s, replace)
        |
            statement = CreateFunction(s, replace)
        )
    |
        <IMPORT> { s = span(); } statement = ImportFunctions(s)
    |
        <DROP> { s = span(); }
        (
            statement = DropComponent(s)
        |
            statement = DropFunction(s)
        )
    |
        <SHOW> { s = span(); } statement = Show(s)
    |
        <DESCRIBE> { s = span(); } statement = Describe(s)
    |
        <SET> { s = span(); } statement = SetSetting(s)
    |
        <GRANT> { s = span(); } statement = Rights(RightsVerb.GRANT, s)
    |
        <REVOKE> { s = span(); } statement = Rights(RightsVerb.REVOKE, s)
    )
    { return statement; }
}

JAVACODE SourceSpan here()
{
    return Positions.of(getPos());
}

JAVACODE SourceSpan since(Span s)
{
    return Positions.of(s.end(this));
}

Identifier Name() :
{
    final SqlIdentifier id;
}
{
    id = SimpleIdentifier()
    { return Positions.identifier(id); }
}

QualifiedName QualifiedName() :
{
    final List<Identifier> parts = new ArrayList<Identifier>();
    Identifier part;
}
{
    part = Name() { parts.add(part); }
    ( <DOT> part = Name() { parts.add(part); } )*
    { return new QualifiedName(parts); }
}

boolean IfNotExists() : { }
{
    LOOKAHEAD(2) <IF> <NOT> <EXISTS> { return true; }
|
    { return false; }
}

boolean IfExists() : { }
{
    LOOKAHEAD(2) <IF> <EXISTS> { return true; }
|
    { return false; }
}

TextLiteral Text() : { }
{
    <QUOTED_STRING> { return new TextLiteral(SqlParserUtil.parseString(token.image), here()); }
}

Literal LiteralValue() :
{
    final Literal value;
    final Span s;
    boolean negative = false;
}
{
    (
        value = Text()
    |
        <TRUE> { value = new Literal.Truth(true, here()); }
    |
        <FALSE> { value = new Literal.Truth(false, here()); }
    |
        <NULL> { value = new Literal.Null(here()); }
    |
        { s = Span.of(); }
        [ <PLUS> { s.add(this); } | <MINUS> { s.add(this); negative = true; } ]
        ( <UNSIGNED_INTEGER_LITERAL> | <DECIMAL_NUMERIC_LITERAL> | <APPROX_NUMERIC_LITERAL> )
        { value = Values.number(token.image, negative, since(s)); }
    )
    { return value; }
}

/** A setting may be called as a word that is reserved elsewhere; its case says nothing. */
Identifier SettingName() :
{
    final Identifier name;
}
{
    <GROUPS> { return new Identifier(token.image.toLowerCase(java.util.Locale.ROOT), false, here()); }
|
    name = Name() { return name; }
}

OptionSetting OptionSetting() :
{
    final Identifier name;
    final Literal value;
}
{
    name = SettingName() <EQ> value = LiteralValue()
    { return new OptionSetting(name, value); }
}

List<OptionSetting> OptionSettings() :
{
    final List<OptionSetting> options = new ArrayList<OptionSetting>();
    OptionSetting option;
}
{
    <LPAREN> option = OptionSetting() { options.add(option); }
    ( <COMMA> option = OptionSetting() { options.add(option); } )*
    <RPAREN>
    { return options; }
}

ComponentSource ComponentSource() :
{
    final TextLiteral text;
    final SqlDynamicParam parameter;
    final Span s;
}
{
    text = Text() { return new ComponentSource.Location(text); }
|
    <BINARY_STRING_LITERAL> { return Values.hexadecimal(token.image, here()); }
|
    <BASE64> { s = span(); } text = Text() { return Values.base64(text, since(s)); }
|
    parameter = DynamicParam() { return new ComponentSource.Parameter(parameter.getIndex(), here()); }
}

NacreStatement CreateComponent(Span s, boolean replace) :
{
    final boolean ifNotExists;
    final QualifiedName name;
    final ComponentSource source;
    final ClauseCollector clauses = new ClauseCollector();
    final Span clause = Span.of();
    TextLiteral text;
    List<OptionSetting> options;
}
{
    <COMPONENT> ifNotExists = IfNotExists() name = QualifiedName() <FROM> source = ComponentSource()
    (
        <SHA256> { clause.clear().add(this); } text = Text() { clauses.sha256(since(clause), text); }
    |
        <WITH> { clause.clear().add(this); } options = OptionSettings() { clauses.options(since(clause), options); }
    |
        <COMMENT> { clause.clear().add(this); } text = Text() { clauses.comment(since(clause), text); }
    )*
    { return clauses.component(replace, ifNotExists, name, source, since(s)); }
}

NacreStatement DropComponent(Span s) :
{
    final boolean ifExists;
    final QualifiedName name;
    boolean cascade = false;
}
{
    <COMPONENT> ifExists = IfExists() name = QualifiedName()
    [ <RESTRICT> | <CASCADE> { cascade = true; } ]
    { return new DropComponent(ifExists, name, cascade, since(s)); }
}

NacreStatement Show(Span s) :
{
    final QualifiedName name;
    TextLiteral like = null;
}
{
    <FUNCTIONS> [ <LIKE> like = Text() ] { return new ShowFunctions(like, since(s)); }
|
    <COMPONENTS> [ <LIKE> like = Text() ] { return new ShowComponents(like, since(s)); }
|
    <CREATE>
    (
        <FUNCTION> name = QualifiedName() { return new ShowCreateFunction(name, since(s)); }
    |
        <COMPONENT> name = QualifiedName() { return new ShowCreateComponent(name, since(s)); }
    )
}

NacreStatement Describe(Span s) :
{
    final QualifiedName name;
}
{
    <FUNCTION> name = QualifiedName() { return new DescribeFunction(name, since(s)); }
|
    <COMPONENT> name = QualifiedName() { return new DescribeComponent(name, since(s)); }
}

NacreStatement SetSetting(Span s) :
{
    final Identifier prefix;
    final Identifier setting;
    final Literal value;
}
{
    prefix = Name() { Values.requirePrefix(prefix); }
    <DOT> setting = SettingName() <EQ> value = LiteralValue()
    { return new SetSetting(setting, value, since(s)); }
}

NacreStatement Rights(RightsVerb verb, Span s) :
{
    final RoutineKind kind;
    final List<Capability> capabilities = new ArrayList<Capability>();
    final QualifiedName name;
    final List<TypeExpression> types;
    final Identifier grantee;
    Capability capability;
}
{
    LOOKAHEAD({ getToken(1).kind == EXECUTE && getToken(3).kind != COMPONENT })
    <EXECUTE> <ON> kind = RoutineKind() name = QualifiedName() types = OverloadTypes()
    (
        LOOKAHEAD({ verb == RightsVerb.GRANT }) <TO>
    |
        <FROM>
    )
    grantee = Name()
    { return new FunctionRights(verb, kind, name, types, grantee, since(s)); }
|
    capability = Capability(verb) { capabilities.add(capability); }
    ( <COMMA> capability = Capability(verb) { capabilities.add(capability); } )*
    <ON> <COMPONENT> name = QualifiedName()
    { return new ComponentRights(verb, capabilities, name, since(s)); }
}

Capability Capability(RightsVerb verb) :
{
    final Identifier word;
    final TextLiteral first;
    final Span s;
    TextLiteral second = null;
    boolean readOnly = false;
}
{
    word = Name() { s = span(); }
    (
        LOOKAHEAD({ Capabilities.isWord(token, "ENVIRONMENT") })
        first = Text() [ <EQ> second = Text() ]
        { return Capabilities.complete(new Capability.Environment(first, second, since(s)), verb); }
    |
        LOOKAHEAD({ Capabilities.isWord(token, "DIRECTORY") })
        first = Text() [ <AS> second = Text() ]
        [ LOOKAHEAD({ Capabilities.isWord(getToken(1), "READ") }) Name() <ONLY> { readOnly = true; } ]
        { return Capabilities.complete(new Capability.Directory(first, second, readOnly, since(s)), verb); }
    |
        { return Capabilities.ofWord(word); }
    )
}
