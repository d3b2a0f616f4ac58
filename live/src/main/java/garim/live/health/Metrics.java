package garim.live.health;

import garim.live.camera.CameraFigures;
import garim.live.camera.CameraState;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes the figures of cameras in the text format of Prometheus (version 0.0.4). */
public final class Metrics {
    private Metrics() {}

    /** The text for these cameras. */
    public static String of(List<CameraFigures> cameras) {
        StringBuilder text = new StringBuilder();
        counter(text, cameras, "frames_in", "Frames that the camera gave.", CameraFigures::framesIn);
        counter(text, cameras, "frames_masked", "Frames that came out masked.", CameraFigures::framesMasked);
        counter(text, cameras, "frames_whole", "Frames that came out masked whole.", CameraFigures::framesWhole);
        counter(text, cameras, "frames_dropped", "Frames that never came out.", CameraFigures::framesDropped);
        counter(text, cameras, "frames_raw", "Frames that came out unmasked; always 0.", CameraFigures::framesRaw);
        counter(text, cameras, "reconnects", "How often the camera came back.", CameraFigures::reconnects);
        counter(text, cameras, "looks", "Glances of detectors that were answered.", CameraFigures::looks);
        counter(text, cameras, "thorough_looks", "Thorough looks in spare time.", CameraFigures::thoroughLooks);
        counter(text, cameras, "looks_failed", "Looks of detectors that failed.", CameraFigures::looksFailed);
        gauge(text, cameras, "looks_per_second", "Glances answered in the last second.", CameraFigures::looksPerSecond);
        gauge(text, cameras, "look_seconds", "How long the latest glance took.", f -> f.lookMillis() / 1e3);
        gauge(text, cameras, "shedding", "What is shed: 0 nothing, 1 looks, 2 frames, 3 all looks.", Metrics::shed);
        gauge(text, cameras, "up", "1 when the camera gives pictures.", Metrics::up);
        latency(text, cameras);
        return text.toString();
    }

    private static double shed(CameraFigures figures) {
        return switch (figures.shedding()) {
            case NONE -> 0;
            case FEWER_LOOKS -> 1;
            case FEWER_FRAMES -> 2;
            case WHOLE -> 3;
        };
    }

    private static double up(CameraFigures figures) {
        return figures.state() == CameraState.TARGETS || figures.state() == CameraState.WHOLE ? 1 : 0;
    }

    private static void counter(
            StringBuilder text,
            List<CameraFigures> cameras,
            String name,
            String help,
            ToDoubleFunction<CameraFigures> value) {
        family(text, cameras, name + "_total", "counter", help, value);
    }

    private static void gauge(
            StringBuilder text,
            List<CameraFigures> cameras,
            String name,
            String help,
            ToDoubleFunction<CameraFigures> value) {
        family(text, cameras, name, "gauge", help, value);
    }

    private static void family(
            StringBuilder text,
            List<CameraFigures> cameras,
            String name,
            String type,
            String help,
            ToDoubleFunction<CameraFigures> value) {
        head(text, name, type, help);
        for (CameraFigures camera : cameras) {
            line(text, name, "camera=\"" + camera.name() + "\"", value.applyAsDouble(camera));
        }
    }

    private static void latency(StringBuilder text, List<CameraFigures> cameras) {
        String name = "added_latency_seconds";
        head(text, name, "gauge", "Time from a frame's arrival to its masked packet, of the latest frames.");
        for (CameraFigures camera : cameras) {
            String label = "camera=\"" + camera.name() + "\",quantile=";
            line(text, name, label + "\"0.5\"", camera.latencyP50Millis() / 1e3);
            line(text, name, label + "\"0.95\"", camera.latencyP95Millis() / 1e3);
        }
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP garim_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE garim_").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, String labels, double value) {
        String number =
                value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4f", value);
        text.append("garim_")
                .append(name)
                .append('{')
                .append(labels)
                .append("} ")
                .append(number)
                .append('\n');
    }
}
