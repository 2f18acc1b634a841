<#-- CREATE, IMPORT and DROP of functions, aggregates and procedures. -->
RoutineKind RoutineKind() : { }
{
    <FUNCTION> { return RoutineKind.FUNCTION; }
|
    <AGGREGATE> <FUNCTION> { return RoutineKind.AGGREGATE_FUNCTION; }
|
    <PROCEDURE> { return RoutineKind.PROCEDURE; }
}

NacreStatement CreateFunction(Span s, boolean replace) :
{
    final RoutineKind kind;
    final boolean ifNotExists;
    final QualifiedName name;
    final Identifier language;
    final FunctionClauses clauses;
    List<Parameter> parameters = null;
    ReturnClause returns = null;
}
{
    kind = RoutineKind() ifNotExists = IfNotExists() name = QualifiedName()
    [ parameters = ParameterList() ]
    [ returns = Returns() ]
    <LANGUAGE> language = Name()
    clauses = FunctionClauses()
    {
        return new CreateFunction(
            kind, replace, ifNotExists, name, parameters, returns, language, clauses, since(s));
    }
}

List<Parameter> ParameterList() :
{
    final List<Parameter> parameters = new ArrayList<Parameter>();
    Parameter parameter;
}
{
    <LPAREN>
    [
        parameter = Parameter() { parameters.add(parameter); }
        ( <COMMA> parameter = Parameter() { parameters.add(parameter); } )*
    ]
    <RPAREN>
    { return parameters; }
}

Parameter Parameter() :
{
    final TypeExpression type;
    Identifier name = null;
}
{
    [ LOOKAHEAD({ TypeNames.startsWithName(getToken(1), getToken(2)) }) name = Name() ]
    type = ParameterType()
    { return new Parameter(name, type); }
}

ReturnClause Returns() :
{
    final TypeExpression type;
    final List<Field> columns;
    final Span s;
}
{
    <RETURNS> { s = span(); }
    (
        <TABLE> columns = Fields() { return new ReturnClause.Table(columns, since(s)); }
    |
        type = Type() { return new ReturnClause.Value(type); }
    )
}

/** Parses the clauses after the language, in any order, each at most once. */
FunctionClauses FunctionClauses() :
{
    final ClauseCollector clauses = new ClauseCollector();
    final Span s = Span.of();
    QualifiedName name;
    ComponentSource source;
    TextLiteral text;
    List<OptionSetting> options;
}
{
    (
        <FROM> { s.clear().add(this); } name = QualifiedName()
        { clauses.code(since(s), new CodeReference.Named(name)); }
    |
        <AS> { s.clear().add(this); } source = ComponentSource()
        { clauses.code(since(s), new CodeReference.Inline(source)); }
    |
        <EXPORT> { s.clear().add(this); } text = Text() { clauses.export(since(s), text); }
    |
        <DETERMINISTIC> { clauses.determinism(here(), FunctionClauses.Determinism.DETERMINISTIC); }
    |
        <NOT> { s.clear().add(this); } <DETERMINISTIC>
        { clauses.determinism(since(s), FunctionClauses.Determinism.NOT_DETERMINISTIC); }
    |
        <RETURNS> { s.clear().add(this); } <NULL> <ON> <NULL> <INPUT>
        { clauses.nullCall(since(s), FunctionClauses.NullCall.RETURNS_NULL); }
    |
        <CALLED> { s.clear().add(this); } <ON> <NULL> <INPUT>
        { clauses.nullCall(since(s), FunctionClauses.NullCall.CALLED); }
    |
        <ON> { s.clear().add(this); } <ERROR>
        (
            <FAIL> { clauses.errorAction(since(s), FunctionClauses.ErrorAction.FAIL); }
        |
            <NULL> { clauses.errorAction(since(s), FunctionClauses.ErrorAction.NULL); }
        )
    |
        <WITH> { s.clear().add(this); } options = OptionSettings() { clauses.options(since(s), options); }
    |
        <COMMENT> { s.clear().add(this); } text = Text() { clauses.comment(since(s), text); }
    )*
    {
        if (getToken(1).kind != EOF && getToken(1).kind != SEMICOLON) {
            throw generateParseException(); // rather than a missing clause, which may be what is misspelt here
        }
        return clauses.function(here());
    }
}

NacreStatement ImportFunctions(Span s) :
{
    final QualifiedName component;
    ImportFunctions.Selection selection = ImportFunctions.Selection.ALL;
    List<TextLiteral> exports = Collections.<TextLiteral>emptyList();
    QualifiedName schema = null;
}
{
    <FUNCTIONS> <FROM> component = QualifiedName()
    [
        <LIMIT> <TO> exports = ExportNames() { selection = ImportFunctions.Selection.LIMIT_TO; }
    |
        <EXCEPT> exports = ExportNames() { selection = ImportFunctions.Selection.EXCEPT; }
    ]
    [ <INTO> schema = QualifiedName() ]
    { return new ImportFunctions(component, selection, exports, schema, since(s)); }
}

List<TextLiteral> ExportNames() :
{
    final List<TextLiteral> exports = new ArrayList<TextLiteral>();
    TextLiteral export;
}
{
    <LPAREN> export = Text() { exports.add(export); }
    ( <COMMA> export = Text() { exports.add(export); } )*
    <RPAREN>
    { return exports; }
}

NacreStatement DropFunction(Span s) :
{
    final RoutineKind kind;
    final boolean ifExists;
    final QualifiedName name;
    final List<TypeExpression> types;
}
{
    kind = RoutineKind() ifExists = IfExists() name = QualifiedName() types = OverloadTypes()
    { return new DropFunction(kind, ifExists, name, types, since(s)); }
}

/** Parses the types that tell an overload apart; null where there is no list. */
List<TypeExpression> OverloadTypes() :
{
    final List<TypeExpression> types = new ArrayList<TypeExpression>();
    TypeExpression type;
}
{
    <LPAREN>
    [
        type = ParameterType() { types.add(type); }
        ( <COMMA> type = ParameterType() { types.add(type); } )*
    ]
    <RPAREN>
    { return types; }
|
    { return null; }
}
