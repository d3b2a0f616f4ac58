package garim.cli;

import garim.cli.settings.Heads;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import garim.models.FaceDetectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that say how targets are looked for. */
final class DetectorOptions {
    @Option(
            names = "--detector",
            paramLabel = "NAME",
            defaultValue = FaceDetectors.DEFAULT_PROFILE,
            completionCandidates = Profiles.class)
    String detector = FaceDetectors.DEFAULT_PROFILE;

    @Option(names = "--every", paramLabel = "N", defaultValue = "0")
    int every;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "0")
    int threads;

    @Option(names = "--mask", paramLabel = "KIND", split = ",")
    Set<MaskWord> words = EnumSet.noneOf(MaskWord.class);

    @Option(names = "--heads", paramLabel = "WHICH")
    Optional<Heads> heads = Optional.empty();

    /** The kinds that the user named, or the given ones when there are none; trademarks when their pictures are given. */
    Set<TargetKind> kinds(Set<TargetKind> otherwise) {
        Set<TargetKind> kinds = words.isEmpty() ? EnumSet.copyOf(otherwise) : MaskWord.kinds(words);
        if (!logos.isEmpty()) {
            kinds.add(TargetKind.LOGO);
        }
        return kinds;
    }

    @Option(names = "--logo", paramLabel = "PICTURE", split = ",")
    List<Path> logos = new ArrayList<>();

    /** The standard settings with what the user chose; IllegalArgumentException when that makes no sense. */
    AnalysisSettings settings(Set<TargetKind> kinds) {
        LoadedDetectors.requireKnown(kinds, logos);
        AnalysisSettings settings = AnalysisSettings.standard(kinds);
        if (every != 0) {
            settings = settings.withEvery(every);
        }
        if (threads != 0) {
            settings = settings.withThreads(threads);
        }
        return settings;
    }

    /** True when what finds these kinds comes with the program, so that loading it does not fail. */
    boolean isBuiltIn() {
        return FaceDetectors.profiles().contains(detector) && logos.isEmpty();
    }

    /** Loads what finds these kinds. */
    LoadedDetectors load(Set<TargetKind> kinds, Heads whose) {
        return LoadedDetectors.of(kinds, detector, whose, logos);
    }

    /** Loads what finds these kinds at cameras. */
    LoadedDetectors loadForCameras(Set<TargetKind> kinds, Heads whose) {
        return LoadedDetectors.ofCameras(kinds, detector, whose, logos);
    }

    /** The names that need no file, for help texts and shells. */
    static final class Profiles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FaceDetectors.profiles().iterator();
        }
    }
}
