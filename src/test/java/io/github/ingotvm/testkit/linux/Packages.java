package io.github.ingotvm.testkit.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Packages of this Debian or Ubuntu, fetched and unpacked without being installed. */
final class Packages {
    private static final List<String> PROGRAMS = List.of("busybox-static", "qemu-guest-agent", "e2fsprogs", "kbd");
    /** Keyboard maps that kbd reads. */
    private static final String KEYMAPS = "console-data";

    private static final Pattern KERNEL_PART = Pattern.compile("linux-(image|modules)-(unsigned-)?\\d\\S*");
    /** Perl comes with helpers of packages alone. */
    private static final Pattern LIBRARY = Pattern.compile("lib(?!.*perl)[a-z0-9.+-]*");

    private static final Pattern PYTHON_MODULE = Pattern.compile("python3-(?!minimal)[a-z0-9.+-]*");

    private static final List<String> DEPENDS = List.of(
            "apt-cache",
            "depends",
            "--recurse",
            "--no-recommends",
            "--no-suggests",
            "--no-conflicts",
            "--no-breaks",
            "--no-replaces",
            "--no-enhances");
    private static final Path ANYWHERE = Path.of("/");

    private final List<String> names;

    private Packages(List<String> names) {
        this.names = names;
    }

    /** Why there can be none here; empty when there can. */
    static String obstacle() throws IOException {
        if (!Programs.exists("apt-get") || !Programs.exists("dpkg-deb")) {
            return "a Linux guest is made from Debian's or Ubuntu's packages, and this system has no apt";
        }
        String architecture =
                Programs.text(ANYWHERE, "dpkg", "--print-architecture").strip();
        return architecture.equals("amd64")
                ? ""
                : "the Linux guest is an amd64 one, and this system is " + architecture;
    }

    /** Old lists name packages that are gone: root renews them; others must have it done. */
    static void refresh(IOException why) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw why;
        }
        Programs.text(ANYWHERE, "apt-get", "-q", "update");
    }

    /** The kernel, the programs and every library that those may need. */
    static Packages find(LinuxKind kind) throws IOException {
        Set<String> names = new TreeSet<>(PROGRAMS);
        names.add(KEYMAPS);
        names.addAll(depends(PROGRAMS, LIBRARY));
        names.addAll(kind.packages());
        names.addAll(kernel(kind));
        return new Packages(List.copyOf(names));
    }

    /** Programs written in Python, with the modules that they need. */
    static Packages python(List<String> programs) throws IOException {
        Set<String> names = new TreeSet<>(programs);
        names.addAll(depends(programs, PYTHON_MODULE));
        return new Packages(List.copyOf(names));
    }

    private static Set<String> kernel(LinuxKind kind) throws IOException {
        for (String meta : kind.kernels()) {
            try {
                Set<String> parts = depends(List.of(meta), KERNEL_PART);
                if (!parts.isEmpty()) {
                    return parts;
                }
            } catch (IOException e) {
                // Another release: it has another one.
            }
        }
        throw new IOException("apt knows none of " + kind.kernels() + "; renew its lists with apt-get update");
    }

    private static Set<String> depends(List<String> roots, Pattern wanted) throws IOException {
        List<String> command = new ArrayList<>(DEPENDS);
        command.addAll(roots);
        Set<String> found = new LinkedHashSet<>();
        for (String line : Programs.lines(ANYWHERE, command)) {
            if (wanted.matcher(line).matches()) { // what they depend on is indented
                found.add(line);
            }
        }
        return found;
    }

    /** The packages' files with their versions: another release or update has another one. */
    String versions() throws IOException {
        return String.join("\n", Programs.lines(ANYWHERE, command("--print-uris")));
    }

    /** Fetches all of them and unpacks them into the folder. */
    void unpackInto(Path folder) throws IOException {
        Path archives = Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".debs"));
        Programs.bytes(archives, command("-q"));
        try (Stream<Path> all = Files.list(archives)) {
            for (Path archive : all.sorted().toList()) {
                Programs.text(archives, "dpkg-deb", "-x", archive.toString(), folder.toString());
                Files.delete(archive);
            }
        }
        Files.delete(archives);
    }

    private List<String> command(String option) {
        List<String> command = new ArrayList<>(List.of("apt-get", option, "download"));
        command.addAll(names);
        return command;
    }
}
