package garim.cli;

import garim.engine.frame.TargetKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What can stand after {@code --mask}: the kinds of target, and a word for all that are found without further help. */
enum MaskWord {
    FACE,
    HEAD,
    PERSON,
    PLATE,
    TEXT,
    LOGO,
    MOTION,
    ZONE,
    ALL;

    /** The kinds that words stand for. */
    static Set<TargetKind> kinds(Collection<MaskWord> words) {
        Set<TargetKind> all = EnumSet.noneOf(TargetKind.class);
        words.forEach(word -> all.addAll(word.kinds()));
        return all;
    }

    private Set<TargetKind> kinds() {
        return this == ALL
                ? EnumSet.complementOf(EnumSet.of(TargetKind.LOGO, TargetKind.ZONE))
                : EnumSet.of(TargetKind.valueOf(name()));
    }
}
