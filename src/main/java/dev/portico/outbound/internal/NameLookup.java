package dev.portico.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Finds the addresses of a name. The system's resolver, outside of tests.
@FunctionalInterface
interface NameLookup {

    InetAddress[] addresses(String name) throws UnknownHostException;
}
