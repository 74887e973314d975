package io.github.ingotvm.ui.create;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.install.Unasked;
import io.github.ingotvm.service.install.Unattended;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.create.SpecCheck.Remark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What the installer is told beforehand, so that it asks nothing: proposed as it is on this computer, each remark at its field. */
final class ExpressBox extends VBox {
    private static final Map<Question, String> NAMES = Map.of(
            Question.USER, "User name",
            Question.FULL_NAME, "Full name",
            Question.PASSWORD, "Password",
            Question.HOST_NAME, "Host name",
            Question.LOCALE, "Language and country",
            Question.KEYBOARD, "Keyboard",
            Question.TIME_ZONE, "Time zone",
            Question.SSH_KEY, "Public SSH key",
            Question.PRODUCT_KEY, "Product key",
            Question.MIRROR, "Package mirror");
    private static final List<Question> LINUX = List.of(
            Question.USER,
            Question.FULL_NAME,
            Question.PASSWORD,
            Question.HOST_NAME,
            Question.LOCALE,
            Question.KEYBOARD,
            Question.TIME_ZONE,
            Question.SSH_KEY);
    private static final List<Question> WINDOWS = List.of(
            Question.USER,
            Question.FULL_NAME,
            Question.PASSWORD,
            Question.HOST_NAME,
            Question.LOCALE,
            Question.KEYBOARD,
            Question.TIME_ZONE,
            Question.PRODUCT_KEY);

    /** Whose installers can be told where packages come from. */
    private static final Set<String> MIRRORED = Set.of("debian", "ubuntu");

    private final ToggleSwitch express = Fields.toggle("Install without questions", false);
    private final FieldBox expressBox = new FieldBox(express);
    private final ToggleSwitch autoLogin = Fields.toggle("Log in by itself", false);
    private final GridPane grid = new GridPane();
    private final VBox details = new VBox(12, grid, autoLogin);
    private final Map<Question, FieldBox> boxes = new EnumMap<>(Question.class);
    private List<Question> asked = LINUX;
    private final Unattended unattended;
    private String proposedHost = "";
    private String osId = "";
    private Optional<Unasked> unasked = Optional.empty();
    private boolean wasRefused;

    /** @param changed called whenever the installer shall ask, or no longer */
    ExpressBox(Unattended unattended, Runnable changed) {
        super(12);
        this.unattended = unattended;
        NAMES.forEach((question, name) -> {
            TextField field = question == Question.PASSWORD ? new PasswordField() : Fields.text("");
            field.textProperty().addListener(o -> look());
            boxes.put(question, new FieldBox(name, field));
        });
        text(Question.MIRROR).setPromptText("as the installer proposes");
        text(Question.PRODUCT_KEY).setPromptText("none: Pro where there are several");
        grid.setHgap(16);
        grid.setVgap(16);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        express.selectedProperty().addListener(o -> {
            show();
            changed.run();
        });
        getChildren().addAll(expressBox, details);
        show();
    }

    /** @param answers what suits this computer */
    void propose(Proposal proposal, Answers answers, boolean disc) {
        setVisible(disc);
        setManaged(disc);
        boolean can = disc && proposal.onlyByHand().isEmpty();
        wasRefused = false;
        express.setSelected(false);
        express.setDisable(!can);
        expressBox.hint(proposal.onlyByHand().orElse(""));
        osId = proposal.osId();
        unasked = Optional.of(proposal.unasked());
        asked = asked(osId);
        boxes.forEach((question, box) -> text(question).setText(answers.to(question)));
        proposedHost = answers.to(Question.HOST_NAME);
        autoLogin.setSelected(answers.autoLogin());
        grid.getChildren().clear();
        for (int i = 0; i < asked.size(); i++) {
            grid.add(box(asked.get(i)), i % 2, i / 2);
        }
        look();
    }

    /** Gives back, after another proposal, what is typed and chosen now. */
    Runnable keeping() {
        Map<Question, String> typed = new EnumMap<>(Question.class);
        boxes.keySet().forEach(question -> typed.put(question, text(question).getText()));
        typed.remove(Question.HOST_NAME, proposedHost); // goes with the machine's name
        boolean login = autoLogin.isSelected();
        boolean wanted = express.isSelected();
        return () -> {
            typed.forEach((question, text) -> text(question).setText(text));
            autoLogin.setSelected(login);
            express.setSelected(wanted && !express.isDisabled());
        };
    }

    private static List<Question> asked(String osId) {
        if (osId.contains("/win/") || osId.startsWith("win")) {
            return WINDOWS;
        }
        boolean mirror = MIRRORED.stream().anyMatch(osId::contains);
        return mirror
                ? Stream.concat(LINUX.stream(), Stream.of(Question.MIRROR)).toList()
                : LINUX;
    }

    /** The machine is called so now; its name on the network follows, unless somebody has chosen another one. */
    void named(String machine) {
        TextField host = text(Question.HOST_NAME);
        if (host.getText().equals(proposedHost)) {
            proposedHost = unattended.hostName(machine);
            host.setText(proposedHost);
        }
    }

    private void show() {
        details.setVisible(express.isSelected());
        details.setManaged(express.isSelected());
        if (express.isSelected()) {
            text(Question.PASSWORD).requestFocus();
        }
    }

    private FieldBox box(Question question) {
        return Objects.requireNonNull(boxes.get(question));
    }

    private TextField text(Question question) {
        return (TextField) box(question).field();
    }

    private Answers typed() {
        Answers answers = Answers.NONE.withAutoLogin(autoLogin.isSelected());
        for (Question question : asked) {
            answers = answers.with(question, text(question).getText());
        }
        return answers;
    }

    /** Nobody is blamed for a password that they have not come to yet. */
    private Map<Question, String> look() {
        Map<Question, String> problems = unattended.problems(osId, typed());
        boxes.forEach((question, box) -> box.say(Optional.ofNullable(problems.get(question))
                .filter(p -> wasRefused || question != Question.PASSWORD)
                .map(p -> new Remark(p, true))));
        return problems;
    }

    /** Whether all answers can be used; gives the keyboard to the first one that cannot. */
    boolean isComplete() {
        if (!express.isSelected()) {
            return true;
        }
        wasRefused = true;
        Optional<Question> wrong = look().keySet().stream().min((a, b) -> asked.indexOf(a) - asked.indexOf(b));
        wrong.ifPresent(question -> text(question).requestFocus());
        return wrong.isEmpty();
    }

    /** What it asks of the machine; empty when it shall ask a person. */
    Optional<Unasked> unasked() {
        return unasked.filter(u -> express.isSelected());
    }

    /** What the installer is told; empty when it shall ask. */
    Optional<Answers> answers() {
        return express.isSelected() ? Optional.of(typed()) : Optional.empty();
    }
}
