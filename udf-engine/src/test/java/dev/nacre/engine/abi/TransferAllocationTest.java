package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.WitType;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No Java value is made of what goes from one guest to another. */
class TransferAllocationTest {
    private static final int ELEMENTS = 1_000;
    private static final int ROUNDS = 50;
    private static final WitType TYPE = new ListType(new RecordType(List.of(
            new RecordType.Field("text", PrimitiveType.STRING),
            new RecordType.Field("bytes", new ListType(PrimitiveType.U8)),
            new RecordType.Field("maybe", new OptionType(PrimitiveType.CHAR)),
            new RecordType.Field(
                    "number", new ResultType(Optional.of(PrimitiveType.F64), Optional.of(PrimitiveType.STRING))))));

    private final Workbench caller = new Workbench();
    private final Workbench callee = new Workbench();
    private int free = Workbench.FIRST_FREE;

    @ParameterizedTest
    @EnumSource
    void allocatesNothingForEachElement(StringEncoding to) {
        Codec source = new CodecFactory(StringEncoding.UTF8).codec(TYPE);
        Transfer transfer = new Transfers().between(source, new CodecFactory(to).codec(TYPE));
        List<Object> element = List.of("text é", new byte[10], Optional.of(65), ResultValue.ok(1.5));
        source.store(caller.context(), Collections.nCopies(ELEMENTS, element), 0);
        Passage passage = new Passage(caller.context(), callee.contextWith(this::allocate));
        carry(transfer, passage);
        long before = allocatedBytes();

        for (int round = 0; round < ROUNDS; round++) {
            carry(transfer, passage);
        }

        assertThat(allocatedBytes() - before).isLessThan((long) ROUNDS * ELEMENTS);
    }

    private void carry(Transfer transfer, Passage passage) {
        free = Workbench.FIRST_FREE;
        passage.source().beginLift();
        transfer.copy(passage, 0, 0);
    }

    private int allocate(int oldPointer, int oldBytes, int alignment, int newBytes) {
        int pointer = (free + 7) & -8;
        free = pointer + newBytes;
        System.arraycopy(
                callee.memory().array(), oldPointer, callee.memory().array(), pointer, Math.min(oldBytes, newBytes));
        return pointer;
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
