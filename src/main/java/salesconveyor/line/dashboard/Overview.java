package salesconveyor.line.dashboard;

import java.util.List;

/**
 * The belt at a glance.
 *
 * @param stages with their stations
 * @param models the same by model, for what is drawn on others
 * @param cycle of all cases that ended
 * @param cycles by how they ended
 * @param little the check of the whole line
 */
public record Overview(
        Period period,
        Bottleneck bottleneck,
        List<Stage> stages,
        List<Model> models,
        Cycle cycle,
        List<Cycle> cycles,
        Little little) {}
