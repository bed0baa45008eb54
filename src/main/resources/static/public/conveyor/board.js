// The page "Conveyor", in Cockpit and for heads of sales.
import { belt, bottleneck, cards, funnel } from './belt.js';
import { cases, incidents } from './cases.js';
import { draw, paint } from './diagram.js';
import { ask, element, HEATS } from './figures.js';
import { funnels, stations } from './tables.js';
import { DEFINITIONS, say } from './words.js';

const TIMES = { PT1H: 'Hour', P1D: 'Day', P7D: 'Week', P30D: '30 days', P90D: '90 days', P365D: 'Year' };

export function style() {
  if (!document.getElementById('cv-style')) {
    document.head.appendChild(Object.assign(document.createElement('link'), { id: 'cv-style', rel: 'stylesheet', href: '/public/conveyor/board.css' }));
  }
}

function choice(parent, entries, chosen, onChoice) {
  const made = element('div', '', parent, { className: 'cv-switch' });
  const buttons = Object.entries(entries).map(([key, title]) => {
    const button = element('button', say(title), made, { type: 'button', className: key === chosen ? 'cv-on' : '' });
    button.addEventListener('click', () => {
      buttons.forEach(one => one.classList.toggle('cv-on', one === button));
      onChoice(key);
    });
    return button;
  });
  return () => buttons.forEach(one => one.classList.remove('cv-on'));
}

function section(parent, title, open = false) {
  const made = element('details', '', parent, { className: 'cv-card', open });
  element('summary', say(title), made);
  return element('div', '', made);
}

// A section whose content is asked for when somebody opens it.
function later(parent, title, fill) {
  const place = section(parent, title);
  place.parentElement.addEventListener('toggle', () => fill(place), { once: true });
  return place;
}

export function show(node, { token = '', repairs = false } = {}) {
  style();
  const state = { question: new URLSearchParams({ last: 'P30D' }), heat: 'wait', overview: null, process: 'salesConveyor', viewer: null };
  const root = element('div', '', node, { className: 'cv' });
  const bar = element('div', '', root, { className: 'cv-top' });
  const problem = element('p', '', root, { className: 'cv-problem', hidden: true });
  const neck = element('section', say('Counting …'), root, { className: 'cv-card cv-neck' });
  const spine = element('section', '', root);
  const way = element('section', '', root);
  const figures = element('section', '', root);
  let reloadFunnels = () => {};
  let tables = null;

  const repaint = () => {
    if (state.overview) {
      belt(spine, state.overview, state.heat);
      if (state.viewer) {
        paint(state.viewer, state.process, state.overview, state.heat);
      }
    }
  };
  // An answer that comes after that to a later question is dropped.
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    try {
      const [overview, found] = await Promise.all([
        ask(`/api/conveyor/stations?${state.question}`),
        ask(`/api/conveyor/funnel?${state.question}`)
      ]);
      if (mine !== asked) {
        return;
      }
      state.overview = overview;
      problem.hidden = true;
      bottleneck(neck, overview);
      funnel(way, found);
      cards(figures, overview);
      repaint();
      if (tables) {
        stations(tables, overview);
      }
      reloadFunnels();
    } catch (failed) {
      if (mine === asked) {
        problem.textContent = failed.message;
        problem.hidden = false;
      }
    }
  };

  const forget = choice(bar, TIMES, 'P30D', last => {
    state.question = new URLSearchParams({ last });
    load();
  });
  const days = element('form', '', bar, { className: 'cv-days' });
  const from = element('input', '', days, { type: 'date', required: true, ariaLabel: say('From day') });
  element('span', '–', days);
  const to = element('input', '', days, { type: 'date', required: true, ariaLabel: say('To day') });
  element('button', say('Show'), days);
  days.addEventListener('submit', event => {
    event.preventDefault();
    forget();
    state.question = new URLSearchParams({ from: from.value, to: to.value });
    load();
  });
  element('span', say('Colour by'), bar, { className: 'cv-label' });
  choice(bar, Object.fromEntries(Object.entries(HEATS).map(([key, heat]) => [key, heat.title])), state.heat, kind => {
    state.heat = kind;
    repaint();
  });

  later(root, 'Figures by station', place => {
    tables = place;
    if (state.overview) {
      stations(tables, state.overview);
    }
  });
  later(root, 'Funnel by channel, script, role and person', place => {
    reloadFunnels = funnels(place, () => state.question);
  });
  later(root, 'The models with their heat', place => models(place, state, repaint));
  later(root, 'Ended cases and their way', place => cases(place));
  if (repairs) {
    later(root, 'Failed steps by cause', place => incidents(place, token).catch(failed => element('p', failed.message, place)));
  }
  const definitions = element('dl', '', section(root, 'What the words mean'));
  DEFINITIONS.forEach(([word, meaning]) => {
    element('dt', say(word), definitions);
    element('dd', say(meaning), definitions);
  });
  load();
  return () => root.remove();
}

function models(place, state, repaint) {
  const names = { salesConveyor: say('The whole belt') };
  if (state.overview) {
    state.overview.models.forEach(model => (names[model.process] = model.name));
  }
  const paper = element('div', '', null, { className: 'cv-diagram' });
  const open = async process => {
    state.process = process;
    state.viewer = await draw(paper, { process });
    repaint();
  };
  choice(place, names, state.process, open);
  place.appendChild(paper);
  open(state.process);
}
