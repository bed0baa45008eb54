package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;

/** Whoever says no once is left alone in every case. */
@ConveyorTest
class ContactingTest {
    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Contacting contacting;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    JdbcClient jdbc;

    private String company;

    @BeforeEach
    void aCompany() {
        company = companies.add("Quiet " + UUID.randomUUID());
    }

    @AfterEach
    void tidy() {
        runtime.createProcessInstanceQuery()
                .variableValueEquals("companyNumber", company)
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void aRefusalInOneCaseEndsTheOtherCaseOfTheCompanyAtOnce() {
        String lead = lead(company);
        String mine = sale(company, "L-2026-810001");
        String other = companies.add("Loud Ltd");
        String foreign = sale(other, "L-2026-810002");
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceId(mine)
                        .taskDefinitionKey("warmUpCall")
                        .singleResult()
                        .getId(),
                Map.of("outcome", "DO_NOT_CALL", "saleNotes", "x".repeat(3000)));
        assertThat(suppressions.contains(company)).isTrue();
        assertThat(runs(lead)).as("the lead of the same company").isFalse();
        assertThat(runs(mine)).as("the sale whose manager was told").isFalse();
        assertThat(runs(foreign)).as("another company's sale").isTrue();
        assertThat(jdbc.sql("select result from sale where opportunity_number = 'L-2026-810001'")
                        .query(String.class)
                        .single())
                .isEqualTo("SUPPRESSED");
        runtime.deleteProcessInstance(foreign, "test");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY,   true,  true,  true,  true,  false",
        "PHONE,     false, true,  false, false, false",
        "MAIL,      false, false, true,  false, true",
        "MARKETING, false, false, false, true,  true"
    })
    void eachScopeForbidsItsOwnKindOfContact(
            ContactScope scope, boolean all, boolean phone, boolean mail, boolean marketing, boolean goesOn) {
        String lead = lead(company);
        contacting.forbid(company, scope, "asked us", null);
        contacting.forbid(company, scope, "asked us again", null);
        assertThat(suppressions.contains(company)).isEqualTo(all);
        assertThat(suppressions.forbids(company, ContactScope.PHONE)).isEqualTo(phone);
        assertThat(suppressions.forbids(company, ContactScope.MAIL)).isEqualTo(mail);
        assertThat(suppressions.forbids(company, ContactScope.MARKETING)).isEqualTo(marketing);
        assertThat(runs(lead)).isEqualTo(goesOn);
    }

    private String lead(String of) {
        String number = opportunities.add(of, "LIST");
        return runtime.startProcessInstanceByKey("acquireClient", number, Map.of("companyNumber", of))
                .getId();
    }

    private String sale(String of, String number) {
        return runtime.startProcessInstanceByKey(
                        "sellToClient", number, Map.of("companyNumber", of, "repeatOrder", false, "manager", "manager"))
                .getId();
    }

    private boolean runs(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
    }
}
