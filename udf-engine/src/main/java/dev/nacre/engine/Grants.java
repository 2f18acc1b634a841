package dev.nacre.engine;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one instance is given of the host through WASI. Nothing, unless said otherwise. An immutable value that holds
 * nothing open: what cannot be had is reported when the guest asks for it. Outputs are the embedder's own.
 *
 * <p>Ungranted, a guest sees no environment, no arguments, no input and no folders; its wall clock stands at 1970-01-01,
 * its monotonic clock counts calls, sleeping takes no time, and random numbers come from a generator with a fixed seed.
 * Output goes by lines to the instance's {@link LogSink}. Networks and HTTP cannot be granted.
 *
 * {@snippet :
 * Grants grants = Grants.none()
 *         .withSystemClocks()
 *         .withFolder(new FolderGrant("/data", Path.of("/srv/readings"), FolderAccess.READ_ONLY));
 * component.instantiate(new InstanceOptions(meter, log).withGrants(grants));
 * }
 */
public final class Grants {
    private static final Grants NONE = new Grants(
            CommandLineGrant.NONE, new byte[0], OutputGrant.NONE, ClockGrant.NONE, RandomGrant.NONE, FileGrants.NONE);

    private final CommandLineGrant commandLine;
    private final byte[] input;
    private final OutputGrant output;
    private final ClockGrant clocks;
    private final RandomGrant random;
    private final FileGrants files;

    private Grants(
            CommandLineGrant commandLine,
            byte[] input,
            OutputGrant output,
            ClockGrant clocks,
            RandomGrant random,
            FileGrants files) {
        this.commandLine = commandLine;
        this.input = input;
        this.output = output;
        this.clocks = clocks;
        this.random = random;
        this.files = files;
    }

    /** Returns nothing. */
    public static Grants none() {
        return NONE;
    }

    /**
     * Returns these grants with other environment variables.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for a name or a value that no program could read
     */
    public Grants withEnvironment(Map<String, String> environment) {
        return with(new CommandLineGrant(environment, commandLine.arguments()));
    }

    /**
     * Returns these grants with other arguments.
     *
     * @param arguments the first is the program's name, as C has it
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for one with a NUL
     */
    public Grants withArguments(List<String> arguments) {
        return with(new CommandLineGrant(commandLine.environment(), arguments));
    }

    private Grants with(CommandLineGrant other) {
        return new Grants(other, input, output, clocks, random, files);
    }

    /** Returns these grants with bytes, which are copied, to read from standard input. */
    public Grants withInput(byte[] bytes) {
        return new Grants(commandLine, bytes.clone(), output, clocks, random, files);
    }

    /**
     * Returns these grants with a place for what is printed to standard output: byte by byte, instead of by lines to the log.
     * It belongs to the instance that runs under these grants, and to several only if it says that it is safe for them.
     *
     * @param output for example a {@link dev.nacre.engine.host.BoundedOutput}
     */
    public Grants withOutput(OutputSink output) {
        return with(new OutputGrant(Optional.of(output), this.output.error()));
    }

    /** The same for standard error, which may have the place that standard output has. */
    public Grants withErrorOutput(OutputSink error) {
        return with(new OutputGrant(output.standard(), Optional.of(error)));
    }

    private Grants with(OutputGrant other) {
        return new Grants(commandLine, input, other, clocks, random, files);
    }

    /** Returns these grants with the host's time, and time that passes. */
    public Grants withSystemClocks() {
        return with(new ClockGrant(Clock.systemUTC(), true));
    }

    /** Returns these grants with a wall clock, which may be a fixed one. The monotonic clock stays as it is. */
    public Grants withWallClock(Clock wall) {
        return with(new ClockGrant(wall, clocks.passing()));
    }

    private Grants with(ClockGrant other) {
        return new Grants(commandLine, input, output, other, random, files);
    }

    /** Returns these grants with random numbers from the host's secure source. */
    public Grants withSecureRandom() {
        return with(new RandomGrant(true, 0));
    }

    /** Returns these grants with random numbers that follow from a seed. They are no secret. */
    public Grants withRandomSeed(long seed) {
        return with(new RandomGrant(false, seed));
    }

    private Grants with(RandomGrant other) {
        return new Grants(commandLine, input, output, clocks, other, files);
    }

    /**
     * Returns these grants with one more folder.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} when one has its name
     */
    public Grants withFolder(FolderGrant folder) {
        return withFiles(files.and(requireNonNull(folder, "folder is null")));
    }

    /** Returns these grants with other folders and bounds on their use. */
    public Grants withFiles(FileGrants other) {
        return new Grants(commandLine, input, output, clocks, random, requireNonNull(other, "files is null"));
    }

    /** Returns the environment and the arguments. */
    public CommandLineGrant commandLine() {
        return commandLine;
    }

    /** Returns a copy of what standard input holds. */
    public byte[] input() {
        return input.clone();
    }

    /** Returns where what is printed goes. */
    public OutputGrant output() {
        return output;
    }

    /** Returns what time it is. */
    public ClockGrant clocks() {
        return clocks;
    }

    /** Returns where random numbers come from. */
    public RandomGrant random() {
        return random;
    }

    /** Returns the folders. */
    public FileGrants files() {
        return files;
    }

    static EngineException refused(String message) {
        return new EngineException(ErrorCode.BAD_SETTING, message);
    }
}
