package io.github.ingotvm.cli;

import java.util.Collection;
import java.util.Comparator;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command that there is not, and the one that was probably meant. */
final class Unknown {
    private static final int MOST_TYPOS = 2;

    private Unknown() {}

    static boolean isCommand(UnmatchedArgumentException e) {
        return !e.isUnknownOption() && !e.getCommandLine().getSubcommands().isEmpty();
    }

    static String command(UnmatchedArgumentException e) {
        String typed = e.getUnmatched().get(0);
        Collection<String> known = e.getCommandLine().getSubcommands().keySet();
        return "There is no command '" + typed + "'"
                + known.stream()
                        .filter(k -> distance(k, typed) <= MOST_TYPOS)
                        .min(Comparator.comparingInt(k -> distance(k, typed)))
                        .map(k -> "; did you mean " + k + "?")
                        .orElse("");
    }

    /** How many letters must be added, left out or exchanged. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
