package io.github.ingotvm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another tool on the same libvirt. */
record Virsh(String uri) {
    /** Runs a command that must succeed and gives what it printed. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("virsh", "-q", "-c", uri));
        command.addAll(List.of(arguments));
        return Command.run(command);
    }

    /** Defines a domain as somebody else would. */
    void define(String xml) {
        try {
            Path file = Files.createTempFile("foreign", ".xml");
            try {
                Files.writeString(file, xml, StandardCharsets.UTF_8);
                run("define", file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
