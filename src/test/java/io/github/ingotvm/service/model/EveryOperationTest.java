package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.ingotvm.service.Services;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The histories of {@link ModelBasedTest} do everything that Ingot can do to a host, or it is said here why not. */
class EveryOperationTest {
    private static final String LOOKS = "changes nothing on the host";

    private static final String PART = "is a part of others' operations, and no face may call it";

    private static final Set<String> PARTS =
            Set.of("GoldenImages.mark", "Inventory.requireMachine", "Inventory.sorted", "Snapshotter.takeWithin");

    private static final Map<String, String> NOT_LIVED_THROUGH = exempt();

    private static Map<String, String> exempt() {
        Map<String, String> exempt = new TreeMap<>();
        Stream.of(
                        "Cloner.freeName",
                        "Compactor.plan",
                        "DataDisks.of",
                        "DataDisks.ofGolden",
                        "DataDisks.ofSnapshot",
                        "Disposables.freeName",
                        "FileUse.requireUnneeded",
                        "GoldenExporter.check",
                        "GoldenImages.list",
                        "GoldenImporter.offer",
                        "GoldenRestorer.candidates",
                        "GoldenVersions.compare",
                        "GoldenVersions.unneeded",
                        "GuestFiles.arePossible",
                        "GuestFiles.compare",
                        "GuestFiles.installed",
                        "Installer.propose",
                        "Installer.sourceAt",
                        "Lifecycle.plan",
                        "PowerControl.agentAnswers",
                        "PowerControl.screen",
                        "Refresher.clonesOf",
                        "Refresher.preview",
                        "ScreenAccess.open",
                        "ScreenAccess.openInViewer",
                        "ScreenAccess.close",
                        "Sealer.unsealed",
                        "SnapshotCare.size",
                        "SnapshotCare.tree",
                        "SpaceAccount.depth",
                        "SpaceAccount.report",
                        "Systems.detect",
                        "Systems.list",
                        "Systems.show",
                        "Unattended.hostName",
                        "Unattended.problems",
                        "Unattended.propose",
                        "Unattended.read",
                        "Unattended.sshKey")
                .forEach(name -> exempt.put(name, LOOKS));
        Stream.of("find", "forest", "machines", "require", "resolve", "resolveImage")
                .forEach(name -> exempt.put("Inventory." + name, LOOKS));
        Stream.of("resolveSnapshot", "snapshots").forEach(name -> exempt.put("Inventory." + name, LOOKS));
        Stream.of("check", "look").forEach(name -> exempt.put("Doctor." + name, LOOKS));
        PARTS.forEach(name -> exempt.put(name, PART));
        exempt.put("PowerControl.sendKeys", "what a guest makes of keys is not Ingot's");
        exempt.put("PowerControl.serial", "what a guest makes of a line is not Ingot's");
        exempt.put("Sealer.seal", "is what sealAll does for each version");
        exempt.put("GoldenExporter.export", "writes a file beside the host; GoldenExportTest");
        exempt.put(
                "GoldenImporter.importGolden",
                "needs a file that an export wrote; GoldenImportCrashTest crashes at each of its calls");
        exempt.put("GoldenRestorer.restore", "needs a damaged golden image, which no history may have; ProtectionTest");
        exempt.put(
                "GoldenRestorer.restoreFrom",
                "needs a damaged golden image, which no history may have; GoldenRestoreTest crashes at each of its calls");
        return exempt;
    }

    private static final Set<String> LIVED_THROUGH = livedThrough();

    private static Set<String> livedThrough() {
        JavaClasses here = new ClassFileImporter()
                .importUrl(EveryOperationTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
        String room = EveryOperationTest.class.getPackageName();
        return here.stream()
                .filter(c -> c.getPackageName().equals(room))
                .flatMap(c -> c.getMethodCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> operations() {
        return Arrays.stream(Services.class.getMethods())
                .filter(m -> m.getParameterCount() == 0 && !Modifier.isStatic(m.getModifiers()))
                .map(Method::getReturnType)
                .filter(t -> t.getPackageName().startsWith(Services.class.getPackageName()) && !t.isRecord())
                .flatMap(t -> Arrays.stream(t.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !m.isSynthetic())
                .map(m -> m.getDeclaringClass().getSimpleName() + "." + m.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void isLivedThroughOrExemptedForAReason() {
        Set<String> missing = operations();
        missing.removeAll(LIVED_THROUGH);
        missing.removeAll(NOT_LIVED_THROUGH.keySet());
        assertThat(missing)
                .as("operations that no history does: add an Op and let Chooser think of it, or say here why not")
                .isEmpty();
    }

    @Test
    void noExemptionOutlivesItsReason() {
        assertThat(operations()).as("operations that there are").containsAll(NOT_LIVED_THROUGH.keySet());
        Set<String> needless = new TreeSet<>();
        NOT_LIVED_THROUGH.forEach((name, why) -> {
            if (!why.equals(LOOKS) && LIVED_THROUGH.contains(name)) {
                needless.add(name);
            }
        });
        assertThat(needless).as("exempted, and lived through all the same").isEmpty();
    }

    @Test
    void noFaceCallsWhatIsAPartOfOperations() {
        JavaClasses house = new ClassFileImporter()
                .importUrl(Services.class.getProtectionDomain().getCodeSource().getLocation());
        Set<String> called = house.stream()
                .filter(c -> !c.getPackageName().startsWith(Services.class.getPackageName()))
                .flatMap(c -> c.getMethodCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                .filter(PARTS::contains)
                .collect(Collectors.toSet());
        assertThat(called).isEmpty();
    }

    @Test
    void everyOpIsThoughtOf() {
        JavaClasses here = new ClassFileImporter()
                .importUrl(EveryOperationTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
        Set<String> ops = here.stream()
                .filter(c -> c.isRecord() && c.isAssignableTo(Op.class))
                .map(c -> c.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        here.get(Chooser.class)
                .getConstructorCallsFromSelf()
                .forEach(call -> ops.remove(call.getTargetOwner().getName()));
        assertThat(ops).as("ops that no history ever does").isEmpty();
    }
}
