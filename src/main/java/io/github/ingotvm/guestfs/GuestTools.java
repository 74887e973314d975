package io.github.ingotvm.guestfs;

import io.github.ingotvm.format.MalformedException;
import io.github.ingotvm.format.SafeXml;
import io.github.ingotvm.format.XmlElement;
import io.github.ingotvm.model.FileChange;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.InstalledSystem;
import io.github.ingotvm.model.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The programs of libguestfs that are used, where they are installed. */
public final class GuestTools {
    private static final String LIST = "virt-ls";
    private static final String INSPECT = "virt-inspector";

    private final Function<String, Optional<Path>> programs;
    private final Duration limit;

    /** @param programs where a program is, by its name */
    public GuestTools(Function<String, Optional<Path>> programs) {
        this(programs, Duration.ofMinutes(20));
    }

    GuestTools(Function<String, Optional<Path>> programs, Duration limit) {
        this.programs = programs;
        this.limit = limit;
    }

    /** Whether disks can be looked into on this computer. */
    public boolean areThere() {
        return programs.apply(LIST).isPresent() && programs.apply(INSPECT).isPresent();
    }

    private String program(String name) {
        return programs.apply(name)
                .map(Path::toString)
                .orElseThrow(() -> new IngotException(
                        Kind.UNSUPPORTED,
                        "To look into disks " + name
                                + " is needed; install guestfs-tools (Debian, Ubuntu, Fedora) and try again."));
    }

    /**
     * Which files differ between two states of a machine; by their content, not by their times.
     *
     * @param emulated whether this computer cannot virtualise: what libguestfs finds out by itself can hang then
     * @throws IngotException {@code UNSUPPORTED} where libguestfs is not installed, {@code CANCELLED}, {@code FAILED}
     */
    public List<FileChange> differences(
            List<GuestDisk> before, List<GuestDisk> after, boolean emulated, Progress progress) {
        GuestListing first =
                run(emulated).output(listing(before), said(progress, "Reading all files before"), GuestListing::read);
        return run(emulated).output(listing(after), said(progress, "Reading all files after"), first::differences);
    }

    /**
     * Not {@code virt-diff}: it tells of every file when the two small machines number the disk another way, and of files that were only
     * touched.
     */
    private List<String> listing(List<GuestDisk> disks) {
        List<String> command = new ArrayList<>(List.of(program(LIST), "--csv", "-lR", "--uids", "--checksum=sha256"));
        disks.forEach(d -> command.addAll(List.of("--format=" + d.format(), "-a", d.path())));
        command.add("/");
        return command;
    }

    private static Progress said(Progress progress, String doing) {
        progress.report(-1, doing);
        return progress;
    }

    /** The systems on a disk; empty when there are none that libguestfs knows. */
    public List<InstalledSystem> installed(GuestDisk disk, boolean emulated, Progress progress) {
        List<String> command = List.of(
                program(INSPECT), "--no-applications", "--no-icon", "--format=" + disk.format(), "-a", disk.path());
        progress.report(-1, "Looking into the disk");
        return run(emulated).output(command, progress, GuestTools::systems);
    }

    private static List<InstalledSystem> systems(Reader xml) throws IOException {
        StringWriter text = new StringWriter();
        xml.transferTo(text);
        try {
            return read(SafeXml.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))));
        } catch (MalformedException e) {
            throw new IngotException(Kind.FAILED, "virt-inspector answers something strange; see the log.", e);
        }
    }

    private static List<InstalledSystem> read(XmlElement systems) {
        return systems.children("operatingsystem")
                .map(os -> new InstalledSystem(
                        os.text("osinfo").filter(id -> !id.equals("unknown")).orElse(""),
                        name(os),
                        os.text("arch").orElse(""),
                        os.text("hostname").orElse("")))
                .toList();
    }

    /** Debian calls itself by its number alone. */
    private static String name(XmlElement os) {
        String product = os.text("product_name").orElse("");
        String distro = os.text("distro").or(() -> os.text("name")).orElse("");
        return product.matches("[\\d.]*") ? (distro + " " + product).strip() : product;
    }

    private ToolRun run(boolean emulated) {
        Map<String, String> environment = new HashMap<>();
        if (System.getenv("LIBGUESTFS_BACKEND") == null) {
            // Not through libvirt: its machine would appear among the user's.
            environment.put("LIBGUESTFS_BACKEND", "direct");
        }
        if (emulated) {
            environment.put("LIBGUESTFS_BACKEND_SETTINGS", "force_tcg");
        }
        return new ToolRun(environment, limit);
    }
}
