package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two are one company. */
class IdentityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # facts of the one           | facts of the other             | recognised by
            n:Acme                       | n:ACME GmbH                    | NAME
            n:ООО «Ромашка»              | n:Ромашка, ООО                 | NAME
            n:Общество с ограниченной ответственностью "Ёж" | n:ООО Еж  | NAME
            n:I.B.M. Corp.               | n:IBM                          | NAME
            n:Acme,c:Berlin              | n:Acme,c:berlin                | NAME
            n:Acme,c:Berlin              | n:Acme                         | NAME
            n:Acme,c:Berlin              | n:Acme,c:Bonn                  | -
            n:Acme,w:acme.de             | n:Acme,w:acme.com              | -
            n:Acme,w:https://www.acme.de | n:Other,w:ACME.de/contact      | WEB_DOMAIN
            n:Acme,w:acme.de             | n:Other,e:anna@acme.de         | WEB_DOMAIN
            n:Acme,w:почта.рф            | n:Other,w:www.почта.рф         | WEB_DOMAIN
            n:Acme,e:anna@gmail.com      | n:Other,e:otto@gmail.com       | -
            n:Acme,e:anna@gmail.com      | n:Other,e:anna@gmail.com       | EMAIL
            n:Acme,w:vk.com/acme         | n:Other,w:vk.com/other         | -
            n:Acme,p:+49 30 901820       | n:Other,p:+49 30 901820        | PHONE
            n:Acme,t:7707083893          | n:Other,t:7707083893           | TAX_NUMBER
            n:Acme,t:7707083893,p:+7 1   | n:Acme,t:7736050003,p:+7 1     | -
            n:Acme,t:7707083893          | n:Acme                         | NAME
            n:GmbH                       | n:Ltd                          | -
            """)
    void recognises(String one, String other, Match.By by) {
        Identity first = Identity.of(facts(one));
        Identity second = Identity.of(facts(other));
        assertThat(first.sameAs(second)).isEqualTo(java.util.Optional.ofNullable(by));
        assertThat(second.sameAs(first)).as("the other way round").isEqualTo(first.sameAs(second));
    }

    @Test
    void whatNoLetterCanPrintIsTakenOut() {
        CompanyFacts facts = CompanyFacts.of(" Ac\u0007me\u00a0\n AG\ufeff").with(Fact.CITY, " \t ");
        assertThat(facts.name()).isEqualTo("Ac me AG");
        assertThat(facts.get(Fact.CITY)).isNull();
    }

    private static CompanyFacts facts(String text) {
        CompanyFacts facts = CompanyFacts.of("");
        for (String part : text.split(",(?=\\w:)")) {
            String value = part.substring(2);
            facts = switch (part.charAt(0)) {
                case 'n' -> new CompanyFacts(value, facts.facts());
                case 'c' -> facts.with(Fact.CITY, value);
                case 'w' -> facts.with(Fact.WEBSITE, value);
                case 'e' -> facts.with(Fact.EMAIL, value);
                case 'p' -> facts.with(Fact.PHONE, value);
                default -> facts.with(Fact.TAX_NUMBER, value);
            };
        }
        return facts;
    }
}
