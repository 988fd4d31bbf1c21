package org.tocsin.processor.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.tocsin.processor.OperatorException;

/**
 * The ports of the embedded stack, all on 127.0.0.1: the usual ones where they are free, else any free one; on a second
 * try none of the usual.
 *
 * @param broker where clients connect; usually 9092
 * @param controller between broker and controller of the same process; usually 9095, for 9093 and 9094 are
 *     Alertmanager's
 * @param registry HTTP of the schema registry; usually 8081
 */
record Ports(int broker, int controller, int registry) {
    static final String HOST = "127.0.0.1";

    private static final Ports USUAL = new Ports(9092, 9095, 8081);

    /** Ports that are free now. Another program may still take one before it is bound. */
    static Ports choose() {
        Set<Integer> taken = new HashSet<>();
        return new Ports(free(USUAL.broker, taken), free(USUAL.controller, taken), free(USUAL.registry, taken));
    }

    /** Free ports that no program usually takes. */
    static Ports chooseOthers() {
        Set<Integer> taken = new HashSet<>();
        return new Ports(other(taken), other(taken), other(taken));
    }

    /** False when another program has taken one of them. */
    boolean areFree() {
        return isFree(broker) && isFree(controller) && isFree(registry);
    }

    private static int free(int usual, Set<Integer> taken) {
        return isFree(usual) && taken.add(usual) ? usual : other(taken);
    }

    private static int other(Set<Integer> taken) {
        int port = anyFree();
        while (!taken.add(port)) {
            port = anyFree();
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As Kafka and Vert.x do: connections of an earlier run in TIME_WAIT don't make a port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new OperatorException("no free port on " + HOST + ": " + e.getMessage(), e);
        }
    }
}
