/**
 * Opens files through libav, gives frames with exact time and writes video. No FFmpeg type leaves it.
 *
 * <p>{@link garim.engine.media.VideoReader} delivers the same frames on every run, also of damaged files;
 * {@link garim.engine.media.VideoWriter} writes the same bytes for the same frames and settings. Native objects belong to
 * a {@code NativeScope} that the reader or writer closes.
 */
@NullMarked
package garim.engine.media;

import org.jspecify.annotations.NullMarked;
