package dev.nacre.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    @Test
    void refusesMoreThanThereIsAndTakesNothingThen() {
        MemoryBudget budget = new MemoryBudget(100);

        assertThat(budget.reserve(100)).isTrue();
        assertThat(budget.reserve(1)).isFalse();
        assertThat(budget.heldBytes()).isEqualTo(100);
        budget.release(40);
        assertThat(budget.reserve(41)).isFalse();
        assertThat(budget.reserve(40)).isTrue();
    }

    @Test
    void countsPartsAgainstTheWhole() {
        MemoryBudget server = new MemoryBudget(100);
        MemoryBudget first = server.part(80);
        MemoryBudget second = server.part(80);

        assertThat(first.reserve(70)).isTrue();
        assertThat(second.reserve(31)).isFalse();
        assertThat(second.heldBytes()).isZero();
        assertThat(server.heldBytes()).isEqualTo(70);
        assertThat(second.reserve(30)).isTrue();
        first.release(70);
        assertThat(server.heldBytes()).isEqualTo(30);
        assertThat(first.limitBytes()).isEqualTo(80);
    }

    @Test
    void saysWhoRefused() {
        MemoryBudget query = new MemoryBudget(100, "setting query_memory");
        MemoryBudget instance = query.part(60);
        MemoryBudget other = query.part(60);

        assertThat(instance.reserve(61)).isFalse();
        assertThat(instance.refusal()).isEqualTo("at most 60 bytes allowed (setting memory)");
        assertThat(instance.reserve(60)).isTrue();
        assertThat(other.reserve(41)).isFalse();
        assertThat(other.refusal()).isEqualTo("at most 100 bytes allowed (setting query_memory)");
        assertThat(other.refusalBeside(40)).isNull();
        assertThat(other.refusalBeside(41))
                .isEqualTo("at most 100 bytes allowed (setting query_memory), 60 of them held");
        instance.release(60);
        assertThat(instance.peakBytes()).isEqualTo(60);
        assertThat(query.heldBytes()).isZero();
    }

    @Test
    void takesFromItsParentsAlone() {
        MemoryBudget query = new MemoryBudget(100);
        MemoryBudget instance = query.part(10);

        assertThat(instance.reserveBeside(90)).isTrue();
        assertThat(instance.heldBytes()).isZero();
        assertThat(instance.reserveBeside(11)).isFalse();
        assertThat(instance.reserve(10)).isTrue();
        instance.releaseBeside(90);
        assertThat(query.heldBytes()).isEqualTo(10);
        assertThat(query.reserveBeside(1_000)).as("nobody above who counts").isTrue();
    }

    /** What a component declares it gets, but no more than that. */
    @Test
    void givesMoreAtTheStartThanLater() {
        MemoryBudget instance = new MemoryBudget(100, "setting query_memory").instance(10, 50);

        assertThat(instance.reserveAtStart(51)).isFalse();
        assertThat(instance.reserveAtStart(30)).isTrue();
        assertThat(instance.reserve(1)).isFalse();
        assertThat(instance.reserveAtStart(20)).isTrue();
        assertThat(instance.limitBytes()).isEqualTo(50);
    }
}
