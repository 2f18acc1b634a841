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
}
