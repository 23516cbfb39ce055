package dev.portico.outbound.internal;

import java.util.List;

/// Ways to write an address that must not be reached. Many lead to this very machine on one system or another.
final class AddressForms {

    static final List<String> HOSTS = List.of(
            "127.0.0.1",
            "localhost",
            "127.1",
            "127.0.1",
            "2130706433",
            "0x7f000001",
            "017700000001",
            "0x7f.0.0.1",
            "0177.0.0.1",
            "127.0.0.1.",
            "localhost.",
            "0.0.0.0",
            "0",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::7f00:1]",
            "[2002:7f00:1::]",
            "[2001:0:7f00:1::7f00:1]",
            "[fd00:ec2::254]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[fec0::1]",
            "[ff02::1]",
            "[2a00:1450:4001:829:0:5efe:127.0.0.1]",
            "169.254.169.254",
            "2852039166",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "198.18.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "255.255.255.255",
            "\uFF11\uFF12\uFF17.0.0.1",
            "127\u30020\u30020\u30021",
            "localhost\u0000.example.com",
            "user:password@127.0.0.1",
            "example.com@127.0.0.1",
            "127.0.0.1\\@example.com");

    private AddressForms() {}
}
