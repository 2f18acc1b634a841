package dev.nacre.functions;

import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.ServerMaxima;
import dev.nacre.functions.settings.SqlSetting;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What statements share, whatever each of them may have: those of a user, and all of the JVM. Safe for use by many threads.
 */
final class SharedBudgets {
    /** Made at the first statement, when connections have seen to it that the JVM's properties mean something. */
    private static final class OfJvm {
        static final SharedBudgets ALL = new SharedBudgets(EffectiveSettings.ofJvm());

        private OfJvm() {}
    }

    private final MemoryBudget memory;
    private final AtomicLong instances = new AtomicLong();
    private final long mostInstances;
    private final Map<User, UserBudget> users = new ConcurrentHashMap<>();

    /** A user of a database, whose budget is there while the user has statements. */
    record User(Object database, String name) {}

    SharedBudgets(EffectiveSettings settings) {
        long set = settings.get(SqlSetting.SERVER_MEMORY);
        long half = Runtime.getRuntime().maxMemory() / 2;
        this.memory = set == Long.MAX_VALUE
                ? new MemoryBudget(half, "half of the JVM's heap, -Xmx, for all statements")
                : new MemoryBudget(set, remedy(SqlSetting.SERVER_MEMORY) + ", for all statements");
        this.mostInstances = settings.get(SqlSetting.SERVER_INSTANCES);
    }

    /** Returns those of this JVM, as it was started. */
    static SharedBudgets ofJvm() {
        return OfJvm.ALL;
    }

    private static String remedy(SqlSetting setting) {
        return "setting " + setting.key() + ", -D" + ServerMaxima.PREFIX + setting.key();
    }

    /**
     * Returns the budget of a user, which the statement closes.
     *
     * @param database tells users of one name apart
     * @param settings whose bounds for users hold where the user has no statement yet
     */
    UserBudget of(Object database, String name, EffectiveSettings settings) {
        return users.compute(new User(database, name), (user, open) -> {
            UserBudget budget = open == null ? new UserBudget(user, settings) : open;
            budget.statements++;
            return budget;
        });
    }

    /** Returns how many users have statements. */
    int openUsers() {
        return users.size();
    }

    /** What the statements of one user have together. */
    final class UserBudget implements AutoCloseable {
        private final User user;
        private final MemoryBudget memoryOfUser;
        private final AtomicLong instancesOfUser = new AtomicLong();
        private final long mostInstancesOfUser;
        /** Changed where the map is. */
        private int statements;

        private UserBudget(User user, EffectiveSettings settings) {
            this.user = user;
            long set = settings.get(SqlSetting.USER_MEMORY);
            this.memoryOfUser = set == Long.MAX_VALUE
                    ? memory.part(
                            memory.limitBytes() / 4 * 3,
                            "three quarters of what all statements may have, for those of a user; "
                                    + remedy(SqlSetting.USER_MEMORY))
                    : memory.part(set, remedy(SqlSetting.USER_MEMORY) + ", for all statements of a user");
            this.mostInstancesOfUser = settings.get(SqlSetting.USER_INSTANCES);
        }

        MemoryBudget memory() {
            return memoryOfUser;
        }

        /** @throws FunctionException when there may be no more instances */
        void takeInstance(String subject) {
            take(subject, instancesOfUser, mostInstancesOfUser, "of this user", SqlSetting.USER_INSTANCES);
            try {
                take(subject, instances, mostInstances, "of all users", SqlSetting.SERVER_INSTANCES);
            } catch (FunctionException refusal) {
                instancesOfUser.decrementAndGet();
                throw refusal;
            }
        }

        private static void take(String subject, AtomicLong count, long most, String whose, SqlSetting setting) {
            if (count.incrementAndGet() > most) {
                count.decrementAndGet();
                throw new FunctionException(
                        FunctionErrorCode.STATEMENT_LIMIT,
                        subject + ": the statements " + whose + " have " + most
                                + " instances open together, at most so many" + " allowed (" + remedy(setting)
                                + "); run fewer at once, or raise it");
            }
        }

        void releaseInstances(int count) {
            instancesOfUser.addAndGet(-count);
            instances.addAndGet(-count);
        }

        @Override
        public void close() {
            users.computeIfPresent(user, (same, open) -> --open.statements == 0 ? null : open);
        }
    }
}
