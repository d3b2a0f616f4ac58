package garim.models;

/** A package of a public registry that carries weights, pinned by version. */
public sealed interface PublishedPackage permits NpmPackage, MavenJar {
    /** The registry's kind, {@code npm} or {@code maven}. */
    String registry();

    /** Name and version as the registry's client takes them. */
    String coordinates();
}
