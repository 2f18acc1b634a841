package dev.nacre.conformance.script;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nacre.conformance.ConformanceException;
import java.util.List;
import java.util.Optional;

/** Reads one command. A command that is not as it should be becomes {@link Command.Broken}: the others still run. */
final class CommandReader {
    private CommandReader() {}

    static Command read(JsonNode node) {
        int line = Fields.line(node);
        String type = node.path("type").asText("");
        try {
            return read(line, type, node);
        } catch (ConformanceException broken) {
            return new Command.Broken(line, type, String.valueOf(broken.getMessage()));
        }
    }

    private static Command read(int line, String type, JsonNode node) {
        return switch (type) {
            case "" -> new Command.Broken(line, type, "the command has no type");
            case "module" -> new Command.Module(line, Fields.optionalText(node, "name"), file(node));
            case "module_definition" -> new Command.Definition(line, Fields.optionalText(node, "name"), file(node));
            case "module_instance" ->
                new Command.Instance(line, Fields.optionalText(node, "instance"), Fields.optionalText(node, "module"));
            case "action" -> new Command.Perform(line, action(node.path("action")));
            case "assert_return" ->
                new Command.AssertReturn(line, action(node.path("action")), Fields.list(node, "expected", Value::of));
            case "assert_trap" -> new Command.AssertTrap(line, action(node.path("action")), text(node));
            default -> refusal(line, type, node);
        };
    }

    private static Command refusal(int line, String type, JsonNode node) {
        Optional<Phase> phase = Phase.of(type);
        return phase.isEmpty()
                ? new Command.Unknown(line, type)
                : new Command.AssertRefused(line, phase.get(), file(node), text(node));
    }

    private static String text(JsonNode node) {
        return Fields.optionalText(node, "text").orElse("");
    }

    private static ModuleFile file(JsonNode node) {
        boolean text = Fields.text(node, "module_type").equals("text");
        Optional<String> name =
                text ? Fields.optionalText(node, "binary_filename") : Optional.of(Fields.text(node, "filename"));
        return new ModuleFile(name, Fields.optionalText(node, "kind"));
    }

    private static Action action(JsonNode node) {
        String type = Fields.text(node, "type");
        if (!type.equals(Action.INVOKE)) {
            return new Action(type, Optional.empty(), "", List.of());
        }
        return new Action(
                type,
                Fields.optionalText(node, "module"),
                Fields.text(node, "field"),
                Fields.list(node, "args", Value::of));
    }
}
