package garim.cli;

import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import garim.models.FaceDetectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
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

    @Option(names = "--mask", paramLabel = "KIND", split = ",", defaultValue = "face")
    Set<TargetKind> kinds = EnumSet.of(TargetKind.FACE);

    @Option(names = "--logo", paramLabel = "PICTURE", split = ",")
    List<Path> logos = new ArrayList<>();

    /** The standard settings with what the user chose; IllegalArgumentException when that makes no sense. */
    AnalysisSettings settings() {
        LoadedDetectors.requireKnown(maskedKinds(), logos);
        AnalysisSettings settings = AnalysisSettings.standard(maskedKinds());
        if (every != 0) {
            settings = settings.withEvery(every);
        }
        if (threads != 0) {
            settings = settings.withThreads(threads);
        }
        return settings;
    }

    /** Loads what these options ask for. */
    LoadedDetectors load() {
        return LoadedDetectors.of(maskedKinds(), detector, logos);
    }

    private Set<TargetKind> maskedKinds() {
        Set<TargetKind> all = EnumSet.noneOf(TargetKind.class);
        all.addAll(kinds);
        if (!logos.isEmpty()) {
            all.add(TargetKind.LOGO);
        }
        return all;
    }

    /** The names that need no file, for help texts and shells. */
    static final class Profiles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FaceDetectors.profiles().iterator();
        }
    }
}
