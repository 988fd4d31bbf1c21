package org.tocsin.bench.merge;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of the calling thread since the start, which other work on the machine does not lengthen, and wall time. */
record CpuTime(long cpuNanos, long wallNanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static CpuTime start() {
        return new CpuTime(THREADS.getCurrentThreadCpuTime(), System.nanoTime());
    }

    double microseconds() {
        return (THREADS.getCurrentThreadCpuTime() - cpuNanos) / 1e3;
    }

    double wallMicroseconds() {
        return (System.nanoTime() - wallNanos) / 1e3;
    }
}
