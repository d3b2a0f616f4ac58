package garim.cli;

import garim.cli.settings.SettingsException;
import garim.engine.frame.EngineException;
import garim.engine.pipeline.AnalysisSettings;
import garim.live.config.CameraConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** What is masked at cameras, in the words of the file commands; cameras that ask for the same share their detectors. */
final class CameraMasking implements AutoCloseable {
    /** The options of the file commands, without a command. */
    @Command(resourceBundle = GarimCommand.HELP)
    private static final class Words {
        @Mixin
        private AnalysisOptions analysis = new AnalysisOptions();
    }

    private final Map<List<String>, LoadedDetectors> loaded = new LinkedHashMap<>();

    /**
     * The settings that a camera asks for; IllegalArgumentException when they make no sense.
     *
     * @param masking words of a configuration
     */
    static AnalysisSettings settings(CameraConfig.Masking masking) {
        List<String> arguments = arguments(masking);
        masking.zones().forEach(zone -> arguments.addAll(List.of("--zone", zone)));
        try {
            return options(arguments).settings();
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.subject() + ": " + e.detail(), e);
        } catch (EngineException e) {
            throw new IllegalArgumentException(e.subject() + ": " + e.detail(), e);
        }
    }

    /** The detectors that a camera asks for. */
    LoadedDetectors detectors(CameraConfig.Masking masking) {
        return loaded.computeIfAbsent(
                arguments(masking), arguments -> options(arguments).loadForCameras());
    }

    private static List<String> arguments(CameraConfig.Masking masking) {
        List<String> arguments = new ArrayList<>();
        masking.profile().ifPresent(profile -> arguments.addAll(List.of("--profile", profile)));
        masking.detector().ifPresent(detector -> arguments.addAll(List.of("--detector", detector)));
        if (!masking.kinds().isEmpty()) {
            arguments.addAll(List.of("--mask", String.join(",", masking.kinds())));
        }
        return arguments;
    }

    private static AnalysisOptions options(List<String> arguments) {
        Words words = new Words();
        try {
            new CommandLine(words)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        return words.analysis;
    }

    @Override
    public void close() {
        loaded.values().forEach(LoadedDetectors::close);
    }
}
