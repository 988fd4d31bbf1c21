package org.tocsin.connect.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "10.255.255.255, private",
        "172.16.0.0, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "100.64.0.1, shared by a carrier (CGNAT)",
        "100.127.255.255, shared by a carrier (CGNAT)",
        "169.254.169.254, link-local",
        "0.0.0.0, this network",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "255.255.255.255, reserved or broadcast",
        "::1, loopback",
        "::, unspecified",
        "fe80::1, link-local",
        "fd00::1, unique local",
        "ff02::1, multicast",
        "::ffff:127.0.0.1, loopback",
        "::ffff:a9fe:a9fe, link-local",
        "::127.0.0.1, loopback",
        "2002:7f00:1::, loopback",
        "64:ff9b::10.0.0.1, private"
    })
    void shouldRefuseWhatIsNotThePublicInternet(String address, String name) throws UnknownHostException {
        assertThat(AddressGuard.strict().refusal(address(address))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::1.1.1.1"
            })
    void shouldLetThePublicInternetThrough(String address) throws UnknownHostException {
        assertThat(AddressGuard.strict().refusal(address(address))).isEmpty();
    }

    @Test
    void shouldLetThroughNoMoreThanTheAllowedBlocks() throws UnknownHostException {
        AddressGuard guard = AddressGuard.allowing(List.of("127.0.0.0/8", "10.1.0.0/16"));

        assertThat(guard.refusal(address("127.0.0.1"))).isEmpty();
        assertThat(guard.refusal(address("::ffff:127.0.0.1"))).isEmpty();
        assertThat(guard.refusal(address("10.1.255.1"))).isEmpty();
        assertThat(guard.refusal(address("10.2.0.1"))).contains("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/8", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/x", "", "300.0.0.1/8"})
    void shouldSayWhatABlockLooksLike(String block) {
        assertThatThrownBy(() -> AddressGuard.allowing(List.of(block)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0.0.0/8");
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
