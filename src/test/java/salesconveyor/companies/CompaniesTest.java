package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.engine.Refused;

@ConveyorTest
class CompaniesTest {
    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNameThatIsTooLongIsRefusedInWordsThatAreTranslatedAsAWhole() {
        assertThatThrownBy(() -> companies.add("x".repeat(1000)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The name of the company is longer");
    }

    @Test
    void aCompanyThatComesAgainIsRecognisedAndItsCardCompleted() {
        var first = CompanyFacts.of("Recognised AG").with(Fact.WEBSITE, "https://recognised.example.com");
        String number = companies.recognise(first, "a list", "marketer");
        var again = CompanyFacts.of("Recognised Holding")
                .with(Fact.EMAIL, "Anna@recognised.example.com")
                .with(Fact.WEBSITE, "www.recognised.example.com/en")
                .with(Fact.PHONE, "030 9018255");
        assertThat(companies.match(again)).contains(new Match(number, Match.By.WEB_DOMAIN));
        assertThat(companies.recognise(again, "they called", "head")).isEqualTo(number);
        Company card = companies.get(number);
        assertThat(card.name()).isEqualTo("Recognised AG");
        assertThat(card.website()).as("not overwritten").isEqualTo("https://recognised.example.com");
        assertThat(card.email()).isEqualTo("anna@recognised.example.com");
        assertThat(facts(number))
                .containsExactlyInAnyOrder(
                        "website a list marketer", "email they called head", "phone they called head");
    }

    @Test
    void twoCardsOfOneCompanyKnowEachOther() {
        String one = companies.add(CompanyFacts.of("Twin One").with(Fact.PHONE, "+49 30 9018266"), "web", null);
        String other = companies.add(CompanyFacts.of("Twin Two"), "web", null);
        assertThat(companies.cards(other)).containsExactly(other);
        companies.learn(other, Map.of("phone", "030 9018266"), "their imprint", "researcher");
        assertThat(companies.cards(other)).containsExactly(other, one);
        companies.learn(one, Map.of("taxNumber", "DE136695976"), "their imprint", "researcher");
        companies.learn(other, Map.of("taxNumber", "DE129273398"), "their imprint", "researcher");
        assertThat(companies.cards(other)).as("two tax numbers").containsExactly(other);
    }

    @Test
    void whatIsNotWellFormedIsRefusedAndNothingIsWritten() {
        long before = count();
        var facts = CompanyFacts.of("Refused Ltd").with(Fact.EMAIL, "nobody");
        assertThatThrownBy(() -> companies.add(facts, "web", null)).isInstanceOf(Refused.class);
        assertThat(companies.match(facts)).isEmpty();
        assertThat(count()).isEqualTo(before);
        String number = companies.add("Refused Ltd");
        assertThatThrownBy(() -> companies.learn(number, Map.of("industry", "x".repeat(201)), "web", null))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aNewClientIsOfTheClassNew() {
        String number = companies.add("Classy Ltd");
        assertThat(companies.clientClass(number)).isEqualTo("NEW");
        companies.classify(number, "A");
        assertThat(companies.get(number).clientClass()).isEqualTo("A");
        assertThatThrownBy(() -> companies.classify(number, "Z")).isInstanceOf(IllegalArgumentException.class);
    }

    private long count() {
        return jdbc.sql("select count(*) from company").query(Long.class).single();
    }

    private java.util.List<String> facts(String number) {
        return jdbc.sql("select field || ' ' || source || ' ' || author from company_fact where company_number = ?")
                .param(number)
                .query(String.class)
                .list();
    }
}
