package io.github.ingotvm.ui.clone;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.names.NamePattern;
import java.util.List;

/** The names of the clones that are asked for. */
final class CloneNames {
    private CloneNames() {}

    /** @param count how many; 1 leaves it to a range in the pattern */
    static List<String> of(String pattern, int count) {
        if (pattern.isBlank()) {
            throw new IngotException(Kind.INVALID, "The clone needs a name; type at least one character.");
        }
        return NamePattern.expand(pattern.strip(), count);
    }

    static String preview(List<String> names) {
        if (names.size() == 1) {
            return "A range makes many: web-{01..10}";
        }
        if (names.size() <= 3) {
            return String.join(", ", names);
        }
        return names.get(0) + ", " + names.get(1) + ", … " + names.get(names.size() - 1);
    }
}
