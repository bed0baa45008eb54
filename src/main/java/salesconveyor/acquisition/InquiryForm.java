package salesconveyor.acquisition;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What a visitor sent us, as it came.
 *
 * @param homepage a trap: people do not see the field, machines fill it in
 * @param consentVersion the version of the words that the form showed, see {@link ConsentWords}
 * @param newsVersion the same of the box for news; asked for only when it is ticked
 * @param mailing the token of a mailing's personal link
 */
public record InquiryForm(
        @Nullable String company,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String message,
        @Nullable String consent,
        @Nullable String news,
        @Nullable String homepage,
        @JsonProperty("m") @BindParam("m") @Nullable String mailing,

        @JsonProperty("utm_source") @BindParam("utm_source") @Nullable
        String source,

        @JsonProperty("utm_medium") @BindParam("utm_medium") @Nullable
        String medium,

        @JsonProperty("utm_campaign") @BindParam("utm_campaign") @Nullable
        String campaign,

        @JsonProperty("consent_version") @BindParam("consent_version") @Nullable
        String consentVersion,

        @JsonProperty("news_version") @BindParam("news_version") @Nullable
        String newsVersion) {

    boolean isTrap() {
        return homepage != null && !homepage.isBlank();
    }

    boolean agrees() {
        return ticked(consent);
    }

    public boolean wantsNews() {
        return ticked(news);
    }

    private static boolean ticked(@Nullable String box) {
        return box != null && !box.isBlank() && !box.equalsIgnoreCase("false");
    }
}
