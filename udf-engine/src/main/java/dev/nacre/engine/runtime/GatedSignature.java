package dev.nacre.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that a gated handle takes and gives.
 *
 * @param subject what the function is called in messages, for example {@code function 'add'}
 * @param parameters in order
 * @param result empty for a function without one
 */
public record GatedSignature(String subject, List<NumberForm> parameters, Optional<NumberForm> result) {
    public GatedSignature {
        parameters = List.copyOf(parameters);
    }

    List<Class<?>> javaParameters() {
        List<Class<?>> types = new ArrayList<>();
        parameters.forEach(form -> types.add(form.javaType()));
        return types;
    }

    Class<?> javaResult() {
        return result.<Class<?>>map(NumberForm::javaType).orElse(void.class);
    }
}
