package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.libvirt.xml.ClipboardXml;
import io.github.ingotvm.model.Definition;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plugs and unplugs the clipboard's channel of a running domain; both take some tens of milliseconds, whatever the guest does. */
final class ClipboardChannel {
    private static final Logger LOG = LoggerFactory.getLogger(ClipboardChannel.class);
    /** virDomainDeviceModifyFlags: what runs now, and not its next start. */
    private static final int LIVE = 1;

    private ClipboardChannel() {}

    /** False when the domain has one. */
    static boolean plug(Dom dom) {
        if (!dom.isActive()) {
            throw dom.wrongState("“" + dom.name() + "” is off; start it to share the clipboard with it.");
        }
        if (ClipboardXml.isTaken(live(dom))) {
            return false;
        }
        attach(dom, ClipboardXml.CHANNEL);
        return true;
    }

    /** Takes away what {@link #plug} plugged in. Gives whether there was something. */
    static boolean unplug(Dom dom) {
        return detach(dom, ClipboardXml::plugged).isPresent();
    }

    /** Takes away what there is, and gives it, for {@link #putBack}. */
    static Optional<String> takeAway(Dom dom) {
        return detach(dom, ClipboardXml::of);
    }

    private static Optional<String> detach(Dom dom, Function<Definition, Optional<String>> which) {
        if (!dom.isActive()) {
            return Optional.empty();
        }
        Optional<String> channel = which.apply(live(dom));
        channel.ifPresent(xml -> dom.check(
                Virt.X.virDomainDetachDeviceFlags(dom.pointer(), xml, LIVE), "unplug the clipboard's channel of"));
        return channel;
    }

    /** Puts back what was taken away. That it cannot is no reason to fail: the next console plugs one in. */
    static void putBack(Dom dom, String channel) {
        try {
            attach(dom, channel);
        } catch (HypervisorException e) {
            LOG.warn("The clipboard of {} is not shared until its screen is opened anew", dom.name(), e);
        }
    }

    private static void attach(Dom dom, String channel) {
        dom.check(
                Virt.X.virDomainAttachDeviceFlags(dom.pointer(), channel, LIVE), "plug in the clipboard's channel of");
    }

    private static Definition live(Dom dom) {
        return new Definition(dom.xml(Dom.XML_SECURE));
    }
}
