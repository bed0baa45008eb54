// The heat of the last thirty days over the diagram of a process in Cockpit.
import { style } from '/public/conveyor/board.js';
import { paint } from '/public/conveyor/diagram.js';
import { ask, element, HEATS } from '/public/conveyor/figures.js';
import { say } from '/public/conveyor/words.js';

export default [
  {
    id: 'conveyor-heat',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 100,
    render: async (viewer, { processDefinitionId }) => {
      try {
        const process = processDefinitionId.split(':')[0];
        const overview = await ask('/api/conveyor/stations?last=P30D');
        if (process !== 'salesConveyor' && !overview.models.some(model => model.process === process)) {
          return;
        }
        style();
        const control = element('label', `${say('Heat')} ${say('(30 days)')}: `, null, { className: 'cv-control' });
        const kind = element('select', '', control);
        element('option', say('off'), kind, { value: '' });
        Object.entries(HEATS).forEach(([key, heat]) => element('option', say(heat.title), kind, { value: key }));
        kind.value = 'wait';
        kind.addEventListener('change', () => paint(viewer, process, overview, kind.value));
        viewer.get('canvas').getContainer().appendChild(control);
        paint(viewer, process, overview, kind.value);
      } catch (problem) {
        // A diagram without its heat is still a diagram.
        console.error(problem);
      }
    }
  }
];
