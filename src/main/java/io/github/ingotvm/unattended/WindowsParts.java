package io.github.ingotvm.unattended;

import java.util.List;
import java.util.Map;

/** Parts of {@code autounattend.xml} that follow from the machine, and Windows' own names for keyboards and time zones. */
final class WindowsParts {
    /** Which of them the drivers' disc gets depends on the machine's drives; Setup passes over folders that are not there. */
    private static final List<String> DRIVES = List.of("D", "E", "F");

    private static final List<String> DRIVERS =
            List.of("viostor", "vioscsi", "NetKVM", "Balloon", "vioserial", "viogpudo");

    private static final Map<String, String> KEYBOARDS = Map.ofEntries(
            Map.entry("us", "en-US"),
            Map.entry("gb", "en-GB"),
            Map.entry("de", "de-DE"),
            Map.entry("at", "de-AT"),
            Map.entry("ch", "de-CH"),
            Map.entry("fr", "fr-FR"),
            Map.entry("be", "nl-BE"),
            Map.entry("nl", "nl-NL"),
            Map.entry("es", "es-ES"),
            Map.entry("latam", "es-MX"),
            Map.entry("it", "it-IT"),
            Map.entry("pt", "pt-PT"),
            Map.entry("br", "pt-BR"),
            Map.entry("dk", "da-DK"),
            Map.entry("no", "nb-NO"),
            Map.entry("se", "sv-SE"),
            Map.entry("fi", "fi-FI"),
            Map.entry("pl", "pl-PL"),
            Map.entry("cz", "cs-CZ"),
            Map.entry("sk", "sk-SK"),
            Map.entry("hu", "hu-HU"),
            Map.entry("ro", "ro-RO"),
            Map.entry("ru", "ru-RU"),
            Map.entry("ua", "uk-UA"),
            Map.entry("tr", "tr-TR"),
            Map.entry("gr", "el-GR"),
            Map.entry("il", "he-IL"),
            Map.entry("jp", "ja-JP"),
            Map.entry("kr", "ko-KR"));

    private static final Map<String, String> TIME_ZONES = Map.ofEntries(
            Map.entry("Europe/London", "GMT Standard Time"),
            Map.entry("Europe/Dublin", "GMT Standard Time"),
            Map.entry("Europe/Lisbon", "GMT Standard Time"),
            Map.entry("Europe/Berlin", "W. Europe Standard Time"),
            Map.entry("Europe/Vienna", "W. Europe Standard Time"),
            Map.entry("Europe/Zurich", "W. Europe Standard Time"),
            Map.entry("Europe/Rome", "W. Europe Standard Time"),
            Map.entry("Europe/Amsterdam", "W. Europe Standard Time"),
            Map.entry("Europe/Stockholm", "W. Europe Standard Time"),
            Map.entry("Europe/Oslo", "W. Europe Standard Time"),
            Map.entry("Europe/Paris", "Romance Standard Time"),
            Map.entry("Europe/Brussels", "Romance Standard Time"),
            Map.entry("Europe/Madrid", "Romance Standard Time"),
            Map.entry("Europe/Copenhagen", "Romance Standard Time"),
            Map.entry("Europe/Prague", "Central Europe Standard Time"),
            Map.entry("Europe/Budapest", "Central Europe Standard Time"),
            Map.entry("Europe/Belgrade", "Central Europe Standard Time"),
            Map.entry("Europe/Warsaw", "Central European Standard Time"),
            Map.entry("Europe/Helsinki", "FLE Standard Time"),
            Map.entry("Europe/Kyiv", "FLE Standard Time"),
            Map.entry("Europe/Kiev", "FLE Standard Time"),
            Map.entry("Europe/Sofia", "FLE Standard Time"),
            Map.entry("Europe/Athens", "GTB Standard Time"),
            Map.entry("Europe/Bucharest", "GTB Standard Time"),
            Map.entry("Europe/Istanbul", "Turkey Standard Time"),
            Map.entry("Europe/Moscow", "Russian Standard Time"),
            Map.entry("America/New_York", "Eastern Standard Time"),
            Map.entry("America/Toronto", "Eastern Standard Time"),
            Map.entry("America/Chicago", "Central Standard Time"),
            Map.entry("America/Denver", "Mountain Standard Time"),
            Map.entry("America/Los_Angeles", "Pacific Standard Time"),
            Map.entry("America/Sao_Paulo", "E. South America Standard Time"),
            Map.entry("America/Mexico_City", "Central Standard Time (Mexico)"),
            Map.entry("Asia/Tokyo", "Tokyo Standard Time"),
            Map.entry("Asia/Seoul", "Korea Standard Time"),
            Map.entry("Asia/Shanghai", "China Standard Time"),
            Map.entry("Asia/Hong_Kong", "China Standard Time"),
            Map.entry("Asia/Singapore", "Singapore Standard Time"),
            Map.entry("Asia/Kolkata", "India Standard Time"),
            Map.entry("Asia/Calcutta", "India Standard Time"),
            Map.entry("Asia/Dubai", "Arabian Standard Time"),
            Map.entry("Asia/Jerusalem", "Israel Standard Time"),
            Map.entry("Australia/Sydney", "AUS Eastern Standard Time"),
            Map.entry("Australia/Perth", "W. Australia Standard Time"),
            Map.entry("Pacific/Auckland", "New Zealand Standard Time"),
            Map.entry("Africa/Johannesburg", "South Africa Standard Time"));

    private WindowsParts() {}

    /** The layout of that country; the language's own where Windows' name for it is not known. */
    static String keyboard(String layout, String locale) {
        return KEYBOARDS.getOrDefault(layout, locale);
    }

    /** UTC where Windows' name for the zone is not known: the clock is right then, and shown in another zone. */
    static String timeZone(String zone) {
        return TIME_ZONES.getOrDefault(zone, "UTC");
    }

    /** Drivers of the disc virtio-win, where it is in one of the machine's drives. */
    static String drivers(Target target) {
        String system = switch (target.osId()) {
            case "win10" -> "w10";
            case "win11" -> "w11";
            case "win2k16" -> "2k16";
            case "win2k19" -> "2k19";
            case "win2k22" -> "2k22";
            default -> "2k25";
        };
        String arch = target.arch().equals("aarch64") ? "ARM64" : "amd64";
        StringBuilder paths = new StringBuilder("<DriverPaths>\n");
        int number = 0;
        for (String drive : DRIVES) {
            for (String driver : DRIVERS) {
                number++;
                paths.append("  <PathAndCredentials wcm:action=\"add\" wcm:keyValue=\"" + number + "\"><Path>" + drive
                        + ":\\" + driver + "\\" + system + "\\" + arch + "</Path></PathAndCredentials>\n");
            }
        }
        return paths.append("</DriverPaths>\n").toString();
    }

    /** The whole first disk: with UEFI a system partition, the reserved one and Windows'; with BIOS Windows' alone. */
    static String partitions(boolean uefi) {
        String create = uefi
                ? created(1, "EFI", 260) + created(2, "MSR", 16) + created(3, "Primary", 0)
                : created(1, "Primary", 0);
        String modify = uefi
                ? modified(1, 1, "<Format>FAT32</Format><Label>System</Label>")
                        + modified(2, 3, "<Format>NTFS</Format><Label>Windows</Label><Letter>C</Letter>")
                : modified(1, 1, "<Active>true</Active><Format>NTFS</Format><Label>Windows</Label><Letter>C</Letter>");
        return """
                <DiskConfiguration>
                  <WillShowUI>OnError</WillShowUI>
                  <Disk wcm:action="add">
                    <DiskID>0</DiskID>
                    <WillWipeDisk>true</WillWipeDisk>
                    <CreatePartitions>
                %s    </CreatePartitions>
                    <ModifyPartitions>
                %s    </ModifyPartitions>
                  </Disk>
                </DiskConfiguration>
                """.formatted(create.indent(6), modify.indent(6));
    }

    private static String created(int order, String type, int mebibytes) {
        String size = mebibytes == 0 ? "<Extend>true</Extend>" : "<Size>" + mebibytes + "</Size>";
        return "<CreatePartition wcm:action=\"add\"><Order>" + order + "</Order><Type>" + type + "</Type>" + size
                + "</CreatePartition>\n";
    }

    private static String modified(int order, int partition, String what) {
        return "<ModifyPartition wcm:action=\"add\"><Order>" + order + "</Order><PartitionID>" + partition
                + "</PartitionID>" + what + "</ModifyPartition>\n";
    }

    /** The guest's tools from the drivers' disc, where it is there; then the end. */
    static String firstCommands() {
        String tools = "cmd /c for %d in (D E F) do if exist %d:\\virtio-win-guest-tools.exe"
                + " start /wait %d:\\virtio-win-guest-tools.exe /install /quiet /norestart";
        return command(1, tools) + command(2, "shutdown /s /t 10");
    }

    private static String command(int order, String line) {
        return "<SynchronousCommand wcm:action=\"add\"><Order>" + order + "</Order><CommandLine>" + Markup.escape(line)
                + "</CommandLine></SynchronousCommand>\n";
    }
}
