package io.github.ingotvm.download;

import java.time.Duration;

/**
 * What a server may ask of us.
 *
 * @param largest bytes of one file
 * @param spare bytes that stay free on the disk
 * @param silence how long a server may say nothing
 * @param tries how often in a row it may break off without having sent anything new
 */
record DownloadLimits(long largest, long spare, Duration silence, int tries) {
    static final DownloadLimits USUAL = new DownloadLimits(128L << 30, 512L << 20, Duration.ofSeconds(40), 6);
}
