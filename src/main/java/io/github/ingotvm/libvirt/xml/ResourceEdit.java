package io.github.ingotvm.libvirt.xml;

import java.util.List;
import org.w3c.dom.Element;

/** Memory and CPUs, which libvirt wants to be told the same in several places. */
final class ResourceEdit {
    private ResourceEdit() {}

    static void setMemory(Element domain, long bytes) {
        Bytes.set(Xml.demand(domain, "memory"), bytes);
        Xml.find(domain, "currentMemory").ifPresent(e -> Bytes.set(e, bytes));
        Xml.find(domain, "maxMemory").filter(e -> Bytes.of(e, "KiB") < bytes).ifPresent(e -> Bytes.set(e, bytes));
        onlyCell(domain, "memory").ifPresent(cell -> {
            cell.setAttribute("unit", "KiB");
            cell.setAttribute("memory", Long.toString(bytes / 1024));
        });
    }

    static void setCpus(Element domain, int cpus) {
        Element vcpu = Xml.demand(domain, "vcpu");
        vcpu.setTextContent(Integer.toString(cpus));
        vcpu.removeAttribute("current");
        Xml.remove(domain, "vcpus");
        Xml.find(domain, "cpu", "topology").filter(t -> product(t) != cpus).ifPresent(t -> oneSocket(t, cpus));
        onlyCell(domain, "CPUs").ifPresent(cell -> cell.setAttribute("cpus", cpus == 1 ? "0" : "0-" + (cpus - 1)));
    }

    private static java.util.Optional<Element> onlyCell(Element domain, String what) {
        List<Element> cells = Xml.find(domain, "cpu", "numa")
                .map(n -> Xml.children(n, "cell"))
                .orElse(List.of());
        if (cells.size() > 1) {
            throw Xml.invalid(
                    "The machine's " + what + " is spread over NUMA cells; change it with virsh edit instead.", null);
        }
        return cells.stream().findFirst();
    }

    private static long product(Element topology) {
        long product = 1;
        for (String part : List.of("sockets", "dies", "clusters", "cores", "threads")) {
            product *= Xml.attribute(topology, part).map(Long::parseLong).orElse(1L);
        }
        return product;
    }

    /** Some systems license or count sockets, so more CPUs are more cores. */
    private static void oneSocket(Element topology, int cpus) {
        for (String part : List.of("sockets", "dies", "clusters", "threads")) {
            if (topology.hasAttribute(part)) {
                topology.setAttribute(part, "1");
            }
        }
        topology.setAttribute("sockets", "1");
        topology.setAttribute("cores", Integer.toString(cpus));
        topology.setAttribute("threads", "1");
    }
}
