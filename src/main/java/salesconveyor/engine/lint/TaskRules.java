package salesconveyor.engine.lint;

import static salesconveyor.engine.lint.BpmnFile.bean;
import static salesconveyor.engine.lint.BpmnFile.camunda;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import salesconveyor.shared.Sentence;

/** Whoever gets a task finds its form, its role, its due date, and what to do. */
final class TaskRules {
    private static final String PAGE = "embedded:/forms/";

    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.broken("task.form", (file, known, report) -> {
                file.all(UserTask.class).forEach(task -> form(task, true, known, report));
                file.all(StartEvent.class).forEach(start -> form(start, false, known, report));
            }),
            Rule.broken("task.latest", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> StepRules.isPinned(camunda(task, "formRefBinding")))
                    .forEach(task -> report.say(
                            task,
                            new Sentence("the form is bound to one of its versions."),
                            new Sentence("Bind the latest version, because an owner deploys one file at a time.")))),
            Rule.broken("task.role", (file, known, report) -> file.all(UserTask.class)
                    .forEach(task -> {
                        String group = camunda(task, "candidateGroups");
                        if (group == null
                                || !Stream.of(group.split("\\s*,\\s*")).allMatch(known::isRole)) {
                            report.say(
                                    task,
                                    new Sentence(
                                            "nobody would get this task, because there is no role {0}.",
                                            String.valueOf(group)),
                                    new Sentence("Name a role as its candidate group, like callers or managers."));
                        }
                    })),
            Rule.unusual("task.lane", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> !file.lane(task)
                            .map(lane -> lane.getId().equals(camunda(task, "candidateGroups")))
                            .orElse(false))
                    .forEach(task -> report.say(
                            task,
                            new Sentence("the task lies in the lane of another role."),
                            new Sentence("Move it into the lane of the role that does it.")))),
            Rule.unusual(
                    "task.due",
                    missing(
                            "dueDate",
                            new Sentence("nobody knows until when it is to be done."),
                            new Sentence("Set a due date."))),
            Rule.unusual(
                    "task.priority",
                    missing(
                            "priority",
                            new Sentence("nobody knows how urgent it is."),
                            new Sentence("Set a priority."))),
            Rule.unusual("task.help", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> !BpmnFile.isDocumented(task))
                    .forEach(task -> report.say(
                            task,
                            new Sentence("a newcomer does not know what to do here."),
                            new Sentence("Say it in the documentation of the task.")))));

    private TaskRules() {}

    private static Rule.Check<BpmnFile> missing(String attribute, Sentence wrong, Sentence mend) {
        return (file, known, report) -> file.all(UserTask.class).stream()
                .filter(task -> camunda(task, attribute) == null)
                .forEach(task -> report.say(task, wrong, mend));
    }

    private static void form(ModelElementInstance element, boolean needed, Known known, Rule.Report report) {
        String form = camunda(element, "formRef");
        String page = camunda(element, "formKey");
        if (needed && form == null && page == null) {
            report.say(
                    element,
                    new Sentence("the task has no form."),
                    new Sentence("Name the form that is filled in here."));
        }
        // The case may choose among forms, each of which was judged; a page is one of ours.
        if (form != null && bean(form) == null && !known.isForm(form)) {
            missing(element, form, report);
        }
        if (page != null && !(page.startsWith(PAGE) && known.isPage(page.substring(PAGE.length())))) {
            missing(element, page, report);
        }
    }

    private static void missing(ModelElementInstance element, String form, Rule.Report report) {
        report.say(
                element,
                new Sentence("there is no form {0}.", form),
                new Sentence("Deploy it first or together with the model, or name another one."));
    }
}
