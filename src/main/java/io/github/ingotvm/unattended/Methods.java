package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Question;
import java.util.Map;
import java.util.Optional;

/** Which installers can be told their answers, and how. */
public final class Methods {
    private static final Map<String, Method> BY_DISTRO = Map.ofEntries(
            Map.entry("debian", new Preseed()),
            Map.entry("ubuntu", new Autoinstall()),
            Map.entry("fedora", new Kickstart()),
            Map.entry("rhel", new Kickstart()),
            Map.entry("centos", new Kickstart()),
            Map.entry("almalinux", new Kickstart()),
            Map.entry("rocky", new Kickstart()),
            Map.entry("oraclelinux", new Kickstart()),
            Map.entry("ol", new Kickstart()),
            Map.entry("opensuse", new AutoYast()),
            Map.entry("sle", new AutoYast()),
            Map.entry("sles", new AutoYast()),
            Map.entry("sled", new AutoYast()),
            Map.entry("alpinelinux", new AlpineOverlay()),
            Map.entry("win", new WindowsSetup()));

    private Methods() {}

    /** Why a system cannot be installed without questions, as a sentence; empty when it can. */
    public static Optional<String> obstacle(Target target) {
        Method method = BY_DISTRO.get(target.distro());
        if (method == null) {
            return Optional.of("Ingot does not know how this system's installer is told its answers.");
        }
        Optional<String> known = method.obstacle(target);
        return known.isPresent() || target.scripted() || method.knows(target)
                ? known
                : Optional.of(
                        "The installer on this disc cannot be told its answers; choose another disc of this system.");
    }

    /**
     * What is wrong with answers for one system, as a sentence by question, beside what is wrong for all.
     *
     * @param distro osinfo's: {@code debian}
     * @param osId osinfo short id
     */
    public static Map<Question, String> problems(String distro, String osId, Answers answers) {
        Method method = BY_DISTRO.get(distro);
        return method == null ? Map.of() : method.problems(osId, answers);
    }

    /** Whether the installers of this family of systems can be told where their packages come from. */
    public static boolean takesMirror(String distro) {
        Method method = BY_DISTRO.get(distro);
        return method != null && method.takesMirror();
    }

    /**
     * Refuses a disk on which the installer would have to ask what to do.
     *
     * @param disk its size in bytes
     * @throws IngotException {@code INVALID} when it is too small
     */
    public static void requireRoom(Target target, long disk) {
        problemWithDisk(leastDisk(target), disk).ifPresent(sentence -> {
            throw new IngotException(Kind.INVALID, sentence);
        });
    }

    /** The smallest disk, in bytes, on which the installer asks nothing; 0 where any will do. */
    public static long leastDisk(Target target) {
        Method method = BY_DISTRO.get(target.distro());
        return method == null ? 0 : method.leastDisk(target);
    }

    /**
     * What is wrong with a disk, as a sentence.
     *
     * @param least bytes that it must have
     * @param disk bytes that it has
     */
    public static Optional<String> problemWithDisk(long least, long disk) {
        return disk < least
                ? Optional.of("This system's installer asks nothing only on a disk of " + (least >> 30)
                        + " GiB or more; make the disk larger.")
                : Optional.empty();
    }

    /** Whether the installer's kernel is started without the disc's boot loader. */
    public static boolean startsKernel(Target target) {
        Method method = BY_DISTRO.get(target.distro());
        return method != null && method.startsKernel();
    }

    /**
     * What brings the answers to the installer.
     *
     * @throws IngotException {@code INVALID} for answers that no installer could use, {@code UNSUPPORTED} where there is an obstacle
     */
    public static Seed seed(Answers answers, Target target) {
        answers.require();
        obstacle(target).ifPresent(sentence -> {
            throw new IngotException(Kind.UNSUPPORTED, sentence + " Install it by hand.");
        });
        problems(target.distro(), target.osId(), answers).values().stream()
                .findFirst()
                .ifPresent(sentence -> {
                    throw new IngotException(Kind.INVALID, sentence);
                });
        Method method = BY_DISTRO.get(target.distro());
        if (!answers.to(Question.MIRROR).isEmpty() && !takesMirror(target.distro())) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "This system's installer cannot be told a mirror by Ingot; leave the mirror out.");
        }
        return java.util.Objects.requireNonNull(method).seed(answers, target);
    }
}
