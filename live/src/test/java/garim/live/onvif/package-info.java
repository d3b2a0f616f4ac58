/** What a search for cameras finds and what it does not believe, against a device that is made up. */
@NullMarked
package garim.live.onvif;

import org.jspecify.annotations.NullMarked;
