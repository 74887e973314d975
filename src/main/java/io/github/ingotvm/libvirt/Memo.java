package io.github.ingotvm.libvirt;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What documents were read as. libvirt is asked for a document every time; but most are what they were, and to see that is a hundred times
 * quicker than to read one anew.
 */
final class Memo<K, V> {
    private record Read<V>(String document, V value) {}

    private final Map<K, Read<V>> known = new ConcurrentHashMap<>();

    /** @param reader makes the same of the same document every time */
    V read(K key, String document, Function<String, V> reader) {
        Read<V> before = known.get(key);
        if (before != null && before.document.equals(document)) {
            return before.value;
        }
        V value = reader.apply(document);
        known.put(key, new Read<>(document, value));
        return value;
    }

    /** Forgets all others. */
    void keep(Collection<K> keys) {
        known.keySet().retainAll(Set.copyOf(keys));
    }
}
