package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Extras;
import io.github.ingotvm.service.install.InstallRequest.Source;
import java.nio.file.Path;
import java.util.Optional;

/** What is done with installations beyond what their installers do. */
final class InstallOps {
    /** What must be found nowhere. */
    static final String PASSWORD = "correct horse";

    private static final long MEMORY = 64L << 20;
    private static final long DISK = 8L << 30;

    private static final Answers ANSWERS = Answers.NONE
            .with(Question.USER, "jana")
            .with(Question.PASSWORD, PASSWORD)
            .with(Question.HOST_NAME, "desk")
            .with(Question.LOCALE, "de_DE")
            .with(Question.KEYBOARD, "de")
            .with(Question.TIME_ZONE, "Europe/Berlin");

    private InstallOps() {}

    /** Makes a machine whose installer is told its answers. */
    record Tell(String name, boolean snapshot, boolean start) implements Op {
        @Override
        public void run(World world) {
            InstallRequest request = new InstallRequest(
                    name,
                    new Source.Iso(world.files().debian()),
                    MEMORY,
                    1,
                    DISK,
                    Firmware.BIOS,
                    Optional.empty(),
                    snapshot,
                    start);
            world.services().installer().create(request.with(Extras.NONE.with(ANSWERS)), Progress.NONE);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.refused(name);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineId id = after.idOf(name);
            MachineSight made = after.newborn(name);
            made.install = Install.State.INSTALLING;
            made.autoSnapshot = snapshot;
            made.told = true;
            if (start) {
                made.start();
            }
            sight.machines.put(id, made);
        }
    }

    /** Makes a machine on an image that stays where it is, in another tool's pool. */
    record UseInPlace(String name, boolean start) implements Op {
        @Override
        public void run(World world) {
            Path image = world.files().image();
            String path = image.toString();
            if (!world.foreign().files().contains(path)) {
                world.foreign().addsPool("images", path.substring(0, path.lastIndexOf('/')));
                world.foreign().addsFile(path, "raw", DISK, Optional.empty());
            }
            Extras inPlace = new Extras(Optional.empty(), Optional.empty(), Optional.empty(), true);
            InstallRequest request = new InstallRequest(
                    name, new Source.Image(image), MEMORY, 1, DISK, Firmware.BIOS, Optional.empty(), false, start);
            world.services().installer().create(request.with(inPlace), Progress.NONE);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.refused(name);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineId id = after.idOf(name);
            MachineSight made = after.newborn(name);
            if (start) {
                made.start();
            }
            sight.machines.put(id, made);
        }
    }

    /** Somebody says that the system is installed; once the guest has shut down, the installation is brought to its end. */
    record MarkInstalled(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().installs().markInstalled(id);
            world.services().installs().settle(id);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight machine = before.machine(id);
            boolean underWay =
                    machine.install == Install.State.INSTALLING || machine.install == Install.State.FINISHING;
            return underWay && machine.state != PowerState.SAVED ? Optional.empty() : Optional.of(Kind.WRONG_STATE);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            if (machine.state == PowerState.PAUSED) {
                machine.install = Install.State.FINISHING;
                return;
            }
            machine.stop(true);
            machine.endInstalling(after, id);
        }

        /** Once it has happened, there is nothing to mark. */
        @Override
        public Op again(Sight now) {
            return now.machine(id).install == Install.State.INSTALLED ? new MachineOps.Fix() : this;
        }
    }
}
