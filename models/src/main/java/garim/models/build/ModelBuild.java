package garim.models.build;

import garim.models.Checksum;
import garim.models.ModelCard;
import garim.models.ModelCatalogue;
import garim.models.ModelErrorCode;
import garim.models.ModelException;
import garim.models.PackedFile;
import garim.models.TextModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts every model of the catalogue, converted, and the demo photographs into a class folder. */
final class ModelBuild {
    private final FileCache cache;
    private final PackageFiles files;
    private final Path target;

    /**
     * Creates a build.
     *
     * @param cache holds fetched and converted files
     * @param files where the published files come from
     * @param classes root of the class path folder to write to
     */
    ModelBuild(FileCache cache, PackageFiles files, Path classes) {
        this.cache = cache;
        this.files = files;
        this.target = classes.resolve("garim").resolve("models");
    }

    /** Writes whatever is not yet there; fetches each package at most once. */
    void run() {
        List<PackedFile> wanted = new ArrayList<>();
        List<ModelCard> unbuilt = new ArrayList<>();
        for (ModelCard card : ModelCatalogue.cards()) {
            if (!place(target.resolve(card.resource()), card.sha256())) {
                unbuilt.add(card);
                wanted.addAll(card.sources());
            }
        }
        List<PackedFile> photographs = ModelCatalogue.demoPhotographs().stream()
                .filter(photo -> !place(target.resolve("demo").resolve(photo.fileName()), photo.sha256()))
                .toList();
        wanted.addAll(photographs);
        Map<PackedFile, byte[]> found = files.fetch(wanted);
        for (ModelCard card : unbuilt) {
            byte[] model = convert(card, found);
            cache.put(card.sha256(), model);
            FileCache.write(target.resolve(card.resource()), model);
        }
        for (PackedFile photo : photographs) {
            byte[] bytes = Objects.requireNonNull(found.get(photo));
            FileCache.write(target.resolve("demo").resolve(photo.fileName()), bytes);
        }
    }

    private boolean place(Path file, String sha256) {
        if (FileCache.readIfIntact(file, sha256).isPresent()) {
            return true;
        }
        Optional<byte[]> cached = cache.find(sha256);
        cached.ifPresent(bytes -> FileCache.write(file, bytes));
        return cached.isPresent();
    }

    private static byte[] convert(ModelCard card, Map<PackedFile, byte[]> found) {
        if (card.sources().isEmpty()) {
            throw failed(card, "the file that the source tree holds is missing or another one");
        }
        List<byte[]> sources = card.sources().stream().map(found::get).toList();
        try {
            byte[] model = converted(card, sources);
            String sha256 = Checksum.sha256(model);
            if (!sha256.equals(card.sha256())) {
                throw failed(card, "its checksum is " + sha256 + ", " + model.length + " bytes");
            }
            return model;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw failed(card, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] converted(ModelCard card, List<byte[]> sources) {
        if (card.equals(TextModels.detection())) {
            return WritingGraph.convert(sources.getFirst());
        }
        if (TextModels.cards().contains(card)) {
            return sources.getFirst();
        }
        if (card.equals(ModelCatalogue.ssd())) {
            return SsdGraph.convert(new WeightsManifest(sources.get(1), sources.get(0)));
        }
        if (card.equals(ModelCatalogue.recognizer())) {
            return RecognizerGraph.convert(sources.get(1), sources.get(0));
        }
        if (card.equals(ModelCatalogue.nanoDet())) {
            return NanoDetGraph.convert(new TensorFlowGraph(sources.get(1), sources.get(0)));
        }
        return UltraFaceGraph.convert(sources.get(0));
    }

    private static ModelException failed(ModelCard card, String reason) {
        String sentence = "The model " + card.name() + " came out of its conversion changed (" + reason
                + "); report this, or pin the new checksum if the converter was changed on purpose.";
        return new ModelException(ModelErrorCode.CONVERSION_FAILED, card.name(), sentence);
    }
}
