package io.github.ingotvm.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An {@link Entry} as one line of JSON: text fields, and the digests as an object. Unknown fields are details. */
final class Line {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String DIGESTS = "digests";

    private Line() {}

    /** Without the line's end. */
    static String of(Entry entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", entry.time().toString());
            json.writeStringField("what", entry.what().word());
            if (!entry.machine().isEmpty()) {
                json.writeStringField("machine", entry.machine());
                json.writeStringField("name", entry.name());
            }
            for (Map.Entry<String, String> detail : entry.details().entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            if (!entry.digests().isEmpty()) {
                json.writeObjectFieldStart(DIGESTS);
                for (Map.Entry<String, String> digest : entry.digests().entrySet()) {
                    json.writeStringField(digest.getKey(), digest.getValue());
                }
                json.writeEndObject();
            }
            if (entry.failure().isPresent()) {
                json.writeStringField("failure", entry.failure().get());
            }
            json.writeStringField("user", entry.user());
            json.writeStringField("via", entry.via());
            json.writeStringField("connection", entry.connection());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Empty for what is no entry: a line torn by a crash, or one of a later Ingot. */
    static Optional<Entry> read(String line) {
        Map<String, String> fields = new HashMap<>();
        Map<String, String> digests = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    for (String file = json.nextFieldName(); file != null; file = json.nextFieldName()) {
                        String digest = json.nextTextValue();
                        digests.put(file, digest == null ? "" : digest);
                    }
                } else {
                    fields.put(key, json.getText());
                }
            }
            return Optional.of(entry(fields, digests));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Entry entry(Map<String, String> fields, Map<String, String> digests) {
        Instant time = Instant.parse(take(fields, "time"));
        What what = What.of(take(fields, "what")).orElseThrow(() -> new IllegalArgumentException("of a later Ingot"));
        Optional<String> failure = Optional.ofNullable(fields.remove("failure"));
        String machine = take(fields, "machine");
        String name = take(fields, "name");
        String user = take(fields, "user");
        String via = take(fields, "via");
        String connection = take(fields, "connection");
        return new Entry(time, what, machine, name, fields, digests, failure, user, via, connection);
    }

    private static String take(Map<String, String> fields, String key) {
        String value = fields.remove(key);
        return value == null ? "" : value;
    }
}
