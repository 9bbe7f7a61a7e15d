package io.entente.platform.audit.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that a request comes from. Of IPv6 it is the first 64 bits of the address, because one client has all addresses that begin
 * with them.
 */
final class ClientNetwork {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** @param address as the container gives it, which is never a name */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV4_BYTES
                    ? HexFormat.of().formatHex(bytes)
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
