package io.github.ingotvm.unattended;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For Windows Setup, which reads {@code autounattend.xml} from the root of any disc. It restarts the machine several times; what it does
 * when the user is logged on for the first time switches it off, and that is the end.
 *
 * <p>The format cannot hash passwords: base64 is all the hiding there is.
 */
final class WindowsSetup implements Method {
    private static final Set<String> CLIENTS = Set.of("win10", "win11");
    private static final Set<String> SERVERS = Set.of("win2k16", "win2k19", "win2k22", "win2k25");

    @Override
    public Optional<String> obstacle(Target target) {
        return CLIENTS.contains(target.osId()) || SERVERS.contains(target.osId())
                ? Optional.empty()
                : Optional.of("Windows can be installed without questions from Windows 10 and Windows Server 2016 on.");
    }

    @Override
    public Map<Question, String> problems(String osId, Answers answers) {
        return WindowsAccounts.problems(answers, SERVERS.contains(osId));
    }

    @Override
    public Seed seed(Answers answers, Target target) {
        Seed.Disc disc = new Seed.Disc(
                "INGOT_SEED", Map.of("autounattend.xml", text(answers, target).getBytes(UTF_8)));
        return new Seed(Optional.of(disc), Optional.empty(), true);
    }

    static String text(Answers a, Target target) {
        String arch = target.arch().equals("aarch64") ? "arm64" : "amd64";
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">
                  <settings pass="windowsPE">
                %s%s%s  </settings>
                  <settings pass="specialize">
                %s  </settings>
                  <settings pass="oobeSystem">
                %s%s  </settings>
                </unattend>
                """.formatted(
                        component(arch, "Microsoft-Windows-International-Core-WinPE", language(a, target, true)),
                        component(arch, "Microsoft-Windows-PnpCustomizationsWinPE", WindowsParts.drivers(target)),
                        component(arch, "Microsoft-Windows-Setup", setup(a, target)),
                        component(arch, "Microsoft-Windows-Shell-Setup", naming(a)),
                        component(arch, "Microsoft-Windows-International-Core", language(a, target, false)),
                        component(arch, "Microsoft-Windows-Shell-Setup", firstStart(a)));
    }

    private static String component(String arch, String name, String content) {
        return "    <component name=\"" + name + "\" processorArchitecture=\"" + arch
                + "\" publicKeyToken=\"31bf3856ad364e35\" language=\"neutral\" versionScope=\"nonSxS\">\n"
                + content.indent(6) + "    </component>\n";
    }

    /** What is shown is in the disc's language, of which there is one alone; numbers, dates and keys are as the user has them. */
    private static String language(Answers a, Target target, boolean setup) {
        String locale = a.to(Question.LOCALE).replace('_', '-');
        String shown = WindowsEdition.language(target.label()).orElse(locale);
        return """
                %s<InputLocale>%s</InputLocale>
                <SystemLocale>%s</SystemLocale>
                <UILanguage>%s</UILanguage>
                <UserLocale>%s</UserLocale>
                """.formatted(
                        setup ? "<SetupUILanguage><UILanguage>" + shown + "</UILanguage></SetupUILanguage>\n" : "",
                        WindowsParts.keyboard(a.to(Question.KEYBOARD), locale),
                        locale,
                        shown,
                        locale);
    }

    private static String setup(Answers a, Target target) {
        Optional<String> key = a.given(Question.PRODUCT_KEY);
        String image = "";
        if (SERVERS.contains(target.osId())) {
            image = image(2); // the standard edition with a desktop, on every disc of these versions
        } else if (key.isEmpty()) {
            key = WindowsEdition.key(target.label());
            image = key.isEmpty() ? image(1) : "";
        }
        return """
                %s<ImageInstall>
                  <OSImage>
                    %s<InstallTo><DiskID>0</DiskID><PartitionID>%d</PartitionID></InstallTo>
                    <WillShowUI>OnError</WillShowUI>
                  </OSImage>
                </ImageInstall>
                <UserData>
                  <AcceptEula>true</AcceptEula>
                  <FullName>%s</FullName>
                  <ProductKey>%s<WillShowUI>OnError</WillShowUI></ProductKey>
                </UserData>
                """.formatted(
                        WindowsParts.partitions(target.uefi()),
                        image,
                        target.uefi() ? 3 : 1,
                        fullName(a),
                        key.map(k -> "<Key>" + k + "</Key>").orElse(""));
    }

    private static String image(int index) {
        return "<InstallFrom><MetaData wcm:action=\"add\"><Key>/IMAGE/INDEX</Key><Value>" + index
                + "</Value></MetaData></InstallFrom>\n";
    }

    private static String fullName(Answers a) {
        return Markup.escape(a.given(Question.FULL_NAME).orElse(a.to(Question.USER)));
    }

    private static String naming(Answers a) {
        return """
                <ComputerName>%s</ComputerName>
                <TimeZone>%s</TimeZone>
                """.formatted(
                WindowsAccounts.computerName(a), Markup.escape(WindowsParts.timeZone(a.to(Question.TIME_ZONE))));
    }

    private static String firstStart(Answers a) {
        String user = a.to(Question.USER);
        return """
                <OOBE>
                  <HideEULAPage>true</HideEULAPage>
                  <HideOEMRegistrationScreen>true</HideOEMRegistrationScreen>
                  <HideOnlineAccountScreens>true</HideOnlineAccountScreens>
                  <HideWirelessSetupInOOBE>true</HideWirelessSetupInOOBE>
                  <ProtectYourPC>3</ProtectYourPC>
                </OOBE>
                <UserAccounts>
                  <AdministratorPassword>%s</AdministratorPassword>
                  <LocalAccounts>
                    <LocalAccount wcm:action="add">
                      <Name>%s</Name>
                      <DisplayName>%s</DisplayName>
                      <Group>Administrators</Group>
                      <Password>%s</Password>
                    </LocalAccount>
                  </LocalAccounts>
                </UserAccounts>
                <AutoLogon>
                  <Enabled>true</Enabled>
                  <Username>%s</Username>
                  <LogonCount>%d</LogonCount>
                  <Password>%s</Password>
                </AutoLogon>
                <FirstLogonCommands>
                %s</FirstLogonCommands>
                """.formatted(
                        hidden(a, "AdministratorPassword"),
                        user,
                        fullName(a),
                        hidden(a, "Password"),
                        user,
                        a.autoLogin() ? 9999999 : 1,
                        hidden(a, "Password"),
                        WindowsParts.firstCommands().indent(2));
    }

    /** As Windows' own tools write it: the element's name is part of what is encoded. */
    private static String hidden(Answers a, String element) {
        byte[] bytes = (a.to(Question.PASSWORD) + element).getBytes(UTF_16LE);
        return "<Value>" + Base64.getEncoder().encodeToString(bytes) + "</Value><PlainText>false</PlainText>";
    }
}
