/** Shows masked cameras in a browser: a page, its fragments over web sockets, and what tells how the cameras are. */
@NullMarked
package garim.live.view;

import org.jspecify.annotations.NullMarked;
