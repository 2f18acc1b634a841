package dev.nacre.functions;

import dev.nacre.engine.Setting;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;

/**
 * The memory of one statement: its instances take from it, and rows that are kept are counted here. One thread
 * at a time.
 */
final class StatementMemory {
    /** Kept rows are taken from the budget in pieces: most rows are small, and the budget is shared by threads. */
    private static final long PIECE = 64 << 10;

    private final MemoryBudget budget;
    private long reserved;
    private long kept;

    /** @param shared what it has together with others */
    StatementMemory(MemoryBudget shared, long limit) {
        this.budget = shared.part(limit, "setting query_memory");
    }

    /**
     * Returns what a new instance takes its memory from. A component that declares more than the standard gets it, unless
     * somebody says how much it may have.
     *
     * @param settings of its function
     */
    MemoryBudget instance(EffectiveSettings settings) {
        return budget.instance(
                settings.get(SqlSetting.MEMORY), settings.loadLimits().get(Setting.MEMORY));
    }

    /** @throws FunctionException when there is no memory for them */
    void keep(long bytes) {
        kept += bytes;
        if (kept > reserved) {
            long piece = Math.max(PIECE, kept - reserved);
            if (!budget.reserve(piece)) {
                throw new FunctionException(
                        FunctionErrorCode.STATEMENT_MEMORY,
                        "statement: keeps " + kept
                                + " bytes of rows to sort, group, compare, join or scroll over them, and "
                                + (budget.heldBytes() - reserved) + " in its guests, " + budget.refusal()
                                + "; select fewer or shorter values, or raise it");
            }
            reserved += piece;
        }
    }

    /** Gives back what kept rows took. */
    void release() {
        budget.release(reserved);
        reserved = 0;
        kept = 0;
    }
}
