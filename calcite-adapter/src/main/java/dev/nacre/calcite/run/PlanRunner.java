package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.Constants;
import dev.nacre.calcite.algebra.H2Query;
import dev.nacre.calcite.algebra.H2Scan;
import dev.nacre.calcite.algebra.LateralJoin;
import dev.nacre.calcite.algebra.WasmProcessor;
import dev.nacre.calcite.algebra.WasmTable;
import dev.nacre.calcite.algebra.WasmWindow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.h2.value.Value;

/** Turns the relational evaluators of a plan into rows of one run. */
public final class PlanRunner {
    private final Run run;
    private final Evaluators evaluators;
    private boolean late;

    /** Makes a runner; computes the plan's constants. */
    public PlanRunner(Constants constants, Run run) throws SQLException {
        this.run = run;
        this.evaluators = new Evaluators(run, ConstantValues.of(constants, run), this);
    }

    /**
     * Returns the rows of a relational expression; nothing is read before they are enumerated.
     *
     * @param maximumRows how many rows are wanted at most, 0 for all
     */
    public Enumerable<Value[]> rows(RelNode node, long maximumRows) {
        Enumerable<Value[]> rows = unlimited(node, maximumRows);
        return maximumRows > 0 ? new Limited(rows, 0, maximumRows) : rows;
    }

    /** As {@link #rows}, for rows that are read anew again and again: no scan of theirs starts with the others. */
    Enumerable<Value[]> again(RelNode node, long maximumRows) {
        boolean before = late;
        late = true;
        Enumerable<Value[]> rows = rows(node, maximumRows);
        late = before;
        return rows;
    }

    /** Lets H2 run the statements of all scans, so that all rows are as of now. */
    public void start() throws SQLException {
        run.start();
    }

    private Enumerable<Value[]> unlimited(RelNode node, long maximumRows) {
        if (node instanceof H2Scan scan) {
            return scan(scan, maximumRows);
        }
        if (node instanceof WasmTable table) {
            return new TableRows(run, table, evaluators);
        }
        if (node instanceof H2Query query) {
            run.expectStatements();
            return new OverRows(run, query, rows(query.getInput(), 0), maximumRows);
        }
        if (node instanceof Project project) {
            return projected(project, maximumRows);
        }
        return whole(node);
    }

    private Enumerable<Value[]> scan(H2Scan scan, long maximumRows) {
        if (!late) {
            return new Scan(run, scan.statement(), maximumRows);
        }
        run.expectStatements();
        return new LateScan(run, scan.statement(), maximumRows);
    }

    private Enumerable<Value[]> whole(RelNode node) {
        if (node instanceof Filter filter) {
            return filtered(filter);
        }
        if (node instanceof Sort sort) {
            return new Sorting(run, evaluators).rows(sort, rows(sort.getInput(), 0));
        }
        if (node instanceof Join join) {
            return new Joining(run, evaluators).rows(join, rows(join.getLeft(), 0), rows(join.getRight(), 0));
        }
        if (node instanceof WasmProcessor processor) {
            return new ProcessorRows(run, processor, rows(processor.getInput(), 0), evaluators);
        }
        if (node instanceof LateralJoin join) {
            Evaluator condition = evaluators.one(join.condition());
            return new Lateral(run, join, rows(join.getLeft(), 0), again(join.getRight(), 0), condition);
        }
        if (node instanceof Aggregate aggregate) {
            if (Grouping.asksH2(aggregate)) {
                run.expectStatements();
            }
            return new Grouping(run, aggregate, evaluators).rows(rows(aggregate.getInput(), 0));
        }
        if (node instanceof WasmWindow window) {
            return new Windows(run, evaluators).rows(window, rows(window.getInput(), 0));
        }
        if (node instanceof SetOp set) {
            return set(set);
        }
        throw new IllegalStateException("no way to run " + node.getRelTypeName());
    }

    /** Of a batch no row is computed that is not wanted. */
    private Enumerable<Value[]> projected(Project project, long maximumRows) {
        Evaluator[] columns = evaluators.all(project.getProjects());
        Enumerable<Value[]> input = Evaluator.anyBatched(columns)
                ? rows(project.getInput(), maximumRows)
                : unlimited(project.getInput(), maximumRows);
        return Projected.of(run, input, columns);
    }

    /** Each condition is asked only for the rows that the one before it left. */
    private Enumerable<Value[]> filtered(Filter filter) {
        Evaluator[] conditions = evaluators.all(RelOptUtil.conjunctions(filter.getCondition()));
        int single = 0;
        while (single < conditions.length && !conditions[single].isBatched()) {
            single++;
        }
        Evaluator[] ofRow = Arrays.copyOf(conditions, single);
        Enumerable<Value[]> rows =
                EnumerableDefaults.where(rows(filter.getInput(), 0), row -> Evaluator.allTrue(ofRow, row));
        Evaluator[] rest = Arrays.copyOfRange(conditions, single, conditions.length);
        return rest.length == 0 ? rows : new BatchFiltered(run, rows, rest);
    }

    private Enumerable<Value[]> set(SetOp set) {
        List<Enumerable<Value[]>> inputs = new ArrayList<>();
        set.getInputs().forEach(input -> inputs.add(rows(input, 0)));
        Distinctness distinct = new Distinctness(run);
        if (set instanceof Union) {
            Enumerable<Value[]> all = Linq4j.concat(inputs);
            return set.all ? all : distinct.union(all);
        }
        if (set instanceof Intersect) {
            return distinct.intersect(inputs);
        }
        if (set instanceof Minus) {
            return distinct.minus(inputs);
        }
        throw new IllegalStateException("no way to run " + set.getRelTypeName());
    }
}
