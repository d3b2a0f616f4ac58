package garim.cli;

import garim.engine.frame.Rotation;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In which turns of the picture targets are looked for, besides as it is. */
enum TurnDetection {
    /** As it is only. */
    NONE("none"),
    /** What a probe of each file finds. */
    AUTO("auto"),
    /** All quarter turns. */
    ALL("all", Rotation.CLOCKWISE_90, Rotation.HALF_TURN, Rotation.CLOCKWISE_270),
    /** Turned right. */
    RIGHT("90", Rotation.CLOCKWISE_90),
    /** Upside down. */
    HALF("180", Rotation.HALF_TURN),
    /** Turned left. */
    LEFT("270", Rotation.CLOCKWISE_270);

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Rotation> turns;

    TurnDetection(String word, Rotation... turns) {
        this.word = word;
        this.turns = List.of(turns);
    }

    /** The turns that are known without a look at a file. */
    List<Rotation> turns() {
        return turns;
    }

    @Override
    public String toString() {
        return word;
    }

    /** Reads the word of an option. */
    static final class Converter implements ITypeConverter<TurnDetection> {
        @Override
        public TurnDetection convert(String value) {
            return Arrays.stream(values())
                    .filter(choice -> choice.word.equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + value + "' is none of " + Arrays.toString(values())));
        }
    }
}
