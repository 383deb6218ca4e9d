package id.satuatap.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::9, 20010db800010002/64",
        "203.0.113.7, 203.0.113.7"
    })
    void an_ipv6_subscriber_is_one_address(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }
}
