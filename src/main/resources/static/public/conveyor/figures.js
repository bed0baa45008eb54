// Numbers as people read them, and the colour of a heat.
import { say } from './words.js';

const language = navigator.language || 'en';

export function number(value, digits = 0) {
  return value === null || value === undefined ? '–' : value.toLocaleString(language, { maximumFractionDigits: digits });
}

export function share(value) {
  return value === null || value === undefined ? '–' : value.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
}

export function span(seconds) {
  if (seconds === null || seconds === undefined) {
    return '–';
  }
  const [unit, length] = seconds < 90 ? ['{0} s', 1] : seconds < 5400 ? ['{0} min', 60] : seconds < 129600 ? ['{0} h', 3600] : ['{0} days', 86400];
  const amount = seconds / length;
  return say(unit, number(amount, amount < 9.95 ? 1 : 0));
}

export function moment(text, withTime = true) {
  return text ? new Date(text).toLocaleString(language, withTime ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium' }) : '–';
}

// What the heat can show: its words, the figure of a station and of a model, and how it is written.
export const HEATS = {
  wait: { title: 'Waiting', of: station => station.times.waitMedian, ofModel: model => model.waitMedian, write: span },
  touch: { title: 'Work', of: station => station.times.touchMedian, ofModel: model => model.touchMedian, write: span },
  count: { title: 'Done', of: station => station.times.done, ofModel: model => model.cases, write: number },
  queue: { title: 'Stands here now', of: station => station.queue.open, ofModel: () => null, write: number }
};

// From pale to red; the square root, so that one huge figure does not hide all others.
export function colour(value, largest) {
  if (!value || !largest) {
    return 'transparent';
  }
  const heat = Math.sqrt(Math.min(1, value / largest));
  return `hsla(${Math.round(48 - 44 * heat)}, 92%, ${Math.round(82 - 22 * heat)}%, 0.85)`;
}

export function element(tag, text, parent, more = {}) {
  const made = Object.assign(document.createElement(tag), more);
  made.textContent = text === null || text === undefined ? '' : text;
  if (parent) {
    parent.appendChild(made);
  }
  return made;
}

export function table(parent, heads, rows) {
  const scroll = element('div', '', parent, { className: 'cv-scroll' });
  const made = element('table', '', scroll);
  const head = element('tr', '', made);
  heads.forEach(([text, numeric]) => element('th', text, head, { className: numeric ? 'cv-number' : '' }));
  rows.forEach(cells => {
    const row = element('tr', '', made);
    cells.forEach((cell, i) => {
      const place = element('td', cell instanceof Node ? '' : cell, row, { className: heads[i][1] ? 'cv-number' : '' });
      if (cell instanceof Node) {
        place.appendChild(cell);
      }
    });
  });
  return made;
}

export async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(said.message || say('That did not work; please try again.')), { status: answer.status });
  }
  return answer.json();
}
