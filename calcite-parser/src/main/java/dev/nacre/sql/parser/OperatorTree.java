package dev.nacre.sql.parser;

import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.SqlParserUtil.ToTreeListItem;

/**
 * Makes a tree of the flat list of operands and operators that Calcite's grammar collects for an expression.
 *
 * <p>It stands in for {@code SqlParserUtil.toTree} for two reasons. What binds tighter is as in H2's grammar
 * (https://h2database.com/html/grammar.html, "Condition", "Operand", "Summand", "Factor", "Term"): {@code a || b + c} is
 * {@code a || (b + c)} and {@code a = b LIKE c} is {@code (a = b) LIKE c}, where Calcite has it the other way round.
 * And it takes linear time, where Calcite's takes minutes for some thousand operators. One object for one list.
 */
final class OperatorTree {

    /** From so many operands on, AND and OR become balanced trees: the same meaning, at the depth of a logarithm. */
    private static final int LONG_CHAIN = 64;

    private final List<?> items;
    private int next;

    private OperatorTree(List<?> items) {
        this.items = items;
    }

    /**
     * Makes the tree.
     *
     * @param items trees of operands and {@link ToTreeListItem}s, in the order of the text
     */
    static SqlNode of(List<?> items) {
        if (items.size() == 1 && items.get(0) instanceof SqlNode single) {
            return single;
        }
        OperatorTree tree = new OperatorTree(items);
        SqlNode root = tree.isSetOperation() ? tree.union() : tree.disjunction();
        if (tree.next < items.size()) {
            throw tree.unexpected("expected an operator of H2");
        }
        return root;
    }

    private boolean isSetOperation() {
        return items.get(1) instanceof ToTreeListItem item && OperatorKinds.isSetOperation(item.getOperator());
    }

    private SqlNode union() {
        return leftToRight(
                OperatorKinds::isUnion,
                () -> leftToRight(operator -> operator.kind == SqlKind.INTERSECT, this::operand));
    }

    private SqlNode disjunction() {
        return chain(SqlKind.OR, () -> chain(SqlKind.AND, this::negation));
    }

    private SqlNode chain(SqlKind kind, Supplier<SqlNode> part) {
        List<SqlNode> parts = new ArrayList<>();
        List<ToTreeListItem> operators = new ArrayList<>();
        parts.add(part.get());
        while (isNext(operator -> operator.kind == kind)) {
            operators.add(operator());
            parts.add(part.get());
        }
        return parts.size() < LONG_CHAIN ? leftDeep(parts, operators) : balanced(parts, operators, 0, parts.size());
    }

    private static SqlNode leftDeep(List<SqlNode> parts, List<ToTreeListItem> operators) {
        SqlNode tree = parts.get(0);
        for (int i = 0; i < operators.size(); i++) {
            tree = call(operators.get(i), tree, parts.get(i + 1));
        }
        return tree;
    }

    private static SqlNode balanced(List<SqlNode> parts, List<ToTreeListItem> operators, int from, int to) {
        if (to - from == 1) {
            return parts.get(from);
        }
        int middle = (from + to) >>> 1;
        SqlNode left = balanced(parts, operators, from, middle);
        return call(operators.get(middle - 1), left, balanced(parts, operators, middle, to));
    }

    private SqlNode negation() {
        Deque<ToTreeListItem> negations = new ArrayDeque<>();
        while (isNext(operator -> operator.kind == SqlKind.NOT)) {
            negations.push(operator());
        }
        SqlNode tree = condition();
        for (ToTreeListItem not : negations) {
            tree = call(not, tree);
        }
        return tree;
    }

    /** Reads comparisons and predicates, which all bind alike, from left to right. */
    private SqlNode condition() {
        SqlNode tree = concatenation();
        while (isNext(OperatorKinds::isConditional)) {
            ToTreeListItem item = operator();
            if (item.getOperator() instanceof SqlBetweenOperator) {
                tree = between(item, tree);
            } else if (item.getOperator() instanceof SqlLikeOperator) {
                tree = like(item, tree);
            } else if (OperatorKinds.isPostfix(item.getOperator())) {
                tree = call(item, tree);
            } else {
                tree = call(item, tree, concatenation());
            }
        }
        return tree;
    }

    private SqlNode between(ToTreeListItem between, SqlNode value) {
        SqlNode lower = concatenation();
        if (!isNext(operator -> operator.kind == SqlKind.AND)) {
            throw unexpected("expected AND after BETWEEN");
        }
        operator();
        return call(between, value, lower, concatenation());
    }

    private SqlNode like(ToTreeListItem like, SqlNode value) {
        SqlNode pattern = concatenation();
        if (!isNext(operator -> operator.kind == SqlKind.ESCAPE)) {
            return call(like, value, pattern);
        }
        operator();
        return call(like, value, pattern, concatenation());
    }

    private SqlNode concatenation() {
        return leftToRight(OperatorKinds::isConcatenation, this::sum);
    }

    private SqlNode sum() {
        return leftToRight(OperatorKinds::isSum, this::factor);
    }

    private SqlNode factor() {
        return leftToRight(OperatorKinds::isProduct, this::term);
    }

    private SqlNode leftToRight(Predicate<SqlOperator> operators, Supplier<SqlNode> part) {
        SqlNode tree = part.get();
        while (isNext(operators)) {
            tree = call(operator(), tree, part.get());
        }
        return tree;
    }

    /** Reads signs, an operand and what clings to it. As in H2, a sign and a number are one literal. */
    private SqlNode term() {
        Deque<ToTreeListItem> signs = new ArrayDeque<>();
        while (isNext(OperatorKinds::isPrefix)) {
            signs.push(operator());
        }
        SqlNode tree = operand();
        ToTreeListItem innermost = signs.peek();
        if (innermost != null
                && innermost.getOperator().kind == SqlKind.MINUS_PREFIX
                && tree instanceof SqlNumericLiteral number) {
            tree = SqlLiteral.createNegative(number, signs.pop().getPos().plus(number.getParserPosition()));
        }
        tree = clinging(tree);
        for (ToTreeListItem sign : signs) {
            tree = sign.getOperator().kind == SqlKind.PLUS_PREFIX ? tree : call(sign, tree);
        }
        return tree;
    }

    private SqlNode clinging(SqlNode operand) {
        SqlNode tree = operand;
        while (isNext(OperatorKinds::isClinging)) {
            ToTreeListItem item = operator();
            tree = OperatorKinds.isPostfix(item.getOperator()) ? call(item, tree) : call(item, tree, operand());
        }
        return tree;
    }

    private SqlNode operand() {
        if (next < items.size() && items.get(next) instanceof SqlNode node) {
            next++;
            return node;
        }
        throw unexpected("expected an operand");
    }

    private boolean isNext(Predicate<SqlOperator> wanted) {
        return next < items.size() && items.get(next) instanceof ToTreeListItem item && wanted.test(item.getOperator());
    }

    private ToTreeListItem operator() {
        return (ToTreeListItem) items.get(next++);
    }

    private static SqlNode call(ToTreeListItem item, SqlNode... operands) {
        SqlParserPos position = item.getPos().plusAll(operands);
        return item.getOperator().createCall(position, operands);
    }

    private SyntaxException unexpected(String expected) {
        Object item = items.get(Math.min(next, items.size() - 1));
        SqlParserPos position =
                item instanceof ToTreeListItem operator ? operator.getPos() : ((SqlNode) item).getParserPosition();
        String found = item instanceof ToTreeListItem operator
                ? "'" + operator.getOperator().getName() + "'"
                : "an operand";
        String end = next < items.size() ? found : "the end of the expression";
        return new SyntaxException(
                SyntaxErrorCode.UNEXPECTED_TOKEN,
                Positions.of(position),
                expected + ", found " + end + "; perhaps parentheses are missing");
    }
}
