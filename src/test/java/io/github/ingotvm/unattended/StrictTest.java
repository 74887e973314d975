package io.github.ingotvm.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Question;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The templates with answers of all kinds, read strictly: what an installer reads is what was answered, and nothing beside it. */
class StrictTest {
    private static final long SEED = Long.getLong("ingot.seed", System.nanoTime());
    private static final int TIMES = 60;
    private static final String AWKWARD = "äß漢🙂'$#;%`{}[]()*?!|~^@/ -.0aZ";
    private static final List<String> LAYOUTS = List.of("us", "de", "no", "gb", "dk", "xy");
    private static final List<String> ZONES = List.of("Europe/Oslo", "UTC", "America/Argentina/Ushuaia", "Etc/GMT+3");
    private static final List<String> LOCALES = List.of("en_US", "nb_NO", "no_NO", "de_CH", "kab_DZ");

    private static final String IN_PASSWORDS = AWKWARD + "&<>\"\\:=,";

    private final Random random;
    private final Answers answers;

    /** Each time with answers of its own, which the seed alone decides. */
    StrictTest(TestInfo test) {
        random = new Random(SEED + test.getDisplayName().hashCode());
        answers = any();
    }

    private Answers any() {
        Answers some = Answers.NONE
                .with(Question.USER, oneOf("jana", "_j-0", "y", "null0", "no"))
                .with(Question.PASSWORD, awkward(IN_PASSWORDS, 1, 127))
                .with(Question.HOST_NAME, oneOf("no", "builder-1", "x".repeat(63), "0a", "true"))
                .with(Question.LOCALE, LOCALES.get(random.nextInt(LOCALES.size())))
                .with(Question.KEYBOARD, LAYOUTS.get(random.nextInt(LAYOUTS.size())))
                .with(Question.TIME_ZONE, ZONES.get(random.nextInt(ZONES.size())))
                .with(Question.FULL_NAME, random.nextBoolean() ? "" : "J" + awkward(AWKWARD, 0, 98))
                .with(Question.SSH_KEY, random.nextBoolean() ? "" : Samples.KEY)
                .withAutoLogin(random.nextBoolean());
        some.require();
        return some;
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String awkward(String from, int least, int most) {
        int[] signs = from.codePoints().toArray();
        return IntStream.range(0, least + random.nextInt(most / 2 - least + 1))
                .map(i -> signs[random.nextInt(signs.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String name() {
        return answers.given(Question.FULL_NAME).orElse(answers.to(Question.USER));
    }

    /** The keys and types of Ubuntu's autoinstall reference, of the part that Ingot writes. */
    @RepeatedTest(TIMES)
    void anAutoinstallHasWhatTheReferenceKnows() {
        Map<String, Object> whole = yaml(Autoinstall.text(answers, Samples.ubuntu()));
        assertThat(whole).as("-Dingot.seed=" + SEED).containsOnlyKeys("autoinstall");
        Map<String, Object> install = map(whole, "autoinstall");
        assertThat(Set.of(
                        "version",
                        "locale",
                        "timezone",
                        "keyboard",
                        "identity",
                        "ssh",
                        "storage",
                        "apt",
                        "packages",
                        "late-commands",
                        "shutdown"))
                .containsAll(install.keySet());
        assertThat(install)
                .containsEntry("version", 1)
                .containsEntry("locale", answers.to(Question.LOCALE) + ".UTF-8")
                .containsEntry("timezone", answers.to(Question.TIME_ZONE))
                .containsEntry("keyboard", Map.of("layout", answers.to(Question.KEYBOARD)))
                .containsEntry(
                        "storage", Map.of("layout", Map.of("name", "direct", "match", Map.of("path", "/dev/vda"))))
                .containsEntry("packages", List.of("qemu-guest-agent"))
                .containsEntry("shutdown", "poweroff");
        assertThat(map(install, "identity"))
                .containsOnlyKeys("realname", "username", "hostname", "password")
                .containsEntry("realname", name())
                .containsEntry("username", answers.to(Question.USER))
                .containsEntry("hostname", answers.to(Question.HOST_NAME))
                .hasEntrySatisfying("password", p -> assertThat(p.toString()).startsWith("$6$"));
        assertThat(map(install, "ssh"))
                .containsEntry("install-server", true)
                .containsEntry("allow-pw", answers.to(Question.SSH_KEY).isEmpty())
                .containsEntry(
                        "authorized-keys",
                        answers.given(Question.SSH_KEY).map(List::of).orElse(List.of()));
        assertThat((List<?>) install.getOrDefault("late-commands", List.of()))
                .allMatch(c -> c instanceof List<?> words && words.stream().allMatch(String.class::isInstance));
    }

    @RepeatedTest(TIMES)
    void aKickstartHasWhatTheReferenceKnows() {
        String text = Kickstart.text(answers, Samples.rocky());
        Kickstarts read = new Kickstarts(text);
        assertThat(read.value("user", "--gecos")).as("-Dingot.seed=" + SEED).isEqualTo(answers.to(Question.FULL_NAME));
        assertThat(read.value("user", "--name")).isEqualTo(answers.to(Question.USER));
        assertThat(read.value("user", "--password")).startsWith("$6$");
        assertThat(read.value("lang", "")).isEqualTo(answers.to(Question.LOCALE) + ".UTF-8");
        assertThat(read.value("keyboard", "--xlayouts")).isEqualTo(answers.to(Question.KEYBOARD));
        assertThat(read.value("timezone", "")).isEqualTo(answers.to(Question.TIME_ZONE));
        assertThat(read.value("network", "--hostname")).isEqualTo(answers.to(Question.HOST_NAME));
        assertThat(read.value("sshkey", "")).isEqualTo(answers.to(Question.SSH_KEY));
        assertThat(read.value("ignoredisk", "--only-use")).isEqualTo("vda");
        assertThat(read.value("clearpart", "--drives")).isEqualTo("vda");
        assertThat(read.linesOf("%packages")).containsExactly("@core", "qemu-guest-agent");
        assertThat(read.linesOf("%post").isEmpty()).isEqualTo(!answers.autoLogin());
        assertThat(read.has("poweroff")).isTrue();
    }

    @RepeatedTest(TIMES)
    void aPreseedSaysEachAnswerOnItsLine() {
        List<String> lines = Preseed.text(answers, Samples.debian())
                .lines()
                .filter(l -> !l.isBlank())
                .toList();
        assertThat(lines)
                .as("-Dingot.seed=" + SEED)
                .allMatch(l -> l.startsWith("#")
                        || l.matches("(d-i|tasksel|popularity-contest) [a-zA-Z0-9/_-]+"
                                + " (string|select|multiselect|boolean|password|note)( .*)?"))
                .contains(
                        "d-i passwd/user-fullname string " + name(),
                        "d-i passwd/username string " + answers.to(Question.USER),
                        "d-i netcfg/hostname string " + answers.to(Question.HOST_NAME),
                        "d-i time/zone string " + answers.to(Question.TIME_ZONE));
    }

    @RepeatedTest(TIMES)
    void anAutoYastProfileFitsItsSchema() throws Exception {
        Document profile = valid(AutoYast.text(answers, Samples.suse()), "config.xsd", "autoyast.xsd");
        assertThat(texts(profile, "fullname"))
                .as("-Dingot.seed=" + SEED)
                .containsExactly(answers.to(Question.FULL_NAME));
        assertThat(texts(profile, "username")).containsExactly("root", answers.to(Question.USER));
        assertThat(texts(profile, "hostname")).containsExactly(answers.to(Question.HOST_NAME));
        assertThat(texts(profile, "device")).containsExactly("/dev/vda");
        assertThat(texts(profile, "source")).allMatch(s -> s.startsWith("#!/bin/sh\n"));
    }

    @RepeatedTest(TIMES)
    void aWindowsAnswerFileFitsItsSchema() throws Exception {
        Answers told =
                random.nextBoolean() ? answers : answers.with(Question.PRODUCT_KEY, "ABCDE-12345-FGHIJ-67890-KLMNO");
        Target target = Samples.windows(oneOf("win10", "win11", "win2k25"), random.nextBoolean());
        Document file = valid(WindowsSetup.text(told, target), "wcm.xsd", "unattend.xsd");
        assertThat(texts(file, "DisplayName")).as("-Dingot.seed=" + SEED).containsExactly(name());
        assertThat(texts(file, "Value").stream()
                        .filter(v -> !v.equals("2")) // the image
                        .map(v -> new String(Base64.getDecoder().decode(v), StandardCharsets.UTF_16LE))
                        .distinct())
                .containsExactlyInAnyOrder(
                        answers.to(Question.PASSWORD) + "AdministratorPassword",
                        answers.to(Question.PASSWORD) + "Password");
        // By the reference, each component belongs to the passes in which Windows looks for it.
        assertThat(components(file))
                .containsExactlyInAnyOrder(
                        "windowsPE/Microsoft-Windows-International-Core-WinPE",
                        "windowsPE/Microsoft-Windows-PnpCustomizationsWinPE",
                        "windowsPE/Microsoft-Windows-Setup",
                        "specialize/Microsoft-Windows-Shell-Setup",
                        "oobeSystem/Microsoft-Windows-International-Core",
                        "oobeSystem/Microsoft-Windows-Shell-Setup");
    }

    @Test
    void whatWindowsWouldNotTakeIsRefusedBeforehand() {
        Target target = Samples.windows("win11", true);
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.seed(Samples.full().with(Question.USER, "a".repeat(21)), target))
                .withMessageContaining("20 characters");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.seed(Samples.full().with(Question.HOST_NAME, "2025"), target))
                .withMessageContaining("a letter");
    }

    @Test
    void whatIsCutFromAHostNameIsNoLetterOfIt() {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.seed(
                        Samples.full().with(Question.HOST_NAME, "123456789012345a"), Samples.windows("win11", true)))
                .withMessageContaining("a letter");
    }

    /** What setup-disk takes over is /etc, and what lbu was told of. */
    @Test
    void alpinesUserHasHomeAndKeyInTheInstalledSystem() {
        List<String> script = new String(
                        AlpineOverlay.scriptBytes(Samples.full(), Samples.alpine()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(script)
                .containsSubsequence("addgroup jana wheel", "chown -R jana: /home/jana/.ssh", "lbu add /home/jana");
        assertThat(script.get(script.indexOf("lbu add /home/jana") + 1)).contains("setup-disk -m sys /dev/vda");
    }

    @Test
    void alpineIsToldNoKeyboardThatItWouldAskForAgain() {
        assertThat(AlpineOverlay.answersFile(Samples.full())).contains("KEYMAPOPTS=\"no no\"");
        assertThat(AlpineOverlay.answersFile(Samples.full().with(Question.KEYBOARD, "xy")))
                .contains("KEYMAPOPTS=\"none\"");
        assertThat(new String(AlpineOverlay.scriptBytes(Samples.full(), Samples.alpine()), StandardCharsets.UTF_8))
                .contains("-g 'Jana O'\\''Neill' jana");
    }

    @Test
    void aNameWithALineBreakOfAnyKindIsRefused() {
        for (String end : List.of("\n", "\u0085", "\u2028", "\u2029", "\uFFFF", "\uD800")) {
            assertThat(Question.FULL_NAME.problem("Jana" + end + "x")).isPresent();
            assertThat(end.equals("\uFFFF")
                            || Question.PASSWORD.problem("word" + end).isPresent())
                    .isTrue();
        }
        assertThat(Question.FULL_NAME.problem("Jana O'Neill 🙂 漢")).isEmpty();
    }

    private static Map<String, Object> yaml(String text) {
        assertThat(text).startsWith("#cloud-config\n");
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) Objects.requireNonNull(of.get(key), key);
    }

    /** The text, read by a parser that knows namespaces, and by the schemas. */
    private static Document valid(String text, String imported, String schema) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        URL main = Objects.requireNonNull(StrictTest.class.getResource("/unattended/" + schema), imported);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(main)
                .newValidator()
                .validate(new DOMSource(document));
        return document;
    }

    private static List<String> texts(Document document, String name) {
        var found = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static Set<String> components(Document file) {
        var found = file.getElementsByTagNameNS("*", "component");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(c -> ((Element) c.getParentNode()).getAttribute("pass") + "/" + c.getAttribute("name"))
                .collect(Collectors.toSet());
    }
}
