package io.github.ingotvm.model;

import io.github.ingotvm.model.IngotException.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an installer would ask, answered beforehand. May be incomplete or wrong until {@link #require} has looked at it; holds a
 * password in the clear, which it never prints.
 *
 * @param texts what was answered; a question without a text counts as answered with an empty one
 * @param autoLogin whether nobody is asked for the password at the screen
 */
public record Answers(Map<Question, String> texts, boolean autoLogin) {
    public static final Answers NONE = new Answers(Map.of(), false);

    public Answers {
        texts = Map.copyOf(texts);
    }

    public Answers with(Question question, String text) {
        Map<Question, String> more = new EnumMap<>(Question.class);
        more.putAll(texts);
        more.put(question, text);
        return new Answers(more, autoLogin);
    }

    public Answers withAutoLogin(boolean value) {
        return new Answers(texts, value);
    }

    /** The answer; empty when there is none. */
    public String to(Question question) {
        return texts.getOrDefault(question, "");
    }

    /** The answer, if it says anything. */
    public Optional<String> given(Question question) {
        return Optional.of(to(question)).filter(text -> !text.isEmpty());
    }

    /** What is wrong, by question, as sentences; empty when an installer can do with it. */
    public Map<Question, String> problems() {
        Map<Question, String> problems = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            question.problem(to(question)).ifPresent(sentence -> problems.put(question, sentence));
        }
        return problems;
    }

    /** {@code INVALID}, with the first thing that is wrong, for answers that no installer could use. */
    public void require() {
        problems().values().stream().findFirst().ifPresent(sentence -> {
            throw new IngotException(Kind.INVALID, sentence);
        });
    }

    @Override
    public String toString() {
        return "Answers[user=" + to(Question.USER) + ", host=" + to(Question.HOST_NAME) + "]";
    }
}
