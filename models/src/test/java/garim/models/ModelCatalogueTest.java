package garim.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModelCatalogueTest {
    private static final Set<String> LICENCES_THAT_PERMIT_USE = Set.of("MIT", "Apache-2.0", "CC0-1.0");

    @Test
    void shipsEveryModelWithThePinnedChecksumAndSize() throws IOException {
        for (ModelCard card : ModelCatalogue.cards()) {
            try (InputStream in = FaceDetectors.class.getResourceAsStream(card.resource())) {
                byte[] bytes = Objects.requireNonNull(in, card.resource()).readAllBytes();
                assertEquals(card.sha256(), Checksum.sha256(bytes), card.name());
                assertEquals(card.bytes(), bytes.length, card.name());
            }
        }
    }

    @Test
    void shipsOnlyWeightsWhoseLicencePermitsUse() {
        for (ModelCard card : ModelCatalogue.cards()) {
            assertTrue(LICENCES_THAT_PERMIT_USE.contains(card.weightsLicence()), card.name());
            assertTrue(
                    card.lineage()
                            .matches(
                                    "(Trained on (WIDER FACE|COCO|drawn plates|about 3 million faces)|Trained from nothing|PP-OCRv4).*"),
                    card.name());
        }
    }

    @Test
    void namesArchivesAsNpmDoes() {
        NpmPackage faceApi =
                (NpmPackage) ModelCatalogue.ssd().sources().getFirst().source();
        assertEquals("vladmandic-face-api-1.7.15.tgz", faceApi.archiveName());
    }
}
