package garim.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.detect.onnx.Device;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan names the device that ran a model where it was not the processor, and nothing else hangs on it. */
final class ModelCardTest {
    @Test
    void theDeviceOfAUseIsNamedUnlessItIsTheProcessor() {
        ModelCard card = ModelCatalogue.ssd();
        assertEquals(new ModelUse(card.name(), card.sha256()), card.use(Device.CPU));
        assertEquals(new ModelUse(card.name(), card.sha256(), "cuda"), card.use(Device.CUDA));
        assertEquals(List.of("cuda"), devices(new PersonDetectors(Device.CUDA).models()));
        assertEquals(List.of("cuda"), devices(new FaceDetectors(Device.CUDA).modelsOf("thorough")));
    }

    private static List<String> devices(List<ModelUse> models) {
        return models.stream().map(ModelUse::device).distinct().toList();
    }

    @Test
    void secondEyesAreOtherEyesWhereverTheFirstOnesRan() {
        List<ModelUse> used = List.of(ModelCatalogue.ssd().use(Device.CUDA));
        List<SecondEyes.Eyes> eyes = new SecondEyes(Device.CPU).of(Set.of(TargetKind.FACE), used);
        eyes.forEach(each -> each.detector().close());
        assertEquals(
                ModelCatalogue.ultraFace().use(Device.CPU),
                eyes.getFirst().models().getFirst());
    }
}
