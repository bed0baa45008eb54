// The first screen: the bottleneck in words, the belt with its heat, the funnel.
import { colour, element, HEATS, moment, number, share, span } from './figures.js';
import { say } from './words.js';

export function bottleneck(place, overview) {
  const found = overview.bottleneck;
  place.textContent = '';
  place.className = 'cv-card cv-neck';
  element('h2', found.sentence, place);
  element('p', found.reason, place);
  if (found.advice) {
    const advice = element('p', '', place, { className: 'cv-advice' });
    element('b', `${say('What to do')}: `, advice);
    element('span', found.advice, advice);
  }
}

export function belt(place, overview, kind) {
  const heat = HEATS[kind];
  const neck = overview.bottleneck.found;
  const largest = Math.max(0, ...overview.stages.flatMap(stage => stage.stations.map(station => heat.of(station) || 0)));
  place.textContent = '';
  place.className = 'cv-belt';
  overview.stages.forEach((stage, i) => {
    const column = element('div', '', place, { className: 'cv-stage' });
    const head = element('div', '', column, { className: 'cv-stage-head' });
    element('b', `${i + 1}. ${stage.name}`, head);
    element('span', stage.cases === 0
      ? say('no case in this time')
      : say('{0} cases: waited {1}, worked on {2}', number(stage.cases), span(stage.waitMedian), span(stage.touchMedian)), head);
    stage.stations.forEach(station => {
      const isNeck = neck && neck.process === station.process && neck.station === station.station;
      const tile = element('div', '', column, { className: isNeck ? 'cv-tile cv-is-neck' : 'cv-tile' });
      tile.style.background = colour(heat.of(station), largest);
      tile.title = describe(station);
      element('span', station.name, tile, { className: 'cv-name' });
      element('span', station.queue.open > 0 ? say('{0} now', number(station.queue.open)) : '', tile, { className: 'cv-now' });
      element('b', heat.write(heat.of(station)), tile);
    });
  });
}

function describe(station) {
  return [
    `${station.name} (${station.roleTitle})`,
    `${say('Waiting')}: ${span(station.times.waitMedian)} / ${span(station.times.waitP90)}`,
    `${say('Work')}: ${span(station.times.touchMedian)} / ${span(station.times.touchP90)}`,
    `${say('Done')}: ${number(station.times.done)}`,
    `${say('Stands here now')}: ${number(station.queue.open)}${station.queue.open ? `, ${say('oldest since')} ${moment(station.queue.oldest)}, ${say('half are older than {0}', span(station.queue.ageMedian))}` : ''}`
  ].join('\n');
}

export const STEPS = [
  ['found', 'Found'], ['reached', 'Spoken to'], ['passed', 'Handed to a manager'], ['accepted', 'Accepted'],
  ['proposed', 'Proposal sent'], ['won', 'Won'], ['served', 'Served']
];

export function funnel(place, answer) {
  const row = answer.rows[0];
  place.textContent = '';
  place.className = 'cv-card cv-funnel';
  const head = element('h3', say('Of what was found from {0} to {1}, how far it came until now', moment(answer.period.from, false), moment(new Date(answer.period.until) - 1, false)), place);
  head.title = say('All without repeat orders');
  const bars = element('div', '', place, { className: 'cv-bars' });
  STEPS.forEach(([key, title], i) => {
    const before = i === 0 ? null : row[STEPS[i - 1][0]];
    const step = element('div', '', bars, { className: 'cv-step' });
    const bar = element('div', '', step, { className: 'cv-bar-place' });
    element('i', '', bar).style.height = `${row.found ? Math.max(2, (100 * row[key]) / row.found) : 2}%`;
    element('b', number(row[key]), step);
    element('span', say(title), step);
    element('small', before ? say('{0} of the step before', share(row[key] / before)) : '', step);
  });
}

export function cards(place, overview) {
  const all = overview.stages.flatMap(stage => stage.stations);
  const sum = of => all.reduce((total, station) => total + of(station), 0);
  const promised = sum(station => station.times.promised);
  place.textContent = '';
  place.className = 'cv-cards';
  card(place, say('Cycle time, found to closed'), span(overview.cycle.median),
    say('median of {0} ended cases; nine of ten took at most {1}', number(overview.cycle.cases), span(overview.cycle.p90)));
  card(place, say('Promises broken'), promised ? share(sum(station => station.times.late) / promised) : '–',
    say('of {0} tasks with a due date; {1} are overdue now', number(promised), number(sum(station => station.queue.overdue))));
  card(place, say('Stands at stations now'), number(sum(station => station.queue.open)),
    say('{0} of them taken by nobody', number(sum(station => station.queue.untaken))));
  const little = overview.little;
  card(place, say('Check by Little’s law'), little.deviation === null ? '–' : share(little.deviation),
    say('{0} cases ran on average; {1} a day for {2} each make {3}', number(little.standing, 1), number(little.arrivingADay, 1), span(little.staySeconds), number(little.expected, 1)));
}

function card(place, title, figure, text) {
  const made = element('div', '', place, { className: 'cv-card cv-figure' });
  element('span', title, made);
  element('b', figure, made);
  element('small', text, made);
}
