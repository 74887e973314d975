package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Question;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code answers.yaml}: one line a question. Every fault is told with its line. */
public final class AnswersFile {
    private static final long LARGEST = 64 << 10;
    private static final String AUTO_LOGIN = "auto-login";

    private final String name;

    private AnswersFile(String name) {
        this.name = name;
    }

    /**
     * Puts a file's answers in the place of those that are there.
     *
     * @throws IngotException {@code INVALID}, naming key and line, for what cannot be read or used
     */
    public static Answers read(Path file, Answers otherwise) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IngotException(Kind.INVALID, file + " is too large for a file of answers; check the path.");
            }
            return parse(String.valueOf(file.getFileName()), Files.readString(file), otherwise);
        } catch (NoSuchFileException e) {
            throw new IngotException(Kind.INVALID, "There is no file " + file + "; check the path.", e);
        } catch (CharacterCodingException e) {
            throw new IngotException(Kind.INVALID, file + " is not a text file in UTF-8; write it anew as one.", e);
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, file + " cannot be read; check it and its permissions.", e);
        }
    }

    static Answers parse(String name, String text, Answers otherwise) {
        return new AnswersFile(name).parse(text, otherwise);
    }

    private Answers parse(String text, Answers otherwise) {
        Node root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            root = new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            // Its own message would print the line, and with it perhaps the password.
            throw wrong(e.getProblemMark(), "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new IngotException(Kind.INVALID, name + " is not YAML; write one \"key: value\" a line.");
        }
        if (!(root instanceof MappingNode mapping)) {
            throw new IngotException(Kind.INVALID, name + " must have one \"key: value\" a line.");
        }
        Answers answers = otherwise;
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (!seen.add(key)) {
                throw wrong(tuple.getKeyNode().getStartMark(), key + " is there twice; remove one of them.");
            }
            answers = with(answers, key, tuple);
        }
        return answers;
    }

    private Answers with(Answers answers, String key, NodeTuple tuple) {
        String value = scalar(tuple.getValueNode(), key);
        Mark mark = tuple.getValueNode().getStartMark();
        if (key.equals(AUTO_LOGIN)) {
            return answers.withAutoLogin(isYes(value, mark));
        }
        Question question = Question.of(key)
                .orElseThrow(() -> wrong(
                        tuple.getKeyNode().getStartMark(),
                        "there is no key \"" + key + "\"; there are " + known() + "."));
        Optional<String> problem = question.problem(value);
        if (problem.isPresent()) {
            throw wrong(mark, key + ": " + problem.get());
        }
        return answers.with(question, value);
    }

    private boolean isYes(String value, Mark mark) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong(mark, AUTO_LOGIN + " must be true or false.");
        };
    }

    /** Text as it stands there: {@code no} is a keyboard here, and {@code 0123} a password. */
    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(node.getStartMark(), what + " must be plain text.");
    }

    private static String known() {
        return Arrays.stream(Question.values()).map(Question::key).collect(Collectors.joining(", ")) + " and "
                + AUTO_LOGIN;
    }

    private IngotException wrong(Mark mark, String sentence) {
        return new IngotException(Kind.INVALID, name + ", line " + (mark.getLine() + 1) + ": " + sentence);
    }
}
