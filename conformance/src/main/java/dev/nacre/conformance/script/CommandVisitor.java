package dev.nacre.conformance.script;

/** One method for each kind of {@link Command}. */
public interface CommandVisitor<R> {
    /** Visits {@code module}. */
    R visitModule(Command.Module command);

    /** Visits {@code module_definition}. */
    R visitDefinition(Command.Definition command);

    /** Visits {@code module_instance}. */
    R visitInstance(Command.Instance command);

    /** Visits {@code action}. */
    R visitPerform(Command.Perform command);

    /** Visits {@code assert_return}. */
    R visitAssertReturn(Command.AssertReturn command);

    /** Visits {@code assert_trap}. */
    R visitAssertTrap(Command.AssertTrap command);

    /** Visits {@code assert_malformed}, {@code assert_invalid}, {@code assert_unlinkable} and {@code assert_uninstantiable}. */
    R visitAssertRefused(Command.AssertRefused command);

    /** Visits a command of another type. */
    R visitUnknown(Command.Unknown command);

    /** Visits a command that cannot be read. */
    R visitBroken(Command.Broken command);
}
