package dev.nacre.h2;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.command.Command;
import org.h2.command.Prepared;
import org.h2.command.query.Query;
import org.h2.engine.DbObject;
import org.h2.engine.SessionLocal;
import org.h2.expression.ExpressionVisitor;
import org.h2.index.Index;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVIndex;
import org.h2.mvstore.db.MVTable;
import org.h2.schema.UserDefinedFunction;
import org.h2.table.DualTable;
import org.h2.table.QueryExpressionTable;
import org.h2.table.RangeTable;
import org.h2.table.Table;
import org.h2.table.TableView;
import org.h2.value.VersionedValue;

/** What a query reads, as far as it decides how it may be read. */
final class ScanProperties {
    private final Set<DbObject> dependencies;

    ScanProperties(Command command) {
        this.dependencies = command.getDependencies();
    }

    /** Whether a transaction's snapshot covers all that it reads; and no code of users can run SQL between the rows. */
    boolean hasSnapshot() {
        return dependencies.stream().allMatch(ScanProperties::hasSnapshot);
    }

    private static boolean hasSnapshot(DbObject object) {
        return object instanceof Table
                ? object instanceof MVTable
                        || object instanceof QueryExpressionTable
                        || object instanceof RangeTable
                        || object instanceof DualTable
                : !(object instanceof UserDefinedFunction);
    }

    /** Whether it reads a view: a session has one prepared query for each, which all statements share. */
    boolean readsViews() {
        return dependencies.stream().anyMatch(TableView.class::isInstance);
    }

    /**
     * Whether its values depend on the rows alone. The current time of H2, for one, changes when a session starts another
     * statement.
     */
    static boolean isDeterministic(SessionLocal session, String sql) {
        Prepared prepared = session.prepare(sql);
        return prepared instanceof Query && ((Query) prepared).isEverything(ExpressionVisitor.DETERMINISTIC_VISITOR);
    }

    /** Returns the stored maps behind the tables of some queries, as H2 takes snapshots of them. */
    static HashSet<MVMap<Object, VersionedValue<Object>>> maps(List<ScanProperties> scans) {
        HashSet<MVMap<Object, VersionedValue<Object>>> maps = new HashSet<>();
        for (ScanProperties scan : scans) {
            for (DbObject object : scan.dependencies) {
                if (object instanceof MVTable) {
                    ((MVTable) object).getIndexes().forEach(index -> add(index, maps));
                }
            }
        }
        return maps;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // H2 has the maps of all types in one set
    private static void add(Index index, Set<MVMap<Object, VersionedValue<Object>>> maps) {
        if (index instanceof MVIndex) {
            maps.add(((MVIndex) index).getMVMap());
        }
    }
}
