package dev.nacre.h2;

import org.h2.engine.SessionLocal;
import org.h2.result.ResultInterface;
import org.h2.value.Value;
import org.h2.value.ValueLob;

/** Large objects of rows that H2 gives one by one: H2 keeps those of its collected results, and no others. */
final class Lobs {
    private Lobs() {}

    /** Returns whether there may be any in a result. */
    static boolean among(ResultInterface result) {
        for (int index = 0; index < result.getVisibleColumnCount(); index++) {
            int type = result.getColumnType(index).getValueType();
            if (type == Value.BLOB || type == Value.CLOB) {
                return true;
            }
        }
        return false;
    }

    /** Returns a row whose large objects stay readable when the table's row is gone, as long as H2 keeps a result's. */
    static Value[] kept(SessionLocal session, Value[] row) {
        Value[] kept = row.clone();
        for (int index = 0; index < kept.length; index++) {
            if (kept[index] instanceof ValueLob) {
                kept[index] = session.addTemporaryLob(((ValueLob) kept[index]).copyToResult());
            }
        }
        return kept;
    }
}
