package io.github.ingotvm.unattended;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a kickstart file strictly: only commands and options that pykickstart's reference for Fedora 30 and RHEL 8 and later knows,
 * only of the part that Ingot writes, and nothing outside of sections that end.
 */
final class Kickstarts {
    /** By command: its options; those that end in {@code =} have a value. {@code ""} stands for a bare word. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("text", Set.of("--non-interactive")),
            Map.entry("eula", Set.of("--agreed")),
            Map.entry("lang", Set.of("", "--addsupport=")),
            Map.entry("keyboard", Set.of("--xlayouts=", "--vckeymap=", "--switch=")),
            Map.entry("timezone", Set.of("", "--utc", "--ntpservers=", "--nontp")),
            Map.entry("network", Set.of("--bootproto=", "--hostname=", "--device=", "--activate", "--onboot=")),
            Map.entry("rootpw", Set.of("--lock", "--iscrypted", "--plaintext", "")),
            Map.entry(
                    "user",
                    Set.of("--name=", "--groups=", "--iscrypted", "--plaintext", "--password=", "--gecos=", "--lock")),
            Map.entry("sshkey", Set.of("--username=", "")),
            Map.entry("ignoredisk", Set.of("--only-use=", "--drives=")),
            Map.entry("zerombr", Set.of()),
            Map.entry("clearpart", Set.of("--all", "--linux", "--none", "--initlabel", "--drives=")),
            Map.entry("autopart", Set.of("--type=", "--encrypted", "--passphrase=")),
            Map.entry("firstboot", Set.of("--disable", "--enable", "--reconfig")),
            Map.entry("poweroff", Set.of()));

    private static final Set<String> SECTIONS = Set.of("%packages", "%post", "%pre");

    private final Map<String, List<String>> commands = new HashMap<>();
    private final Map<String, List<String>> sections = new HashMap<>();

    Kickstarts(String text) {
        String open = "";
        for (String line : text.split("\n", -1)) {
            if (!open.isEmpty()) {
                if (line.equals("%end")) {
                    open = "";
                } else if (line.startsWith("%")) {
                    throw new AssertionError("in " + open + ": " + line);
                } else {
                    linesOf(open).add(line);
                }
            } else if (line.startsWith("%")) {
                open = section(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                command(line);
            }
        }
        if (!open.isEmpty()) {
            throw new AssertionError(open + " does not end");
        }
    }

    private String section(String line) {
        if (!SECTIONS.contains(line) || sections.put(line, new ArrayList<>()) != null) {
            throw new AssertionError("not a section: " + line);
        }
        return line;
    }

    private void command(String line) {
        List<String> words = words(line);
        Set<String> options = KNOWN.get(words.get(0));
        if (options == null || commands.put(words.get(0), words.subList(1, words.size())) != null) {
            throw new AssertionError("not a command, or there twice: " + line);
        }
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            String option = !word.startsWith("--") ? "" : equals < 0 ? word : word.substring(0, equals + 1);
            if (!options.contains(option)) {
                throw new AssertionError(
                        words.get(0) + " has no " + (option.isEmpty() ? "words" : option) + ": " + line);
            }
        }
    }

    /** As Python's shlex does it: quotes of both kinds, the backslash within double ones and outside. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                any = true;
            } else if (c == '\\' && quote != '\'') {
                i++;
                word.append(line.charAt(i));
            } else if (c == ' ' && quote == 0) {
                if (any || word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else if (c == '#' && quote == 0) {
                throw new AssertionError("a comment within a command: " + line);
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new AssertionError("a quotation does not end: " + line);
        }
        if (any || word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    /** What follows an option; or a command's bare word for an empty one. */
    String value(String command, String option) {
        return commands.getOrDefault(command, List.of()).stream()
                .filter(w -> option.isEmpty() ? !w.startsWith("--") : w.startsWith(option + "="))
                .map(w -> option.isEmpty() ? w : w.substring(option.length() + 1))
                .findFirst()
                .orElse("");
    }

    boolean has(String command) {
        return commands.containsKey(command);
    }

    List<String> linesOf(String name) {
        return sections.getOrDefault(name, new ArrayList<>());
    }
}
