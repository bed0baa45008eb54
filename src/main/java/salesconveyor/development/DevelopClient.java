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
    static final Variable<Integer> CONTACT_IN_DAYS = Variable.integer("contactInDays");
    static final Variable<String> CONTACT_DUE = Variable.string("contactDue"); // ISO date and time with offset
    static final Variable<String> CONTACT_STEP = Variable.string("contactStep"); // answers what the contact brought

    // Shown on the form, for the task alone.
    static final Variable<String> CLIENT_NAME = Variable.string("clientName");
    static final Variable<String> CLIENT_CARD = Variable.string("clientCard");
    static final Variable<String> CLIENT_RHYTHM = Variable.string("clientRhythm");
    static final Variable<String> CLIENT_BOUGHT = Variable.string("clientBought");
    static final Variable<String> CLIENT_GAP = Variable.string("clientGap");
    static final Variable<String> CLIENT_STORY = Variable.string("clientStory");

    @Bean
    JavaDelegate classifyClient(Classifying classifying) {
        return execution -> {
            var standing = classifying.classify(COMPANY_NUMBER.get(execution));
            CONTACT_ALLOWED.set(execution, standing.contactAllowed());
            CLIENT_CLASS.set(execution, standing.clientClass());
            DAYS_SINCE_DELIVERY.set(execution, standing.daysSinceDelivery());
            DAYS_TO_NEXT_ORDER.set(execution, standing.daysToNextOrder());
        };
    }

    @Bean
    JavaDelegate planContact(Classifying classifying) {
        return execution -> CONTACT_DUE.set(
                execution,
                classifying.contactDue(CONTACT_IN_DAYS.get(execution)).toString());
    }

    @Bean
    TaskListener loadContact(ClientReading reading) {
        return task -> {
            var page = reading.page(COMPANY_NUMBER.get(task));
            CLIENT_NAME.setLocal(task, page.name());
            CLIENT_CARD.setLocal(task, page.card());
            CLIENT_RHYTHM.setLocal(task, page.rhythm());
            CLIENT_BOUGHT.setLocal(task, page.bought());
            CLIENT_GAP.setLocal(task, page.gap());
            CLIENT_STORY.setLocal(task, page.story());
        };
    }

    @Bean
    TaskListener recordContact(AccountKeeping keeping, Clients clients) {
        return task -> {
            CONTACT_STEP.set(task, keeping.record(COMPANY_NUMBER.get(task), FormValues.of(task), task.getAssignee()));
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
