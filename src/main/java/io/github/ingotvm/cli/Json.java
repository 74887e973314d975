package io.github.ingotvm.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ingotvm.model.Lineage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes JSON for scripts. The keys are a promise of docs/cli.md; times are UTC, sizes bytes, what is absent is null. */
final class Json {
    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Prints one document, or nothing at all when making it fails. */
    static void print(PrintStream out, Consumer<Json> document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.useDefaultPrettyPrinter();
            document.accept(new Json(generator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
    }

    void object(Runnable fields) {
        write(JsonGenerator::writeStartObject);
        fields.run();
        write(JsonGenerator::writeEndObject);
    }

    void object(String key, Runnable fields) {
        write(g -> g.writeFieldName(key));
        object(fields);
    }

    <T> void array(Collection<T> items, Consumer<T> each) {
        write(JsonGenerator::writeStartArray);
        items.forEach(each);
        write(JsonGenerator::writeEndArray);
    }

    <T> void array(String key, Collection<T> items, Consumer<T> each) {
        write(g -> g.writeFieldName(key));
        array(items, each);
    }

    void strings(String key, Collection<String> values) {
        array(key, values, v -> write(g -> g.writeString(v)));
    }

    void field(String key, String value) {
        write(g -> g.writeStringField(key, value));
    }

    void field(String key, long value) {
        write(g -> g.writeNumberField(key, value));
    }

    void field(String key, boolean value) {
        write(g -> g.writeBooleanField(key, value));
    }

    void field(String key, Instant value) {
        field(key, value.toString());
    }

    void field(String key, Enum<?> value) {
        field(key, word(value));
    }

    void field(String key, Optional<String> value) {
        value.ifPresentOrElse(v -> field(key, v), () -> absent(key));
    }

    /** The golden version in a lineage. */
    void version(String key, Optional<Lineage> lineage) {
        lineage.filter(l -> l.version().isPresent())
                .ifPresentOrElse(l -> field(key, l.version().getAsInt()), () -> absent(key));
    }

    void absent(String key) {
        write(g -> g.writeNullField(key));
    }

    /** A constant as scripts see it: {@code JUST_INSTALLED} is {@code just-installed}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void write(Step step) {
        try {
            step.on(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void on(JsonGenerator generator) throws IOException;
    }
}
