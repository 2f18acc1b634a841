package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.testing.Values;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.Seeds;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Carrying values directly does what lifting them to Java and lowering them does, and fails as that does when a guest lies.
 * For random types and values, right and damaged. Where both guests have the same encoding, which the host's strings take
 * too, memory, handles and allocator are the same; else the values are.
 */
class TransferTest {
    private static final int DEPTH = 3;
    private static final int RESULT = Workbench.FIRST_FREE;
    private static final ResourceType FOREIGN = new ResourceType("foreign");
    private static final ResourceType OWN = new ResourceType("own");
    private static final List<WitType> HANDLES =
            List.of(new OwnType(FOREIGN), new BorrowType(FOREIGN), new OwnType(OWN), new BorrowType(OWN));

    @RegisterExtension
    final Seeds seeds = new Seeds();

    static Stream<Arguments> encodings() {
        return Stream.of(StringEncoding.values())
                .flatMap(from -> Stream.of(StringEncoding.values()).map(to -> Arguments.of(from, to)));
    }

    /** The two sides of a transfer, and what the transfer is compared with. */
    private record Trial(Codec source, Codec target, Transfer transfer, Pair byValue, Pair direct) {
        static Trial of(WitType type, StringEncoding from, StringEncoding to) {
            Codec source = new CodecFactory(from).codec(type);
            Codec target = new CodecFactory(to).codec(type);
            return new Trial(source, target, new Transfers().between(source, target), new Pair(), new Pair());
        }

        /** Carries a value from memory to memory both ways; returns whether that went well. */
        boolean copies(WitType type, int round) {
            int pointer = byValue.prepare(type, source, round);
            direct.prepare(type, source, round);
            byValue.callee.allocate(target.layout());
            direct.callee.allocate(target.layout());
            AbiFailure expected = failure(() ->
                    target.store(byValue.callee.context(), source.load(byValue.caller.context(), pointer), RESULT));
            AbiFailure found = failure(() -> transfer.copy(direct.passage(), pointer, RESULT));
            assertSameFailure(round + ", " + type, expected, found);
            return expected == null;
        }

        Object copied(Pair pair) {
            return target.load(pair.callee.context(), RESULT);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATIN1_UTF16")
    void copiesAsLiftingAndLoweringDoes(StringEncoding encoding) {
        for (int round = 0; round < Seeds.count(300, 100_000); round++) {
            WitType type = new RandomTypes(Seeds.random(round), HANDLES).type(DEPTH);
            Trial trial = Trial.of(type, encoding, encoding);

            if (trial.copies(type, round)) {
                assertSameState(round + ", " + type, trial);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void copiesToTheSameValueInAnotherEncoding(StringEncoding from, StringEncoding to) {
        for (int round = 0; round < Seeds.count(100, 30_000); round++) {
            WitType type = new RandomTypes(Seeds.random(round)).type(DEPTH);
            Trial trial = Trial.of(type, from, to);

            if (trial.copies(type, round)) {
                assertThat(Values.comparable(trial.copied(trial.direct)))
                        .as("round %d, %s", round, type)
                        .isEqualTo(Values.comparable(trial.copied(trial.byValue)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATIN1_UTF16")
    void passesAsLiftingAndLoweringDoes(StringEncoding encoding) {
        for (int round = 0; round < Seeds.count(300, 100_000); round++) {
            WitType type = new RandomTypes(Seeds.random(round), HANDLES).type(DEPTH);
            Trial trial = Trial.of(type, encoding, encoding);
            if (trial.source.layout().flat().size() <= CallPlan.MAX_FLAT_PARAMETERS) {
                assertPassesAlike(type, round, trial);
            }
        }
    }

    private static void assertPassesAlike(WitType type, int round, Trial trial) {
        FlatValues given = trial.byValue.prepareFlat(type, trial.source, round);
        FlatValues givenAgain = trial.direct.prepareFlat(type, trial.source, round);
        FlatValues wanted = new FlatValues(CallPlan.MAX_FLAT_PARAMETERS);
        FlatValues passed = new FlatValues(CallPlan.MAX_FLAT_PARAMETERS);
        String label = round + ", " + type;

        AbiFailure expected = failure(() -> trial.target.lowerFlat(
                trial.byValue.callee.context(), trial.source.liftFlat(trial.byValue.caller.context(), given), wanted));
        AbiFailure found = failure(() -> trial.transfer.pass(trial.direct.passage(), givenAgain, passed));

        assertSameFailure(label, expected, found);
        if (expected == null) {
            assertSameState(label, trial);
            assertThat(passed.array()).as(label).isEqualTo(wanted.array());
            assertThat(passed.position()).as(label).isEqualTo(wanted.position());
            assertThat(givenAgain.position()).as(label).isEqualTo(given.position());
        }
    }

    private static @Nullable AbiFailure failure(Runnable action) {
        try {
            action.run();
            return null;
        } catch (AbiFailure failure) {
            return failure;
        }
    }

    private static void assertSameFailure(String label, @Nullable AbiFailure expected, @Nullable AbiFailure found) {
        if (expected == null || found == null) {
            assertThat(found).as("failure in round %s", label).isEqualTo(expected);
        } else if (!found.isWhileLowering()) {
            assertThat(found).as("failure in round %s", label).hasMessage(expected.getMessage());
            assertThat(found.code()).isEqualTo(expected.code());
        }
    }

    private static void assertSameState(String label, Trial trial) {
        Workbench direct = trial.direct.callee;
        Workbench byValue = trial.byValue.callee;
        assertThat(ByteBuffer.wrap(direct.memory().array()))
                .as("memory in round %s", label)
                .isEqualTo(ByteBuffer.wrap(byValue.memory().array()));
        assertThat(direct.asked()).as("allocator in round %s", label).isEqualTo(byValue.asked());
        assertThat(trial.direct.handles()).as("handles in round %s", label).isEqualTo(trial.byValue.handles());
    }

    /** Two guests, and the resources that they pass. */
    private static final class Pair {
        private final Workbench caller = new Workbench(Limits.sandbox(), 1);
        private final Workbench callee = new Workbench(Limits.sandbox(), 1);
        private final RuntimeResource foreign = RuntimeResource.ofGuest(
                "foreign", new InstanceState(caller.state().store(), null), null);
        private final RuntimeResource own = RuntimeResource.ofGuest("own", callee.state(), null);

        Pair() {
            for (Workbench guest : List.of(caller, callee)) {
                guest.state().bind(FOREIGN, foreign);
                guest.state().bind(OWN, own);
            }
        }

        Passage passage() {
            return new Passage(caller.context(), callee.context());
        }

        int prepare(WitType type, Codec codec, int round) {
            RandomGenerator random = Seeds.random(~round);
            int pointer = caller.allocate(codec.layout());
            codec.store(caller.context(), value(type, random), pointer);
            if (random.nextBoolean()) {
                damage(random);
            }
            begin();
            return pointer;
        }

        FlatValues prepareFlat(WitType type, Codec codec, int round) {
            RandomGenerator random = Seeds.random(~round);
            FlatValues flat = new FlatValues(CallPlan.MAX_FLAT_PARAMETERS);
            codec.lowerFlat(caller.context(), value(type, random), flat);
            if (random.nextBoolean()) {
                damage(random);
                int at = random.nextInt(Math.max(1, flat.position()));
                flat.array()[at] ^= 1L << random.nextInt(Long.SIZE);
            }
            flat.rewind();
            begin();
            return flat;
        }

        private void begin() {
            caller.context().takeScope();
            caller.context().beginLift();
        }

        private Object value(WitType type, RandomGenerator random) {
            return type.accept(new RandomValues(
                    random,
                    handle -> handle instanceof OwnType owned
                            ? new HeldResource(resource(owned.resource()), random.nextInt(), true)
                            : new HeldResource(resource(((BorrowType) handle).resource()), random.nextInt(), false)));
        }

        private RuntimeResource resource(ResourceType type) {
            return type.equals(FOREIGN) ? foreign : own;
        }

        private void damage(RandomGenerator random) {
            int length = caller.allocated().length;
            for (int i = 0; i < 3 && length > 0; i++) {
                int at = Workbench.FIRST_FREE + random.nextInt(length);
                caller.memory().array()[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
        }

        List<String> handles() {
            return Stream.of(caller, callee).flatMap(this::handles).toList();
        }

        private Stream<String> handles(Workbench guest) {
            List<String> found = new ArrayList<>();
            for (int index = 1; index < 40; index++) {
                for (RuntimeResource resource : List.of(foreign, own)) {
                    describe(guest.state().handles(), index, resource, found);
                }
            }
            return found.stream();
        }

        private static void describe(HandleTable table, int index, RuntimeResource resource, List<String> found) {
            @Nullable
            AbiFailure failure = failure(() -> {
                Handle handle = table.get(index, resource);
                found.add(index + " " + resource.name() + " " + handle.representation() + " " + handle.isOwn() + " "
                        + handle.isLent());
            });
            if (failure != null) {
                found.add(index + " " + failure.getMessage());
            }
        }
    }
}
