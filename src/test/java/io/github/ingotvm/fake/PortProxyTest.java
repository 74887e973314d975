package io.github.ingotvm.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Hypervisor;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortProxyTest {
    /** What leaves the host as it is. Keys and serial lines change what a guest does, as people do. */
    private static final Set<String> READS = Set.of(
            "Host.facts",
            "Machines.list",
            "Machines.find",
            "Machines.names",
            "Power.lastStop",
            "Power.isStalled",
            "Power.sendKeys",
            "Power.agentAnswers",
            "Power.busy",
            "Power.serial",
            "Snapshots.list",
            "Snapshots.all",
            "Snapshots.find",
            "Volumes.pools",
            "Volumes.free",
            "Volumes.list",
            "Volumes.find",
            "Volumes.findOutside",
            "Volumes.pathOf",
            "Volumes.read",
            "Volumes.open",
            "Volumes.digest",
            "Events.subscribe",
            "Screens.capture");

    /** They answer from what they are given, or lead to a guest. */
    private static final Set<String> ROLES_WITHOUT_CHANGES = Set.of("Definitions", "Consoles");

    @Test
    void everyCallOfAPortIsKnownAsAChangeOrAsNone() {
        Set<String> unknown = Stream.of(Hypervisor.class.getMethods())
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .filter(role -> !ROLES_WITHOUT_CHANGES.contains(role.getSimpleName()))
                .flatMap(role -> Stream.of(role.getMethods()).map(m -> role.getSimpleName() + "." + m.getName()))
                .filter(call -> PortProxy.isChange(call) == READS.contains(call))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).as("what no crash is tried at").isEmpty();
    }
}
