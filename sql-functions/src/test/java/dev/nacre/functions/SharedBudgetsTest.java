package dev.nacre.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.ServerMaxima;
import dev.nacre.functions.settings.SettingValues;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What statements share. */
class SharedBudgetsTest {
    private static EffectiveSettings settings(String... maxima) {
        Properties properties = new Properties();
        for (int index = 0; index < maxima.length; index += 2) {
            properties.setProperty(ServerMaxima.PREFIX + maxima[index], maxima[index + 1]);
        }
        return new EffectiveSettings(ServerMaxima.of(properties), SettingValues.none());
    }

    @Test
    void leaveSomeMemoryToOtherUsers() {
        SharedBudgets budgets = new SharedBudgets(settings("server_memory", "4000"));
        try (SharedBudgets.UserBudget one = budgets.of("db", "ONE", settings());
                SharedBudgets.UserBudget two = budgets.of("db", "TWO", settings());
                SharedBudgets.UserBudget again = budgets.of("db", "ONE", settings())) {
            assertThat(again).isSameAs(one);
            assertThat(one.memory().reserve(2900)).isTrue();
            assertThat(again.memory().reserve(101)).isFalse();
            assertThat(again.memory().refusal())
                    .isEqualTo(
                            "at most 3000 bytes allowed (three quarters of what all statements may have, for those of a user;"
                                    + " setting user_memory, -Dnacre.max.user_memory)");
            assertThat(two.memory().reserve(1100)).isTrue();
            assertThat(two.memory().reserve(1)).isFalse();
            assertThat(two.memory().refusal())
                    .isEqualTo(
                            "at most 4000 bytes allowed (setting server_memory, -Dnacre.max.server_memory, for all statements)");
        }
        assertThat(budgets.openUsers()).isZero();
    }

    @Test
    void tellUsersOfDifferentDatabasesApart() {
        SharedBudgets budgets = new SharedBudgets(settings());
        try (SharedBudgets.UserBudget one = budgets.of("db", "SA", settings("user_memory", "10"));
                SharedBudgets.UserBudget other = budgets.of("other", "SA", settings("user_memory", "20"))) {
            assertThat(one.memory().reserve(11)).isFalse();
            assertThat(other.memory().reserve(11)).isTrue();
            other.memory().release(11);
        }
    }

    @Test
    void countInstances() {
        SharedBudgets budgets = new SharedBudgets(settings("server_instances", "3"));
        EffectiveSettings two = settings("user_instances", "2");
        try (SharedBudgets.UserBudget one = budgets.of("db", "ONE", two);
                SharedBudgets.UserBudget other = budgets.of("db", "TWO", two)) {
            one.takeInstance("function 'F'");
            one.takeInstance("function 'F'");
            assertThatThrownBy(() -> one.takeInstance("function 'F'"))
                    .isInstanceOf(FunctionException.class)
                    .hasMessage(
                            "function 'F': the statements of this user have 2 instances open together, at most so many allowed"
                                    + " (setting user_instances, -Dnacre.max.user_instances); run fewer at once, or raise it");
            other.takeInstance("function 'F'");
            assertThatThrownBy(() -> other.takeInstance("function 'F'"))
                    .hasMessageContaining("the statements of all users have 3 instances open together");
            one.releaseInstances(1);
            other.takeInstance("function 'F'");
            one.releaseInstances(1);
            other.releaseInstances(2);
        }
    }

    /** Whoever comes while the last statement of the user closes gets a budget that counts. */
    @Test
    void countWhileUsersComeAndGo() throws Exception {
        SharedBudgets budgets = new SharedBudgets(settings());
        Thread[] threads = new Thread[4];
        for (int index = 0; index < threads.length; index++) {
            threads[index] = new Thread(() -> {
                for (int round = 0; round < 10_000; round++) {
                    try (SharedBudgets.UserBudget user = budgets.of("db", "U" + round % 2, settings())) {
                        user.takeInstance("function 'F'");
                        user.releaseInstances(1);
                    }
                }
            });
            threads[index].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(budgets.openUsers()).isZero();
    }
}
