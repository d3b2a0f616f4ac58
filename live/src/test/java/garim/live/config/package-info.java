/** What is promised of files, queues and clocks; and fakes of disks and clocks for all tests. */
@NullMarked
package garim.live.config;

import org.jspecify.annotations.NullMarked;
