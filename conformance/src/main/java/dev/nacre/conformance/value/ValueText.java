package dev.nacre.conformance.value;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes values for messages, no longer than a reader wants. */
final class ValueText {
    private static final int MOST = 300;

    private final StringBuilder text = new StringBuilder();

    private ValueText() {}

    static String of(@Nullable Object value) {
        ValueText writer = new ValueText();
        writer.write(value);
        return writer.isFull() ? writer.text.substring(0, MOST) + "..." : writer.text.toString();
    }

    private boolean isFull() {
        return text.length() > MOST;
    }

    private void write(@Nullable Object value) {
        if (isFull()) {
            return;
        }
        if (value == null) {
            text.append("nothing");
        } else if (value instanceof List<?> list) {
            elements("[", list, "]");
        } else if (value instanceof Set<?> flags) {
            elements("{", flags, "}");
        } else if (value instanceof Optional<?> option) {
            wrapped(option.isPresent() ? "some" : "none", option.orElse(null));
        } else if (value instanceof VariantValue variant) {
            wrapped(variant.name(), variant.payload());
        } else if (value instanceof ResultValue result) {
            wrapped(result.isOk() ? "ok" : "error", result.payload());
        } else {
            scalar(value);
        }
    }

    private void elements(String open, Collection<?> elements, String close) {
        String separator = open;
        for (Object element : elements) {
            text.append(separator);
            write(element);
            separator = ", ";
            if (isFull()) {
                return;
            }
        }
        text.append(elements.isEmpty() ? open : "").append(close);
    }

    private void wrapped(String name, @Nullable Object payload) {
        text.append(name);
        if (payload != null) {
            text.append('(');
            write(payload);
            text.append(')');
        }
    }

    private void scalar(Object value) {
        if (value instanceof String string) {
            text.append('"').append(string, 0, Math.min(string.length(), MOST)).append('"');
        } else if (value instanceof Float number) {
            text.append(number)
                    .append(" (bits ")
                    .append(Integer.toHexString(Float.floatToRawIntBits(number)))
                    .append(')');
        } else if (value instanceof Double number) {
            text.append(number)
                    .append(" (bits ")
                    .append(Long.toHexString(Double.doubleToRawLongBits(number)))
                    .append(')');
        } else if (value instanceof byte[] bytes) {
            bytes(bytes);
        } else {
            text.append(value);
        }
    }

    private void bytes(byte[] bytes) {
        text.append(bytes.length).append(" bytes");
        for (int index = 0; index < bytes.length && !isFull(); index++) {
            text.append(' ').append(Integer.toHexString(bytes[index] & 0xff));
        }
    }
}
