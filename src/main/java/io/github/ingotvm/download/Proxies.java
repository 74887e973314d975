package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxies that the environment names, as other programs read it: {@code http_proxy}, {@code https_proxy}, {@code all_proxy}, each
 * with the address of an HTTP proxy, and {@code no_proxy} with the hosts that are asked directly; in small letters or else in capitals.
 */
final class Proxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final int USUAL_PORT = 80;
    private static final int ENCRYPTED_PORT = 443;

    static {
        // The JDK tells no proxy a password in the clear unless it is told to, which it asks once, with its first
        // client. Who wrote a
        // password into the environment did tell it; without one there is nothing to tell.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        System.setProperty("jdk.http.auth.proxying.disabledSchemes", "");
    }

    private final Map<String, String> environment;
    private final List<String> direct;

    Proxies(Map<String, String> environment) {
        this.environment = environment;
        this.direct = Arrays.stream(named("no_proxy").orElse("").split("[,\\s]+"))
                .map(h -> h.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(h -> !h.isEmpty())
                .toList();
    }

    private Optional<String> named(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(environment.get(variable.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    /** Of whom a host is asked for; empty for the host itself. */
    Optional<URI> proxyFor(URI uri) {
        if (isDirect(uri)) {
            return Optional.empty();
        }
        String own = uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
        String variable = named(own).isPresent() ? own : "all_proxy";
        return named(variable).map(address -> parsed(variable, address));
    }

    private boolean isDirect(URI uri) {
        String host = Optional.ofNullable(uri.getHost())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\[\\]]", "");
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        String withPort = host + ":" + (uri.getPort() >= 0 ? uri.getPort() : encrypted ? ENCRYPTED_PORT : USUAL_PORT);
        return direct.stream()
                .anyMatch(d -> d.equals("*") || host.equals(d) || withPort.equals(d) || host.endsWith("." + d));
    }

    /** {@code UNSUPPORTED} for what is none of HTTP: past a proxy that somebody prescribed nothing is fetched. */
    private static URI parsed(String variable, String address) {
        try {
            URI uri = new URI(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            LOG.debug("no address", e);
        }
        throw new IngotException(
                Kind.UNSUPPORTED,
                // Not its value, in which a password may be.
                "The variable " + variable + " names a proxy that Ingot cannot use; it uses HTTP proxies, as"
                        + " https_proxy=http://proxy:3128, and none for the hosts in no_proxy.");
    }

    private static int port(URI proxy) {
        return proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort();
    }

    /** {@code " (by the proxy proxy.example.org:3128)"}, for people; nothing without a proxy. Never its password. */
    String words(URI uri) {
        return proxyFor(uri)
                .map(p -> " (by the proxy " + p.getHost() + ":" + port(p) + ")")
                .orElse("");
    }

    /** A client builder that goes by these. */
    HttpClient.Builder apply(HttpClient.Builder builder) {
        builder.proxy(this);
        boolean secret = List.of("http_proxy", "https_proxy", "all_proxy").stream()
                .flatMap(v -> named(v).stream())
                .anyMatch(v -> v.contains("@"));
        if (secret) {
            builder.authenticator(new Passwords());
        }
        return builder;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(proxyFor(uri)
                .map(p -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(p.getHost(), port(p))))
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException e) {
        LOG.debug("no connection to {}", proxy, e);
    }

    /** Those in the proxies' addresses, and for proxies alone. */
    private final class Passwords extends Authenticator {
        @Override
        @SuppressWarnings("NullAway") // null is how it is said that there is none
        protected PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
                return null;
            }
            return List.of("http_proxy", "https_proxy", "all_proxy").stream()
                    .flatMap(v -> named(v).filter(a -> a.contains("@")).map(a -> parsed(v, a)).stream())
                    .filter(p -> p.getUserInfo() != null
                            && p.getHost().equalsIgnoreCase(getRequestingHost())
                            && port(p) == getRequestingPort())
                    .findFirst()
                    .map(Proxies::login)
                    .orElse(null);
        }
    }

    private static PasswordAuthentication login(URI proxy) {
        String[] parts = proxy.getUserInfo().split(":", 2);
        return new PasswordAuthentication(parts[0], (parts.length > 1 ? parts[1] : "").toCharArray());
    }
}
