package garim.live.camera;

import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.DetectorUse;
import garim.engine.pipeline.LiveSettings;
import garim.live.MaskedSink;
import java.util.List;

/** A camera by the name of gate, which gets its frames from a test and not from a feed. */
final class Gate {
    private Gate() {}

    static CameraSettings settings(FailingDetector detector, List<MaskedSink> sinks) {
        return new CameraSettings(
                "gate",
                new Feed.Source() {
                    @Override
                    public Feed open() {
                        throw new IllegalStateException("nobody opens it");
                    }

                    @Override
                    public String place() {
                        return "nowhere";
                    }
                },
                List.of(new DetectorUse(detector, List.of())),
                LiveSettings.of(AnalysisSettings.standard(), LiveSettings.DEFAULT_DELAY),
                CameraSettings.DEFAULT_QUANTIZER,
                sinks,
                List.of());
    }
}
