/**
 * Finds cameras that speak ONVIF on the local network and asks them for the addresses of their streams.
 *
 * <p>Nothing that a camera answers is trusted: answers are bounded, XML is read without document types or other files, and a
 * password is only sent as a digest.
 */
@NullMarked
package garim.live.onvif;

import org.jspecify.annotations.NullMarked;
