// The figures behind the first screen, in full.
import { STEPS } from './belt.js';
import { ask, element, moment, number, share, span, table } from './figures.js';
import { say } from './words.js';

export function stations(place, overview) {
  place.textContent = '';
  const days = (new Date(overview.period.until) - new Date(overview.period.from)) / 86400000;
  table(
    place,
    [
      [say('Station')], [say('Role')], [say('Came in'), 1], [say('Done'), 1],
      [say('Waiting: median'), 1], [say('nine of ten'), 1], [say('Work: median'), 1], [say('nine of ten'), 1],
      [say('Sent back'), 1], [say('Late'), 1], [say('Stands now'), 1], [say('Oldest since')], [say('Half are older than'), 1], [say('Stood on average'), 1], [say('by Little’s law'), 1]
    ],
    overview.stages.flatMap(stage => stage.stations).map(one => {
      const stood = one.flow.standingSeconds / (days * 86400);
      const expected = one.times.done ? (one.flow.arrived / days) * (one.times.staySum / one.times.done / 86400) : null;
      return [
        one.name, one.roleTitle, number(one.flow.arrived), number(one.times.done), span(one.times.waitMedian), span(one.times.waitP90),
        span(one.times.touchMedian), span(one.times.touchP90), share(one.returnedShare), share(one.times.lateShare),
        number(one.queue.open), one.queue.open ? moment(one.queue.oldest) : '', one.queue.open ? span(one.queue.ageMedian) : '', number(stood, 1), number(expected, 1)
      ];
    })
  );
  element('h3', say('Cycle time by how cases ended'), place);
  table(
    place,
    [[say('End')], [say('Cases'), 1], [say('Median'), 1], [say('nine of ten'), 1]],
    overview.cycles.map(one => [say(one.outcome), number(one.cases), span(one.median), span(one.p90)])
  );
  element('h3', say('Why this bottleneck'), place);
  table(
    place,
    [[say('Station')], [say('Share of standing time'), 1], [say('Came in for each that left'), 1], [say('Product'), 1]],
    overview.bottleneck.ranking.map(one => [one.name, share(one.share), number(one.load, 2), number(one.share * Math.max(1, one.load), 2)])
  );
}

const BY = { channel: 'Channel', script: 'Call script', role: 'Role', person: 'Person' };

export function funnels(place, question) {
  const label = element('label', `${say('Told apart by')} `, place);
  const by = element('select', '', label);
  Object.entries(BY).forEach(([value, title]) => element('option', say(title), by, { value }));
  const shown = element('div', '', place);
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    shown.textContent = '';
    try {
      const path = by.value === 'person' ? `people?${question()}` : `funnel?by=${by.value}&${question()}`;
      const answer = await ask(`/api/conveyor/${path}`);
      if (mine !== asked) {
        return;
      }
      table(
        shown,
        [[say(BY[by.value])], ...STEPS.map(([, title]) => [say(title), 1]), [say('Won of found'), 1]],
        answer.rows.map(row => [
          row.person ? `${row.person} (${row.title})` : row.title,
          ...STEPS.map(([key]) => number(row[key])),
          share(row.found ? row.won / row.found : null)
        ])
      );
    } catch (problem) {
      if (mine !== asked) {
        return;
      }
      element('p', problem.status === 403 ? say('Figures about people are for heads of sales and administrators.') : problem.message, shown);
    }
  };
  by.addEventListener('change', load);
  load();
  return load;
}
