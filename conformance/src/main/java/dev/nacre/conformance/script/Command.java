package dev.nacre.conformance.script;

import java.util.List;
import java.util.Optional;

/** One command of a script. */
public sealed interface Command {

    /** Returns the line in the script's source. */
    int line();

    /** Returns the type as the script has it. */
    String type();

    /** Calls the visitor's method for this kind of command. */
    <R> R accept(CommandVisitor<R> visitor);

    /**
     * {@code module}: defines, instantiates and becomes current.
     *
     * @param name of the instance, for later components
     */
    record Module(int line, Optional<String> name, ModuleFile file) implements Command {
        @Override
        public String type() {
            return "module";
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitModule(this);
        }
    }

    /** {@code module_definition}: defines without instantiating. */
    record Definition(int line, Optional<String> name, ModuleFile file) implements Command {
        @Override
        public String type() {
            return "module_definition";
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitDefinition(this);
        }
    }

    /**
     * {@code module_instance}: instantiates a definition, which becomes current.
     *
     * @param name of the instance, for later components
     * @param definition its name; the last definition when empty
     */
    record Instance(int line, Optional<String> name, Optional<String> definition) implements Command {
        @Override
        public String type() {
            return "module_instance";
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitInstance(this);
        }
    }

    /** {@code action}: a call whose results do not matter. */
    record Perform(int line, Action action) implements Command {
        @Override
        public String type() {
            return "action";
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitPerform(this);
        }
    }

    /** {@code assert_return}: a call with these results. */
    record AssertReturn(int line, Action action, List<Value> expected) implements Command {
        public AssertReturn {
            expected = List.copyOf(expected);
        }

        @Override
        public String type() {
            return "assert_return";
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitAssertReturn(this);
        }
    }

    /**
     * {@code assert_trap}: a call that traps.
     *
     * @param text part of the expected message
     */
    record AssertTrap(int line, Action action, String text) implements Command {
        @Override
        public String type() {
            return "assert_trap";
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitAssertTrap(this);
        }
    }

    /**
     * {@code assert_malformed} and its kin: a component that is refused in one phase.
     *
     * @param text part of the expected message
     */
    record AssertRefused(int line, Phase phase, ModuleFile file, String text) implements Command {
        @Override
        public String type() {
            return phase.command();
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitAssertRefused(this);
        }
    }

    /** A command of a type that has no meaning for components. */
    record Unknown(int line, String type) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitUnknown(this);
        }
    }

    /**
     * A command that is not written as it should be.
     *
     * @param reason what is wrong with it
     */
    record Broken(int line, String type, String reason) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visitBroken(this);
        }
    }
}
