package salesconveyor.development;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/developClient.bpmn. The business key is the client's company number. */
@ProcessModel("developClient")
class DevelopClient {
    static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");
    static final Variable<String> ACCOUNT_MANAGER = Variable.string("accountManager"); // empty: the whole group
    static final Variable<Boolean> CONTACT_ALLOWED = Variable.bool("contactAllowed"); // answers "May we contact?"
    static final Variable<ClientClass> CLIENT_CLASS = Variable.key("clientClass", ClientClass.class);
    static final Variable<Integer> DAYS_SINCE_DELIVERY = Variable.integer("daysSinceDelivery");
    static final Variable<Integer> DAYS_TO_NEXT_ORDER = Variable.integer("daysToNextOrder");
    static final Variable<Integer> DAYS_TO_ALARM = Variable.integer("daysToAlarm");
    static final Variable<Integer> CONTACT_IN_DAYS = Variable.integer("contactInDays");
    static final Variable<String> CONTACT_DUE = Variable.string("contactDue"); // ISO date and time with offset
    static final Variable<String> CONTACT_STEP = Variable.string("contactStep"); // answers what the contact brought

    // Shown on the form, for the task alone.
    static final Variable<String> CLIENT_NAME = Variable.string("clientName");
    static final Variable<String> CLIENT_CARD = Variable.string("clientCard");
    static final Variable<String> CLIENT_REASON = Variable.string("clientReason");
    static final Variable<String> CLIENT_FACTS = Variable.string("clientFacts");
    static final Variable<String> CLIENT_RHYTHM = Variable.string("clientRhythm");
    static final Variable<String> CLIENT_BOUGHT = Variable.string("clientBought");
    static final Variable<String> CLIENT_GAP = Variable.string("clientGap");
    static final Variable<String> CLIENT_STORY = Variable.string("clientStory");
    static final Variable<String> GAP_SKUS = Variable.string("gapSkus"); // the products offered, one a line
    // The words of each of them, empty where there are fewer.
    static final Variable<String> GAP_PRODUCT_1 = Variable.string("gapProduct1");
    static final Variable<String> GAP_PRODUCT_2 = Variable.string("gapProduct2");
    static final Variable<String> GAP_PRODUCT_3 = Variable.string("gapProduct3");
    static final Variable<String> GAP_PRODUCT_4 = Variable.string("gapProduct4");
    static final Variable<String> GAP_PRODUCT_5 = Variable.string("gapProduct5");

    @Bean
    JavaDelegate classifyClient(Classifying classifying) {
        return execution -> {
            var standing = classifying.classify(COMPANY_NUMBER.get(execution));
            CONTACT_ALLOWED.set(execution, standing.contactAllowed());
            CLIENT_CLASS.set(execution, standing.clientClass());
            DAYS_SINCE_DELIVERY.set(execution, standing.daysSinceDelivery());
            DAYS_TO_NEXT_ORDER.set(execution, standing.daysToNextOrder());
            DAYS_TO_ALARM.set(execution, standing.daysToAlarm());
        };
    }

    @Bean
    JavaDelegate planContact(Classifying classifying) {
        return execution -> CONTACT_DUE.set(
                execution,
                classifying
                        .contactDue(CONTACT_IN_DAYS.get(execution), DAYS_TO_ALARM.find(execution))
                        .toString());
    }

    @Bean
    TaskListener loadContact(ClientReading reading) {
        return task -> {
            var page = reading.page(COMPANY_NUMBER.get(task));
            CLIENT_NAME.setLocal(task, page.name());
            CLIENT_CARD.setLocal(task, page.card());
            CLIENT_REASON.setLocal(task, page.reason());
            CLIENT_FACTS.setLocal(task, page.facts());
            CLIENT_RHYTHM.setLocal(task, page.rhythm());
            CLIENT_BOUGHT.setLocal(task, page.bought());
            CLIENT_GAP.setLocal(task, page.gap());
            CLIENT_STORY.setLocal(task, page.story());
            GAP_SKUS.setLocal(task, String.join("\n", page.skus()));
            GAP_PRODUCT_1.setLocal(task, page.product(1));
            GAP_PRODUCT_2.setLocal(task, page.product(2));
            GAP_PRODUCT_3.setLocal(task, page.product(3));
            GAP_PRODUCT_4.setLocal(task, page.product(4));
            GAP_PRODUCT_5.setLocal(task, page.product(5));
        };
    }

    @Bean
    TaskListener recordContact(AccountKeeping keeping, Clients clients) {
        return task -> {
            CONTACT_STEP.set(
                    task,
                    keeping.record(
                            COMPANY_NUMBER.get(task), GAP_SKUS.find(task), FormValues.of(task), task.getAssignee()));
            ACCOUNT_MANAGER.set(task, clients.get(COMPANY_NUMBER.get(task)).accountManager());
        };
    }

    @Bean
    JavaDelegate requestRepeatOrder(AccountKeeping keeping) {
        return execution -> keeping.requestRepeatOrder(COMPANY_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate stopDevelopment(Clients clients) {
        return execution -> clients.state(COMPANY_NUMBER.get(execution), Client.State.CONTACT_FORBIDDEN);
    }

    @Bean
    JavaDelegate cancelDevelopment(Clients clients) {
        return execution -> clients.state(COMPANY_NUMBER.get(execution), Client.State.CANCELLED);
    }
}
