package salesconveyor.web;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** The sites that may show our inquiry form in a frame or send inquiries from their own: {@code conveyor.inquiry-origins}. */
@Component
class InquiryOrigins {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9-]+(\\.[a-z0-9-]+)*(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final List<String> origins;
    private final String own;

    InquiryOrigins(
            @Value("${conveyor.inquiry-origins:}") List<String> origins,
            @Value("${conveyor.public-url:http://localhost:8080}") String publicUrl) {
        this.origins = origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(InquiryOrigins::checked)
                .toList();
        URI own = URI.create(publicUrl.strip());
        this.own = own.getScheme() + "://" + own.getRawAuthority();
    }

    /** A star or a path would open the door wider, or less, than whoever wrote it believes. */
    private static String checked(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "conveyor.inquiry-origins: \"" + origin
                            + "\" is not an origin; write it like https://www.example.com, without a path, separated by commas");
        }
        return origin;
    }

    /** Behind a proxy our own site may look like a foreign one. */
    CorsConfigurationSource cors() {
        CorsConfiguration inquiries = new CorsConfiguration();
        inquiries.setAllowedOrigins(
                Stream.concat(origins.stream(), Stream.of(own)).toList());
        inquiries.setAllowedMethods(List.of("GET", "POST"));
        inquiries.setAllowedHeaders(List.of("Content-Type", "Accept-Language"));
        inquiries.setAllowCredentials(false);
        inquiries.setMaxAge(3600L);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/public/inquiries/**", inquiries);
        return source;
    }

    /** Only the inquiry form may stand in a frame, and only on these sites. */
    HeaderWriter frames() {
        return (request, response) -> {
            if (request.getRequestURI().equals("/public/inquiry") && !origins.isEmpty()) {
                response.setHeader("Content-Security-Policy", "frame-ancestors 'self' " + String.join(" ", origins));
            } else {
                response.setHeader("X-Frame-Options", "DENY");
            }
        };
    }
}
