package garim.cli;

import garim.cli.settings.Heads;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.DeviceProbe;
import garim.engine.detect.onnx.InferenceRuntime;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Trial;
import garim.engine.media.EncoderProbe;
import garim.engine.media.MediaLibrary;
import garim.engine.media.WriteSettings;
import garim.models.FaceDetectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garim doctor}: checks whether this machine can do the work. */
@Command(name = "doctor", resourceBundle = GarimCommand.HELP)
final class DoctorCommand implements Callable<Integer> {
    private static final int TEST_SIDE = 64;
    private static final long MEGABYTE = 1 << 20;

    /** A check that answers with what it found, or throws. */
    private interface Check {
        String run() throws IOException;
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private DeviceOptions where = new DeviceOptions();

    private final Console console;
    private int failures;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        ChosenDevice device = where.choose(reporter, console.messages());
        check(reporter, "java", () -> System.getProperty("java.vm.name") + " " + Runtime.version());
        check(reporter, "machine", DoctorCommand::machine);
        check(reporter, "video", MediaLibrary::version);
        check(reporter, "encoder", DoctorCommand::encoder);
        check(reporter, "hardware", DoctorCommand::hardware);
        check(reporter, "inference", () -> InferenceRuntime.version() + ", " + InferenceRuntime.devices());
        check(reporter, "device", () -> Trial.line(DeviceProbe.ofThisMachine().all()));
        for (String profile : FaceDetectors.profiles()) {
            check(reporter, "detector", () -> looks(TargetKind.FACE, profile, device));
        }
        for (TargetKind kind : List.of(TargetKind.HEAD, TargetKind.PERSON, TargetKind.PLATE, TargetKind.TEXT)) {
            check(reporter, "detector", () -> looks(kind, FaceDetectors.DEFAULT_PROFILE, device));
        }
        check(reporter, "temporary", DoctorCommand::temporaryFolder);
        return failures == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private void check(Reporter reporter, String name, Check check) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("check", name);
        try {
            facts.put("found", check.run());
            facts.put("ok", true);
        } catch (IOException | RuntimeException | LinkageError e) {
            failures++;
            facts.put("found", String.valueOf(e.getMessage()));
            facts.put("ok", false);
        }
        String verdict = console.messages().text(Boolean.TRUE.equals(facts.get("ok")) ? "doctor.ok" : "doctor.failed");
        reporter.done(
                "check",
                facts,
                "%-7s %-10s %s".formatted(verdict, console.messages().text("doctor." + name), facts.get("found")));
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + runtime.availableProcessors() + " cores, " + runtime.maxMemory() / MEGABYTE + " MB heap";
    }

    private static String encoder() throws IOException {
        if (!MediaLibrary.hasEncoder(WriteSettings.DEFAULT_ENCODER)) {
            throw new IOException("no encoder " + WriteSettings.DEFAULT_ENCODER);
        }
        return WriteSettings.DEFAULT_ENCODER;
    }

    /** Which encoders of the hardware can be used, and why the others cannot. */
    private static String hardware() {
        return Trial.line(EncoderProbe.all());
    }

    private static String looks(TargetKind kind, String faceProfile, ChosenDevice device) {
        byte[] plane = new byte[TEST_SIDE * TEST_SIDE];
        Picture black = new Picture(TEST_SIDE, TEST_SIDE, plane, plane, plane);
        try (LoadedDetectors detectors = LoadedDetectors.of(Set.of(kind), faceProfile, Heads.SEEN, List.of(), device)) {
            detectors.uses().forEach(use -> use.detector().detect(black));
            return kind + " " + detectors.uses().getFirst().detector().name();
        }
    }

    private static String temporaryFolder() throws IOException {
        Path file = Files.createTempFile("garim", ".test");
        long free = Files.getFileStore(file).getUsableSpace() / MEGABYTE;
        Files.delete(file);
        return file.getParent() + ", " + free + " MB free";
    }
}
