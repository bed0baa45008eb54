package salesconveyor.engine.lint;

import static salesconveyor.engine.lint.BpmnFile.camunda;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Whoever gets a task finds its form, its role, its due date, and what to do. */
final class TaskRules {
    private static final String PAGE = "embedded:/forms/";

    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.broken("task.form", (file, known, report) -> {
                file.all(UserTask.class).forEach(task -> form(task, task.getId(), true, known, report));
                file.all(StartEvent.class).forEach(start -> form(start, start.getId(), false, known, report));
            }),
            Rule.broken("task.latest", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> StepRules.isPinned(camunda(task, "formRefBinding")))
                    .forEach(task ->
                            report.say(task.getId(), "bind the latest form: an owner deploys one file at a time."))),
            Rule.broken("task.role", (file, known, report) -> file.all(UserTask.class)
                    .forEach(task -> {
                        String group = camunda(task, "candidateGroups");
                        if (group == null || !known.isRole(group)) {
                            report.say(task.getId(), "nobody would get this task: there is no role %s.", group);
                        }
                    })),
            Rule.unusual("task.lane", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> !file.lane(task)
                            .map(lane -> lane.getId().equals(camunda(task, "candidateGroups")))
                            .orElse(false))
                    .forEach(task ->
                            report.say(task.getId(), "the task should lie in the lane of the role that does it."))),
            Rule.unusual("task.due", missing("dueDate", "say until when it is to be done (due date).")),
            Rule.unusual("task.priority", missing("priority", "say how urgent it is (priority).")),
            Rule.unusual("task.help", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> !BpmnFile.isDocumented(task))
                    .forEach(task ->
                            report.say(task.getId(), "tell a newcomer to the role what to do (documentation)."))));

    private TaskRules() {}

    private static Rule.Check<BpmnFile> missing(String attribute, String sentence) {
        return (file, known, report) -> file.all(UserTask.class).stream()
                .filter(task -> camunda(task, attribute) == null)
                .forEach(task -> report.say(task.getId(), sentence));
    }

    private static void form(ModelElementInstance element, String id, boolean needed, Known known, Rule.Report report) {
        String form = camunda(element, "formRef");
        String page = camunda(element, "formKey");
        String name = form == null ? page : form;
        if (name == null) {
            if (needed) {
                report.say(id, "the task needs a form.");
            }
        } else if (!name.contains("${") && !exists(form, page, known)) {
            report.say(id, "the form %s is not there; deploy it first or together with the model.", name);
        }
    }

    private static boolean exists(@Nullable String form, @Nullable String page, Known known) {
        return form != null
                ? known.isForm(form)
                : page != null && page.startsWith(PAGE) && known.isPage(page.substring(PAGE.length()));
    }
}
