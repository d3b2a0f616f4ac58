package garim.cli;

import garim.cli.review.ContactSheet;
import garim.cli.review.HtmlSheet;
import garim.cli.review.Lookalikes;
import garim.cli.review.Person;
import garim.cli.review.Persons;
import garim.cli.review.PlanFile;
import garim.cli.review.TrackFaces;
import garim.cli.review.TrackLine;
import garim.cli.review.TrackPictures;
import garim.engine.detect.onnx.FaceDescriber;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.PartFile;
import garim.engine.pipeline.Stage;
import garim.engine.plan.MaskPlanJson;
import garim.engine.visibility.Review;
import garim.engine.visibility.ReviewedTrack;
import garim.models.FaceMatching;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim tracks}: lists what a plan masks, person by person, with a sheet of pictures if asked for. */
@Command(name = "tracks", resourceBundle = GarimCommand.HELP)
final class TracksCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--sheet", paramLabel = "FILE")
    private Optional<Path> sheet = Optional.empty();

    @Option(names = "--face-matching")
    private boolean faceMatching;

    @Mixin
    private DeviceOptions where = new DeviceOptions();

    @Option(names = "--by", paramLabel = "NAME")
    private Optional<String> by = Optional.empty();

    @Option(names = "--force")
    private boolean force;

    @Parameters(index = "0", paramLabel = "PLAN", descriptionKey = "PLAN")
    private Path named = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "VIDEO", descriptionKey = "VIDEO")
    private Optional<Path> video = Optional.empty();

    private final Console console;
    private final InstantSource clock;

    TracksCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        Path planFile = PlanNames.plan(named);
        if (faceMatching && by.isEmpty()) {
            throw new IllegalArgumentException(console.messages().text("usage.faceMatching"));
        }
        MaskPlan plan = new MaskPlanJson().read(planFile);
        sheet.ifPresent(file -> requireSheet(file, planFile));
        List<Person> persons = Persons.of(plan);
        Optional<TrackPictures> pictures = pictures(planFile, plan, reporter);
        List<List<Person>> groups =
                pictures.map(seen -> Lookalikes.of(plan, persons, seen)).orElseGet(() -> Lookalikes.of(plan, persons));
        tell(reporter, plan, groups);
        pictures.ifPresent(seen -> sheet.ifPresent(file -> {
            write(file, planFile, plan, groups, seen);
            reporter.done(
                    "sheet",
                    Map.of("sheet", file.toString()),
                    console.messages().text("sheet", file));
        }));
        return ExitCode.OK;
    }

    private void requireSheet(Path file, Path planFile) {
        if (!isHtml(file) && !endsWith(file, ".png")) {
            throw new IllegalArgumentException(console.messages().text("usage.sheet", file));
        }
        Deidentifier.requireWritable(planFile, file, force);
    }

    private static boolean isHtml(Path file) {
        return endsWith(file, ".html") || endsWith(file, ".htm");
    }

    private static boolean endsWith(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Pictures where a video was named, or where a sheet is asked for and the video lies beside the plan. */
    private Optional<TrackPictures> pictures(Path planFile, MaskPlan plan, Reporter reporter) {
        boolean isNeeded = sheet.isPresent() || faceMatching;
        Optional<Path> source = video.or(() -> isNeeded ? PlanNames.video(planFile, plan) : Optional.empty());
        if (source.isEmpty() && isNeeded) {
            throw new EngineException(
                    ErrorCode.INPUT_MISSING,
                    planFile.resolveSibling(plan.input().name()).toString(),
                    "the video is not beside the plan; name it after the plan");
        }
        source.ifPresent(file -> new Deidentifier(Version.PROGRAM).requirePlanOf(file, plan));
        return source.map(file -> faceMatching
                ? matched(planFile, plan, file, reporter)
                : pictures(file, plan, Optional.empty(), reporter));
    }

    private TrackPictures pictures(Path file, MaskPlan plan, Optional<TrackFaces> faces, Reporter reporter) {
        return TrackPictures.of(
                file,
                plan,
                faces,
                frame -> seen(reporter, file, frame, plan.input().frames()));
    }

    /** Writes down that faces are compared, and by whom, before it is done. */
    private TrackPictures matched(Path planFile, MaskPlan plan, Path file, Reporter reporter) {
        try (FaceDescriber describer = FaceMatching.describer(
                where.choose(reporter, console.messages()).get())) {
            new PlanFile(planFile).edit(now -> new Review(now)
                    .append(by.orElseThrow().strip(), clock.instant(), "", "", new Edit.MatchFaces()));
            reporter.warn(file.toString(), console.messages().text("warn.faceMatching"));
            return pictures(file, plan, Optional.of(new TrackFaces(describer, plan.input())), reporter);
        }
    }

    private void seen(Reporter reporter, Path file, int frame, int frames) {
        reporter.progress(file.toString(), Stage.ANALYZE, frame + 1L, OptionalLong.of(frames));
        if (console.interruption().isRequested()) {
            throw new EngineException(ErrorCode.CANCELLED, file.toString(), "stopped while looking for pictures");
        }
    }

    private void tell(Reporter reporter, MaskPlan plan, List<List<Person>> groups) {
        TrackLine lines = new TrackLine(plan, console.messages()::text);
        boolean isThin = false;
        for (List<Person> group : groups) {
            boolean startsThin = !isThin && Lookalikes.isSuggestion(group);
            isThin |= startsThin;
            if (common.json) {
                group.forEach(person -> tellFacts(reporter, lines, person, group));
            } else {
                String head = startsThin ? console.messages().text("tracks.thin") + System.lineSeparator() : "";
                String persons = group.stream()
                        .map(person -> sentence(lines, person, group))
                        .collect(Collectors.joining(System.lineSeparator()));
                reporter.done("persons", Map.of(), head + persons);
            }
        }
    }

    private static void tellFacts(Reporter reporter, TrackLine lines, Person person, List<Person> group) {
        for (ReviewedTrack track : person.tracks()) {
            Map<String, Object> facts = lines.facts(person, track);
            facts.put(
                    "perhapsAlso",
                    others(person, group).stream().map(Person::id).toList());
            facts.put("suggestion", Lookalikes.isSuggestion(group));
            reporter.done("track", facts, "");
        }
    }

    private static List<Person> others(Person person, List<Person> group) {
        return group.stream().filter(other -> !other.equals(person)).toList();
    }

    private String sentence(TrackLine lines, Person person, List<Person> group) {
        StringBuilder text = new StringBuilder(person.id());
        List<Person> others = others(person, group);
        if (!others.isEmpty()) {
            text.append("  ").append(console.messages().text("tracks.also", TrackLine.ids(others)));
        }
        person.tracks().forEach(track -> text.append(System.lineSeparator()).append(lines.line(track)));
        return text.toString();
    }

    private void write(Path file, Path planFile, MaskPlan plan, List<List<Person>> groups, TrackPictures pictures) {
        try (PartFile part = PartFile.forTarget(file, force)) {
            if (isHtml(file)) {
                Messages messages = console.messages();
                String page = new HtmlSheet(plan, messages::text, pictures)
                        .page(planFile.getFileName().toString(), groups, messages.locale());
                Files.writeString(part.path(), page, StandardCharsets.UTF_8);
            } else {
                ImageIO.write(
                        new ContactSheet(plan, pictures).draw(groups),
                        "png",
                        part.path().toFile());
            }
            part.publish();
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }
}
