/** Opens files through libav, gives frames with exact time and writes video. No FFmpeg type leaves it. */
@NullMarked
package garim.engine.media;

import org.jspecify.annotations.NullMarked;
