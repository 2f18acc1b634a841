package dev.nacre.engine.abi;

/** Values one behind the other. Immutable. */
final class FieldsTransfer extends Transfer {
    private final Fields fields;
    private final Transfer[] transfers;
    private final boolean verbatim;

    /**
     * @param fields of the source; those of the target have the same names and places
     */
    FieldsTransfer(Fields fields, Transfer[] transfers) {
        this.fields = fields;
        this.transfers = transfers;
        this.verbatim = fields.isDense() && allVerbatim(transfers);
    }

    private static boolean allVerbatim(Transfer[] transfers) {
        for (Transfer transfer : transfers) {
            if (!transfer.isVerbatim()) {
                return false;
            }
        }
        return true;
    }

    @Override
    void copy(Passage passage, int from, int to) {
        int index = 0;
        try {
            for (; index < transfers.length; index++) {
                int offset = fields.offset(index);
                transfers[index].copy(passage, from + offset, to + offset);
            }
        } catch (AbiFailure failure) {
            throw failure.inside(fields.label(index));
        }
    }

    @Override
    void pass(Passage passage, FlatValues from, FlatValues to) {
        int index = 0;
        try {
            for (; index < transfers.length; index++) {
                transfers[index].pass(passage, from, to);
            }
        } catch (AbiFailure failure) {
            throw failure.inside(fields.label(index));
        }
    }

    @Override
    boolean isVerbatim() {
        return verbatim;
    }
}
