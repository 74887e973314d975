package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * User names that a system's installer refuses, or for which it finds an account or a group of its own. Each would stop the
 * installation with a question that nobody is there to answer, or end it without a user.
 */
final class UserNames {
    /** What Debian's user-setup has in its list of reserved names. */
    private static final Set<String> DEBIAN = words("""
            root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody
            adm tty disk kmem dialout fax voice cdrom floppy tape sudo audio dip operator src shadow utmp video sasl
            plugdev staff users nogroup netplan ftn mysql tac-plus alias qmail qmaild qmails qmailr qmailq qmaill
            qmailp asterisk vpopmail vchkpw slurm hacluster haclient grsec-tpe grsec-sock-all grsec-sock-clt
            grsec-sock-srv grsec-proc ceph opensrf libvirt-qemu admin bind crontab cupsys dcc dhcp dictd dnsmasq
            dovecot fetchmail firebird ftp fuse gdm haldaemon hplilp identd input jwhois klog kvm lpadmin messagebus
            mythtv netdev powerdev radvd render saned sbuild scanner slocate ssh sshd ssl-cert sslwrap statd syslog
            telnetd tftpd
            """);

    /** Accounts and groups that Ubuntu's server has from the beginning: what autoinstall brings is compared with no list. */
    private static final Set<String> UBUNTU = words("""
            root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody
            adm tty disk kmem dialout fax voice cdrom floppy tape sudo audio dip operator src shadow utmp video sasl
            plugdev staff users nogroup admin crontab syslog messagebus landscape pollinate sshd ssh netdev lxd kvm
            render input sgx tss uuidd tcpdump usbmux dnsmasq fwupd-refresh polkitd rdma
            """);

    /** Accounts and groups of Alpine's base system; its adduser makes a group with the user. */
    private static final Set<String> ALPINE = words("""
            root bin daemon adm lp sync shutdown halt mail news uucp operator postmaster cron ftp sshd squid xfs games
            cyrus vpopmail ntp smmsp guest nobody sys tty disk mem kmem wheel floppy console audio cdrom dialout input
            tape video netdev kvm shadow cdrw www-data usb users nofiles locate abuild utmp ping nogroup klogd
            """);

    /** Accounts and groups of the base systems of Fedora and Red Hat, and what Anaconda calls reserved: folders in the root. */
    private static final Set<String> RPM = words("""
            root bin daemon adm lp sync shutdown halt mail operator games ftp nobody man news uucp sys tty disk mem
            kmem wheel cdrom dialout floppy tape video audio input kvm lock render sgx users utmp utempter dbus tss
            sshd chrony polkitd messagebus nscd rpc shadow postfix nogroup
            boot dev etc home lib lib64 media mnt opt proc run sbin srv system tmp usr var
            """);

    private static final Set<String> SUSE = Stream.concat(
                    RPM.stream(), words("trusted console public maildrop").stream())
            .collect(Collectors.toSet());

    private UserNames() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static Map<Question, String> onDebian(Answers answers) {
        String user = answers.to(Question.USER);
        if (user.startsWith("_")) {
            return Map.of(
                    Question.USER,
                    "Debian's installer refuses the user name " + user
                            + ", because it begins with _; begin it with a small letter.");
        }
        return among(DEBIAN, answers, "on Debian");
    }

    static Map<Question, String> onUbuntu(Answers answers) {
        return among(UBUNTU, answers, "on Ubuntu");
    }

    static Map<Question, String> onAlpine(Answers answers) {
        return among(ALPINE, answers, "on Alpine Linux");
    }

    static Map<Question, String> onRpmSystems(Answers answers) {
        return among(RPM, answers, "itself");
    }

    static Map<Question, String> onSuse(Answers answers) {
        return among(SUSE, answers, "itself");
    }

    private static Map<Question, String> among(Set<String> taken, Answers answers, String whose) {
        String user = answers.to(Question.USER);
        return taken.contains(user)
                ? Map.of(
                        Question.USER,
                        "The user name " + user + " belongs to the system " + whose + "; choose another one, as " + user
                                + "1.")
                : Map.of();
    }
}
