package salesconveyor.web;

import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import salesconveyor.shared.Texts;

/** Lets templates say {@code #{'English text'}}: the same words, by the language of the reader. */
@Configuration(proxyBeanMethods = false)
class PageTexts {
    @Bean
    MessageSource messageSource(Texts texts) {
        return new AbstractMessageSource() {
            @Override
            protected MessageFormat resolveCode(String english, Locale locale) {
                return new MessageFormat(texts.say(locale, english), locale);
            }
        };
    }
}
