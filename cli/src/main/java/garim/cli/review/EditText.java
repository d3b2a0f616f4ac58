package garim.cli.review;

import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.visibility.Review;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads edits as reviewers write them: {@code 12,15,p3}, {@code 12@0:01:05.2}, {@code 12..70.5},
 * {@code face 5..8 100,50,30,40; 110,50,30,40}; the grammar is in {@code docs/review.md}.
 */
public final class EditText {
    private static final String NUMBER = "-?\\d{1,6}(?:\\.\\d{1,6})?";
    private static final Pattern TRACK = Pattern.compile("\\d{1,9}");
    private static final Pattern SPLIT = Pattern.compile("(\\d{1,9})\\s*@\\s*(\\S+)");
    private static final Pattern EXTEND = Pattern.compile("(\\d{1,9})\\s*\\.\\.\\s*(\\S+)");
    private static final Pattern DRAW = Pattern.compile("(\\p{Alpha}+)\\s+(\\S+?)\\s*\\.\\.\\s*(\\S+)\\s+(.+)");
    private static final Pattern BOX = Pattern.compile(String.format(
            Locale.ROOT,
            "(%s)\\s*,\\s*(%s)\\s*,\\s*(%s)\\s*,\\s*(%s)(?:\\s*@\\s*(\\S+))?",
            NUMBER,
            NUMBER,
            NUMBER,
            NUMBER));

    private final MaskPlan plan;
    private final Timeline timeline;

    /** Edits of a plan. */
    public EditText(MaskPlan plan) {
        this.plan = plan;
        this.timeline = plan.input().timeline();
    }

    /**
     * Numbers of tracks, and of persons as {@code p3}, which stand for all their tracks.
     *
     * @throws EngineException REVIEW_EDIT_INVALID when it is written otherwise, REVIEW_TRACK_UNKNOWN when there is no such
     *     person
     */
    public List<Integer> tracks(String text) {
        Set<Integer> tracks = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            if (TRACK.matcher(word).matches()) {
                tracks.add(Integer.parseInt(word));
            } else if (word.matches("p\\d{1,9}")) {
                tracks.addAll(person(word));
            } else {
                throw invalid(text, "\"" + part.strip() + "\" is neither the number of a track nor a person like p3");
            }
        }
        return List.copyOf(tracks);
    }

    private List<Integer> person(String id) {
        List<Person> persons = Persons.of(plan);
        return persons.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .map(Person::numbers)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.REVIEW_TRACK_UNKNOWN,
                        id,
                        persons.stream()
                                .filter(person -> person.numbers().contains(Integer.parseInt(id.substring(1))))
                                .map(person -> "the track is part of " + person.id())
                                .findFirst()
                                .orElse("there is no such person")));
    }

    /** A cut, {@code TRACK@TIME}; the frame on the screen at that time is the first of the second part. */
    public Edit split(String text) {
        Matcher written = match(SPLIT, text, "write TRACK@TIME, as in 12@0:01:05.2");
        int frame = understood(text, () -> ClipTime.frame(written.group(2), timeline));
        if (frame == 0) {
            throw new EngineException(
                    ErrorCode.REVIEW_TIME_OUTSIDE,
                    written.group(1),
                    "a cut must lie between its first and its last frame");
        }
        return new Edit.Split(Integer.parseInt(written.group(1)), frame, new Review(plan).nextTrack());
    }

    /** Several tracks that become one. */
    public Edit merge(String text) {
        List<Integer> tracks = tracks(text);
        if (tracks.size() < 2) {
            throw invalid(text, "at least two tracks become one");
        }
        return new Edit.Merge(tracks);
    }

    /** A longer track, {@code TRACK..TIME}. */
    public Edit extend(String text) {
        Matcher written = match(EXTEND, text, "write TRACK..TIME, as in 12..70.5");
        int frame = understood(text, () -> ClipTime.frame(written.group(2), timeline));
        return new Edit.Extend(Integer.parseInt(written.group(1)), frame);
    }

    /** A track drawn by hand, {@code KIND FROM..TO x,y,w,h; x,y,w,h}, in pixels of the upright picture. */
    public Edit.Draw draw(String text) {
        Matcher written = match(DRAW, text, "write KIND FROM..TO x,y,width,height, as in face 5..8 100,50,30,40");
        TargetKind kind = kind(text, written.group(1));
        int first = understood(text, () -> ClipTime.frame(written.group(2), timeline));
        int last = understood(text, () -> ClipTime.frame(written.group(3), timeline));
        if (last < first) {
            throw invalid(text, "it ends before it begins");
        }
        List<Keyframe> keyframes = keyframes(text, first, last, written.group(4));
        return new Edit.Draw(new Track(new Review(plan).nextTrack(), kind, keyframes));
    }

    private static TargetKind kind(String text, String word) {
        return Stream.of(TargetKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> invalid(
                        text,
                        "\"" + word + "\" is none of "
                                + Stream.of(TargetKind.values())
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }

    /** Boxes without a time of their own stand at even distances, the first at the begin, the last at the end. */
    private List<Keyframe> keyframes(String text, int first, int last, String written) {
        List<String> parts = List.of(written.split(";", -1));
        SortedMap<Integer, Box> boxes = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Matcher part = match(BOX, parts.get(i).strip(), "write a box as x,y,width,height or x,y,width,height@TIME");
            int frame = part.group(5) == null
                    ? first + (int) Math.round((double) (last - first) * i / Math.max(1, parts.size() - 1))
                    : understood(text, () -> ClipTime.frame(part.group(5), timeline));
            if (frame < first || frame > last || boxes.put(frame, box(text, part)) != null) {
                throw invalid(text, "the times of its boxes do not rise from its begin to its end");
            }
        }
        boxes.putIfAbsent(first, boxes.get(boxes.firstKey()));
        boxes.putIfAbsent(last, boxes.get(boxes.lastKey()));
        List<Keyframe> keyframes = new ArrayList<>();
        boxes.forEach((frame, box) -> keyframes.add(new Keyframe(frame, box, Origin.MANUAL, 0)));
        return keyframes;
    }

    private Box box(String text, Matcher part) {
        double width = Double.parseDouble(part.group(3));
        double height = Double.parseDouble(part.group(4));
        if (!(width > 0 && height > 0)) {
            throw invalid(text, "width and height must be more than 0");
        }
        PlanInput input = plan.input();
        boolean swaps = input.rotation().swapsSides();
        Box drawn = new Box(Double.parseDouble(part.group(1)), Double.parseDouble(part.group(2)), width, height);
        Box inside = swaps ? drawn.clamp(input.height(), input.width()) : drawn.clamp(input.width(), input.height());
        if (inside.isEmpty()) {
            throw new EngineException(
                    ErrorCode.REVIEW_BOX_OUTSIDE,
                    text,
                    "the upright picture is "
                            + (swaps ? input.height() + "x" + input.width() : input.width() + "x" + input.height())
                            + " pixels");
        }
        return input.rotation().toStored(inside, input.width(), input.height());
    }

    private static Matcher match(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            throw invalid(text, otherwise);
        }
        return matcher;
    }

    private static int understood(String text, Supplier<Integer> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new EngineException(ErrorCode.REVIEW_EDIT_INVALID, text, String.valueOf(e.getMessage()), e);
        }
    }

    private static EngineException invalid(String text, String why) {
        return new EngineException(ErrorCode.REVIEW_EDIT_INVALID, text, why);
    }
}
