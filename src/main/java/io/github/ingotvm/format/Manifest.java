package io.github.ingotvm.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checksums that come with an appliance: {@code SHA256(disk1.vmdk)= 0123…}. */
final class Manifest {
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\s*(SHA\\d+)\\s*\\(([^()]+)\\)\\s*=\\s*([0-9a-fA-F]+)\\s*$");
    private static final int LONGEST = 1 << 20;
    private static final Map<String, String> KNOWN =
            Map.of("SHA1", "SHA-1", "SHA256", "SHA-256", "SHA384", "SHA-384", "SHA512", "SHA-512");

    private final Map<String, Sum> sums;

    private record Sum(String algorithm, String hex) {}

    private Manifest(Map<String, Sum> sums) {
        this.sums = sums;
    }

    static String nameFor(String descriptor) {
        return descriptor.substring(0, descriptor.length() - ".ovf".length()) + ".mf";
    }

    /** That of a descriptor, whose own checksum is compared at once; an empty one when there is none. */
    static Manifest of(String descriptor, Map<String, ByteSource> files) throws IOException {
        Map<String, Sum> sums = new HashMap<>();
        ByteSource source = files.get(nameFor(descriptor));
        if (source != null) {
            byte[] text = new byte[(int) Math.min(source.size(), LONGEST)];
            source.read(0, text, 0, text.length);
            Matcher line = LINE.matcher(new String(text, StandardCharsets.UTF_8));
            while (line.find()) {
                Optional.ofNullable(KNOWN.get(line.group(1)))
                        .ifPresent(a ->
                                sums.put(line.group(2), new Sum(a, line.group(3).toLowerCase(Locale.ROOT))));
            }
        }
        Manifest manifest = new Manifest(sums);
        ByteSource own = files.get(descriptor);
        if (own != null) {
            manifest.verify(descriptor, own, done -> {});
        }
        return manifest;
    }

    void verify(String name, ByteSource source, DoubleConsumer progress) throws IOException {
        Sum sum = sums.get(name);
        if (sum == null) {
            return;
        }
        MessageDigest digest = digest(sum.algorithm());
        byte[] buffer = new byte[1 << 20];
        long seen = 0;
        try (InputStream in = source.stream()) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                seen += n;
                progress.accept((double) seen / source.size());
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sum.hex())) {
            throw new MalformedException("its file " + name + " is not what its checksum says; copy it again");
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has these
        }
    }
}
