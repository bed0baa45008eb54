package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class InquiryOriginsTest {
    private final InquiryOrigins two = origins("https://www.acme.example", " http://localhost:3000 ");

    @ParameterizedTest
    @CsvSource({
        "/public/inquiries, https://www.acme.example, true",
        "/public/inquiries, http://localhost:3000, true",
        "/public/inquiries/consent, https://www.acme.example, true",
        "/public/inquiries, https://sales.our.example, true",
        "/public/inquiries, https://acme.example, false",
        "/public/inquiries, https://www.acme.example.evil.example, false",
        "/public/inquiries, null, false"
    })
    void onlyTheSitesOfTheSettingMaySend(String path, String origin, boolean allowed) {
        var request = new MockHttpServletRequest("POST", path);
        var rules = two.cors().getCorsConfiguration(request);
        assertThat(rules.checkOrigin(origin) != null).isEqualTo(allowed);
        assertThat(rules.getAllowCredentials()).isFalse();
    }

    @Test
    void otherPathsKnowNoOtherSite() {
        assertThat(two.cors().getCorsConfiguration(new MockHttpServletRequest("POST", "/public/unsubscribe/x")))
                .isNull();
    }

    @Test
    void theFormAloneMayStandInAFrame() {
        assertThat(header(two, "/public/inquiry", "Content-Security-Policy"))
                .isEqualTo("frame-ancestors 'self' https://www.acme.example http://localhost:3000");
        assertThat(header(two, "/public/inquiry", "X-Frame-Options")).isNull();
        assertThat(header(two, "/public/unsubscribe/x", "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(two, "/", "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(origins(), "/public/inquiry", "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(origins("", " "), "/public/inquiry", "X-Frame-Options"))
                .isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.acme.example",
                "www.acme.example",
                "https://www.acme.example/",
                "https://www.acme.example/contact",
                "https://user@acme.example",
                "https://a.example; script-src *",
                "javascript:alert(1)",
                "null"
            })
    void aSettingThatIsNoOriginStopsTheStart(String wrong) {
        assertThatThrownBy(() -> origins(wrong)).hasMessageContaining("is not an origin");
    }

    private static InquiryOrigins origins(String... origins) {
        return new InquiryOrigins(List.of(origins), "https://sales.our.example/path");
    }

    private static @Nullable String header(InquiryOrigins origins, String path, String name) {
        var response = new MockHttpServletResponse();
        origins.frames().writeHeaders(new MockHttpServletRequest("GET", path), response);
        return response.getHeader(name);
    }
}
