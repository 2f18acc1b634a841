package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.testing.Values;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.Seeds;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was lowered is lifted again unchanged, for random types and values. */
class RoundTripTest {
    private static final int DEPTH = 4;

    @RegisterExtension
    final Seeds seeds = new Seeds();

    private final Workbench guest = new Workbench();
    private final Workbench other = new Workbench();

    @ParameterizedTest
    @EnumSource
    void loadsWhatItStored(StringEncoding encoding) {
        for (int round = 0; round < Seeds.count(1_000, 200_000); round++) {
            guest.reset();
            RandomGenerator random = Seeds.random(round);
            WitType type = new RandomTypes(random).type(DEPTH);
            Object value = type.accept(new RandomValues(random));
            Codec codec = new CodecFactory(encoding).codec(type);
            int pointer = guest.allocate(codec.layout());

            codec.store(guest.context(), value, pointer);
            Object loaded = codec.load(guest.context(), pointer);

            assertThat(Values.comparable(loaded))
                    .as("round %d, %s", round, type)
                    .isEqualTo(Values.comparable(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void storesWhatItLoaded(StringEncoding encoding) {
        for (int round = 0; round < Seeds.count(300, 100_000); round++) {
            guest.reset();
            other.reset();
            RandomGenerator random = Seeds.random(round);
            WitType type = new RandomTypes(random).type(DEPTH);
            Codec codec = new CodecFactory(encoding).codec(type);
            int pointer = guest.allocate(codec.layout());
            codec.store(guest.context(), type.accept(new RandomValues(random)), pointer);

            codec.store(other.context(), codec.load(guest.context(), pointer), other.allocate(codec.layout()));

            assertThat(other.asked()).as("round %d, %s", round, type).isEqualTo(guest.asked());
            assertThat(Values.comparable(codec.load(other.context(), pointer)))
                    .as("round %d, %s", round, type)
                    .isEqualTo(Values.comparable(codec.load(guest.context(), pointer)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void liftsWhatItLowered(StringEncoding encoding) {
        for (int round = 0; round < Seeds.count(1_000, 200_000); round++) {
            guest.reset();
            RandomGenerator random = Seeds.random(round);
            WitType type = new RandomTypes(random).type(DEPTH);
            Object value = type.accept(new RandomValues(random));
            Codec codec = new CodecFactory(encoding).codec(type);
            if (codec.layout().flat().size() > CallPlan.MAX_FLAT_PARAMETERS) {
                continue;
            }
            FlatValues flat = new FlatValues(CallPlan.MAX_FLAT_PARAMETERS);

            codec.lowerFlat(guest.context(), value, flat);
            int width = flat.position();
            flat.rewind();
            Object lifted = codec.liftFlat(guest.context(), flat);

            assertThat(width)
                    .as("width of %s", type)
                    .isEqualTo(codec.layout().flat().size());
            assertThat(flat.position()).as("values read of %s", type).isEqualTo(width);
            assertThat(Values.comparable(lifted))
                    .as("round %d, %s", round, type)
                    .isEqualTo(Values.comparable(value));
        }
    }
}
