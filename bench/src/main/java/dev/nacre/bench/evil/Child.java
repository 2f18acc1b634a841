package dev.nacre.bench.evil;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that is attacked: takes orders from its standard input, and says on its standard output how it goes. */
public final class Child {
    private static final Strike AFTERWARDS = Strike.administrator("afterwards");

    private final Path folder;
    private final String server;
    private final Keeper keeper;
    private final PrintStream parent;

    private Child(Path folder, String server, Keeper keeper, PrintStream parent) {
        this.folder = folder;
        this.server = server;
        this.keeper = keeper;
        this.parent = parent;
    }

    /**
     * Runs until there are no more orders.
     *
     * @param arguments the folder of the arena's files, and what stands before the name of a database in H2's URLs
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]);
        String server = arguments[1];
        try (Keeper keeper = Keeper.in(folder, server);
                BufferedReader orders = new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            keeper.warmUp();
            new Child(folder, server, keeper, output).obey(orders);
        }
    }

    private void obey(BufferedReader orders) throws IOException, SQLException {
        Map<String, Attack> attacks = Stream.concat(Attacks.all().stream(), Decoys.all().stream())
                .collect(Collectors.toMap(Attack::id, Function.identity()));
        say(Line.of(Line.Word.READY));
        for (String text = orders.readLine(); text != null; text = orders.readLine()) {
            Line order = Line.parse(text);
            switch (order.word()) {
                case ATTACK ->
                    attack(Optional.ofNullable(attacks.get(order.field(0))).orElseThrow());
                case GUEST -> guest(HexFormat.of().parseHex(order.field(0)));
                case MEASURE -> measure(order);
                case BASELINE -> baseline(order.number(0));
                default -> throw new IllegalArgumentException("expected an order, found " + order.word());
            }
        }
    }

    /** What is done in an arena. */
    @FunctionalInterface
    private interface Fight {
        void in(Arena arena) throws SQLException;
    }

    /** Has something done in a fresh arena, and says how that is afterwards, when it is closed. */
    private void fight(Fight fight) throws SQLException {
        String objection;
        try (Arena arena = Arena.in(folder, server)) {
            fight.in(arena);
            begin(AFTERWARDS);
            objection = WellBeing.objection(arena).orElse("");
        }
        say(Line.of(Line.Word.DONE, objection, ownPeakBytes()));
    }

    private void attack(Attack attack) throws SQLException {
        attack.setUp().forEach(keeper::keep);
        fight(arena -> {
            attack.setUp().forEach(strike -> deal(arena, strike));
            attack.strikes().forEach(strike -> deal(arena, strike));
        });
    }

    private void guest(byte[] component) throws SQLException {
        fight(arena -> new GuestTrial(arena, strike -> deal(arena, strike)).run(component));
    }

    private void measure(Line order) throws SQLException {
        Shape shape = Shape.all().stream()
                .filter(candidate -> candidate.id().equals(order.field(0)))
                .findFirst()
                .orElseThrow();
        Strike strike = Boolean.parseBoolean(order.field(2)) ? shape.untilCancelled() : shape.untilDeadline();
        fight(arena -> {
            shape.setUp().forEach(step -> deal(arena, step));
            besideABystander(arena, order.number(1), () -> deal(arena, strike));
        });
    }

    /** Does what a guest with a perfect meter would do, without a database: what is late then is the machine. */
    private void baseline(long runs) throws SQLException {
        fight(arena -> besideABystander(arena, runs, this::loopInJava));
    }

    private void loopInJava() {
        Strike strike = Strike.administrator("a loop in Java").stoppedAfter(RunawayAttacks.DEADLINE);
        begin(strike);
        long end = System.nanoTime() + strike.due().toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        say(Line.of(Line.Word.OVER, "", ""));
    }

    private void besideABystander(Arena arena, long runs, Runnable work) throws SQLException {
        try (Bystander bystander = Bystander.on(arena)) {
            for (long run = 0; run < runs; run++) {
                work.run();
            }
            bystander.nanos().forEach(nanos -> say(Line.of(Line.Word.BESIDE, nanos)));
        }
    }

    private void begin(Strike strike) {
        say(Line.of(Line.Word.BEGIN, strike.due().toMillis(), strike.guard().toMillis(), shortened(strike.text())));
    }

    private Outcome deal(Arena arena, Strike strike) {
        begin(strike);
        Outcome outcome = Blow.of(arena, strike);
        String said = arena.completed(strike.text());
        Optional<String> objection =
                strike.objectionTo(outcome).or(() -> arena.secrets().leakedBy(outcome, said));
        say(Line.of(Line.Word.OVER, outcome.summary(), objection.orElse("")));
        return outcome;
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    private void say(Line line) {
        parent.println(line.text());
    }

    /** Returns what this process knows of its memory, for systems that do not tell the other one. */
    private static long ownPeakBytes() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
