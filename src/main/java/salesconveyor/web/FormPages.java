package salesconveyor.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import salesconveyor.shared.Texts;

/** Serves the embedded forms, which Tasklist loads, in the language of this installation. */
@RestController
class FormPages {
    private final SpringTemplateEngine templates;
    private final Texts texts;

    FormPages(SpringTemplateEngine templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    @GetMapping(path = "/forms/{name:[A-Za-z]+}.html", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(@PathVariable String name) {
        if (getClass().getResource("/forms/" + name + ".html") == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return templates.process("forms/" + name, new Context(texts.locale()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Templates {
        @Bean
        SpringResourceTemplateResolver formTemplates() {
            var resolver = new SpringResourceTemplateResolver();
            resolver.setPrefix("classpath:/");
            resolver.setSuffix(".html");
            resolver.setResolvablePatterns(java.util.Set.of("forms/*"));
            resolver.setCharacterEncoding("UTF-8");
            resolver.setOrder(0);
            return resolver;
        }
    }
}
