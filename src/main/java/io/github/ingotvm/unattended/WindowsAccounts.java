package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What Windows does not take as names and passwords, and would stop at. */
final class WindowsAccounts {
    private static final int LONGEST_COMPUTER = 15;
    private static final int LONGEST_USER = 20;
    private static final int LEAST_PASSWORD = 8;
    private static final int LEAST_PART = 3;

    /** Groups and accounts of its own, of names that a user could have. */
    private static final Set<String> TAKEN = Set.of(
            "administrators", "users", "guests", "replicator", "network", "service", "everyone", "wdagutilityaccount");

    private WindowsAccounts() {}

    /** As much of the host name as Windows takes. */
    static String computerName(Answers a) {
        String name = a.to(Question.HOST_NAME);
        return name.substring(0, Math.min(LONGEST_COMPUTER, name.length())).replaceAll("-+$", "");
    }

    static Map<Question, String> problems(Answers answers, boolean server) {
        Map<Question, String> problems = new EnumMap<>(Question.class);
        String user = answers.to(Question.USER);
        String computer = computerName(answers);
        if (user.length() > LONGEST_USER) {
            problems.put(
                    Question.USER, "Windows takes user names of at most " + LONGEST_USER + " characters; shorten it.");
        } else if (TAKEN.contains(user)) {
            problems.put(
                    Question.USER, "The user name " + user + " belongs to the system on Windows; choose another one.");
        } else if (user.equalsIgnoreCase(computer)) {
            problems.put(
                    Question.USER,
                    "Windows takes no user who is called as the computer, " + computer
                            + "; change the user name or the host name.");
        }
        if (computer.matches("[0-9-]+")) {
            problems.put(
                    Question.HOST_NAME,
                    "Windows wants a letter among the first " + LONGEST_COMPUTER
                            + " characters of its host name; add one.");
        }
        if (server && !isHard(answers)) {
            problems.put(
                    Question.PASSWORD,
                    "Windows Server refuses this password: it wants " + LEAST_PASSWORD
                            + " characters or more, of three of these: small letters, capital letters, digits, other signs;"
                            + " and no part of the user's names in it.");
        }
        return problems;
    }

    /** The rule for passwords that a server has from the beginning, for its administrator, too. */
    private static boolean isHard(Answers answers) {
        String password = answers.to(Question.PASSWORD);
        long kinds = Stream.of("\\p{Ll}", "\\p{Lu}", "\\p{Nd}", "[^\\p{L}\\p{Nd}]")
                .filter(kind ->
                        java.util.regex.Pattern.compile(kind).matcher(password).find())
                .count();
        String plain = password.toLowerCase(Locale.ROOT);
        return password.length() >= LEAST_PASSWORD
                && kinds >= 3
                && Stream.concat(
                                Stream.of(answers.to(Question.USER), "administrator"),
                                List.of(answers.to(Question.FULL_NAME).split("[,._# \\t-]+")).stream())
                        .filter(part -> part.length() >= LEAST_PART)
                        .noneMatch(part -> plain.contains(part.toLowerCase(Locale.ROOT)));
    }
}
