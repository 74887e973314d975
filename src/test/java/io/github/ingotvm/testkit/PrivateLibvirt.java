package io.github.ingotvm.testkit;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.libvirt.LibvirtHypervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A libvirt daemon of the tests' own: an unprivileged session daemon with all its state in a temporary folder, so that
 * nothing of the user's machines is seen or touched. As root it runs as nobody, for root's session would be the system's
 * daemon.
 */
public final class PrivateLibvirt implements AutoCloseable {
    private static final int NOBODY = 65534;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final boolean root;
    private final String path;
    private @Nullable Process daemon;

    private PrivateLibvirt(Path folder, boolean root, String path) {
        this.folder = folder;
        this.root = root;
        this.path = path;
    }

    /** Starts a daemon and waits until it takes connections. */
    public static PrivateLibvirt start() {
        return start("/usr/sbin:/usr/bin:/sbin:/bin");
    }

    /** The same on a host that has no QEMU, as far as the daemon can see. */
    public static PrivateLibvirt startWithoutQemu() {
        return start("/nowhere");
    }

    private static PrivateLibvirt start(String path) {
        try {
            // Short, and in /tmp whatever the settings: libvirt's sockets below may not be longer than 108 characters.
            Path folder = Files.createDirectory(Path.of(
                    "/tmp", "ingot" + Long.toString(ProcessHandle.current().pid(), 36) + COUNT.getAndIncrement()));
            boolean root = "root".equals(System.getProperty("user.name"));
            PrivateLibvirt libvirt = new PrivateLibvirt(folder, root, path);
            try {
                libvirt.prepare();
                libvirt.launch();
                return libvirt;
            } catch (IOException | RuntimeException e) {
                libvirt.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uri() {
        return "qemu+unix:///session?socket=" + socket();
    }

    /** With all that the daemon keeps. */
    public Path folder() {
        return folder;
    }

    /** Folder of Ingot's own pool. */
    public Path poolDir() {
        return folder.resolve("pool");
    }

    /** A folder that the daemon and the tests can both read and write. */
    public Path shared() {
        return folder.resolve("shared");
    }

    /** What a process needs in its environment to use this daemon. */
    public Map<String, String> environment() {
        return Map.of(
                "INGOT_CONNECT", uri(),
                "INGOT_POOL_DIR", poolDir().toString(),
                "INGOT_ACCEL", "tcg",
                "INGOT_NETWORK", "user",
                "HOME", folder.toString());
    }

    public Hypervisor connect() {
        return LibvirtHypervisor.connect(uri(), environment());
    }

    /** Kills the daemon as by {@code kill -9}; its machines go on. */
    public void kill() {
        Process process = daemon;
        if (process != null) {
            pidIn(pidFile()).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
            // It goes when the daemon has gone.
            process.onExit().join();
            daemon = null;
        }
    }

    /** Kills the QEMU of a machine as by {@code kill -9}. */
    public void killMachine(String domain) {
        ProcessHandle qemu = pidIn(folder.resolve("run/libvirt/qemu/run/" + domain + ".pid"))
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new IllegalStateException(domain + " does not run"));
        qemu.destroyForcibly();
        qemu.onExit().join();
    }

    /** Starts the daemon again after {@link #kill}. */
    public void restart() {
        try {
            Files.deleteIfExists(socket());
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        killMachines();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A temporary folder that stays does no harm.
            folder.toFile().deleteOnExit();
        }
    }

    private Path pidFile() {
        return folder.resolve("run/libvirtd.pid");
    }

    private static Optional<Long> pidIn(Path file) {
        try {
            return Optional.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path socket() {
        return folder.resolve("run/libvirt/libvirt-sock");
    }

    private void prepare() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("run", "c", "c/libvirt", "cache", "data", "state", "shared")) {
            Path path = Files.createDirectories(folder.resolve(name));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        // No second daemon for logs, and no security driver that this user could not run.
        Files.writeString(folder.resolve("c/libvirt/qemu.conf"), """
                stdio_handler = "file"
                security_driver = "none"
                """);
        give(folder);
    }

    private void give(Path path) throws IOException {
        if (!root) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "unix:uid", NOBODY);
                Files.setAttribute(each, "unix:gid", NOBODY);
            }
        }
    }

    private void launch() throws IOException {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("setpriv", "--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups"));
        }
        // Machines are orphans of the daemon. Where the first process of a container is slow to bury them, libvirt
        // waits at every stop.
        command.addAll(List.of(
                program("tini"),
                "-s",
                "--",
                program("libvirtd"),
                "--pid-file",
                pidFile().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("shared/libvirtd.log").toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", path);
        environment.put("HOME", folder.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("c").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process process = builder.start();
        daemon = process;
        await().atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "libvirtd ended: " + Files.readString(shared().resolve("libvirtd.log")));
            }
            return answers(socket());
        });
    }

    /** The file is there before anybody listens at it. */
    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    /** An ordinary user's PATH leads past daemons. */
    private static String program(String name) {
        return Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/sbin/")
                .map(folder -> folder + name)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse(name);
    }

    /** QEMUs outlive their daemon. */
    private void killMachines() {
        Path pids = folder.resolve("run/libvirt/qemu/run");
        if (!Files.isDirectory(pids)) {
            return;
        }
        try (Stream<Path> files = Files.list(pids)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pid")).toList()) {
                pidIn(file)
                        .flatMap(ProcessHandle::of)
                        .filter(p -> p.info().command().orElse("").contains("qemu"))
                        .ifPresent(p -> {
                            p.destroyForcibly();
                            p.onExit().join();
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
