package dev.nacre.engine.abi;

import dev.nacre.engine.runtime.GatedSignature;
import dev.nacre.engine.runtime.NumberForm;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signatures whose values are all numbers in core values, so that calls need neither memory nor boxes. */
final class TypedForm {
    private static final Map<WitType, NumberForm> FORMS = Map.ofEntries(
            Map.entry(PrimitiveType.BOOL, NumberForm.BOOL),
            Map.entry(PrimitiveType.S8, NumberForm.S8),
            Map.entry(PrimitiveType.U8, NumberForm.U8),
            Map.entry(PrimitiveType.S16, NumberForm.S16),
            Map.entry(PrimitiveType.U16, NumberForm.U16),
            Map.entry(PrimitiveType.S32, NumberForm.I32),
            Map.entry(PrimitiveType.U32, NumberForm.I32),
            Map.entry(PrimitiveType.S64, NumberForm.I64),
            Map.entry(PrimitiveType.U64, NumberForm.I64),
            Map.entry(PrimitiveType.F32, NumberForm.F32),
            Map.entry(PrimitiveType.F64, NumberForm.F64),
            Map.entry(PrimitiveType.CHAR, NumberForm.CHAR));

    private TypedForm() {}

    /** Returns the form of a function, empty when some value of it lives in memory. */
    static Optional<GatedSignature> of(String subject, FunctionType type) {
        List<NumberForm> parameters = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            number(parameter.type()).ifPresent(parameters::add);
        }
        Optional<NumberForm> result = type.result().flatMap(TypedForm::number);
        boolean whole = parameters.size() == type.parameters().size()
                && parameters.size() <= CallPlan.MAX_FLAT_PARAMETERS
                && result.isPresent() == type.result().isPresent();
        return whole ? Optional.of(new GatedSignature(subject, parameters, result)) : Optional.empty();
    }

    private static Optional<NumberForm> number(WitType type) {
        return type instanceof PrimitiveType ? Optional.ofNullable(FORMS.get(type)) : Optional.empty();
    }
}
