package salesconveyor.engine;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which running cases stand alike: at the same steps, with the same timers, messages, failures and local values.
 * Whether a case can be moved depends on these alone, so that of thousands only one of each kind has to be tried.
 */
@Component
class CasePlaces {
    private record Part(String instance, String kind, String what, int state) {}

    private final JdbcClient jdbc;

    CasePlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return by process instance what is the same for those that stand alike */
    Map<String, String> of(String definition) {
        return jdbc.sql("""
                        select PROC_INST_ID_ as instance, 'step' as kind, coalesce(ACT_ID_, '') as what,
                               8 * case when IS_SCOPE_ then 1 else 0 end + 4 * case when IS_CONCURRENT_ then 1 else 0 end
                               + 2 * case when IS_ACTIVE_ then 1 else 0 end + case when IS_EVENT_SCOPE_ then 1 else 0 end as state
                        from ACT_RU_EXECUTION where PROC_DEF_ID_ = :definition
                        union all
                        select PROCESS_INSTANCE_ID_, 'job', coalesce(JOB_DEF_ID_, ''), 0
                        from ACT_RU_JOB where PROCESS_DEF_ID_ = :definition
                        union all
                        select PROC_INST_ID_, 'failure', coalesce(ACTIVITY_ID_, ''), 0
                        from ACT_RU_INCIDENT where PROC_DEF_ID_ = :definition
                        union all
                        select place.PROC_INST_ID_, 'event', coalesce(event.ACTIVITY_ID_, ''), 0
                        from ACT_RU_EVENT_SUBSCR event join ACT_RU_EXECUTION place on place.ID_ = event.EXECUTION_ID_
                        where place.PROC_DEF_ID_ = :definition
                        union all
                        select place.PROC_INST_ID_, 'value', variable.NAME_, 0
                        from ACT_RU_VARIABLE variable join ACT_RU_EXECUTION place on place.ID_ = variable.EXECUTION_ID_
                        where place.PROC_DEF_ID_ = :definition and place.ID_ <> place.PROC_INST_ID_ and variable.TASK_ID_ is null
                        """).param("definition", definition).query(Part.class).list().stream()
                .filter(part -> part.instance() != null)
                .collect(Collectors.groupingBy(
                        Part::instance,
                        Collectors.mapping(
                                part -> part.kind() + " " + part.what() + " " + part.state(),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        parts -> parts.stream().sorted().collect(Collectors.joining("\n"))))));
    }
}
