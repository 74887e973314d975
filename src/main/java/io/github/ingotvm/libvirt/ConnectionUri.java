package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a connection's URI says about where it leads. */
record ConnectionUri(String text, URI uri) {
    static ConnectionUri parse(String text) {
        try {
            return new ConnectionUri(text, new URI(text));
        } catch (URISyntaxException e) {
            throw new HypervisorException(
                    Kind.INVALID, "“" + text + "” is no connection; say for example qemu:///session.", e);
        }
    }

    /** Whether it leads to this computer. */
    boolean isLocal() {
        return uri.getHost() == null
                && (uri.getAuthority() == null || uri.getAuthority().isEmpty());
    }

    /** Whether the daemon runs for one user rather than for the whole host. */
    boolean isSession() {
        return "/session".equals(uri.getPath());
    }

    /** The socket it names, if it names one. */
    Optional<Path> socket() {
        return Optional.ofNullable(uri.getQuery()).stream()
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(part -> part.startsWith("socket="))
                .map(part -> Path.of(part.substring("socket=".length())))
                .findFirst();
    }
}
